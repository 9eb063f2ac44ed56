"""Takes the pictures of the office's ground rooms for docs/gallery: `python -m scripts.gallery_office`.

Serves a throwaway data folder with invented units and goes through the pages in a real Chromium, on a desktop and on a
phone.
"""

from datetime import date

from playwright.sync_api import Browser, Page, sync_playwright

from scripts.gallery_environment import ORIGIN, page_of, serve, session, set_up  # sets Django up first

# isort: split
from guong.core.documents.model import Document, Letterhead, Profile, text
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.accounts.services import create_user
from guong.office.papers.services import file_paper
from guong.office.registry.models import Level, Unit
from guong.office.registry.services import assign_unit, ensure_unit
from scripts.gallery_camera import SIZES, Camera, chromium


def main() -> int:
    """Take every picture; returns 1 where a page is wider than its window or a picture too large."""
    set_up()
    camera = Camera("office")
    serve()
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        for size in SIZES:
            _Tour(browser, size, camera).play()
        browser.close()
    return camera.result()


class _Tour:
    def __init__(self, browser: Browser, size: str, camera: Camera) -> None:
        self.browser, self.size, self.camera = browser, size, camera
        self.page: Page = page_of(browser, size)

    def play(self) -> None:
        """From the door to the accounts; who is signed in changes on the way."""
        size, page = self.size, self.page
        self.shot("sign-in", "/tai-khoan/dang-nhap/")
        page.fill("#id_login", "khong-co")
        page.fill("#id_password", "sai mật khẩu")
        page.click("main button")
        self.shot("sign-in-error")
        officer = _officer(size)
        self.enter(officer)
        ensure_unit(key="TH-01", name="Trường Tiểu học Hoa Sen", level=Level.PRIMARY, parent=_body())
        file_paper(document=_minutes(), kind="sample", unit_key="TH-01", actor=officer)
        self.shot("papers", "/van-ban/")
        self.shot("journal", "/nhat-ky/")
        self.shot("account", "/tai-khoan/")
        self.shot("not-found", "/khong-co-trang-nay/")
        self.shot("forbidden", "/kiem-phieu/")
        if size == "phone":
            self.page.goto(f"{ORIGIN}/so-bo/")
            self.page.click(".menu summary")
            self.shot("menu")
        self.enter(_account(f"quan-tri-{size}", "Vũ Văn Suối", Role.ADMINISTRATOR))
        self.accounts()

    def accounts(self) -> None:
        """The administrator's pages."""
        self.shot("accounts", "/tai-khoan/danh-sach/")
        page = self.page
        page.goto(f"{ORIGIN}/tai-khoan/danh-sach/moi/")
        page.fill("#id_full_name", "Lê Thị Bông Lau")
        page.fill("#id_username", f"bong-lau-{self.size}")
        page.check("text=Người nhập phiếu giấy")
        self.shot("account-new")
        page.click("main button")
        self.shot("first-password")
        self.shot("scopes", "/so-bo/pham-vi/")

    def enter(self, user: User) -> None:
        """Go on as this officer, in a window of the own."""
        self.page.context.close()
        self.page = page_of(self.browser, self.size, session(user))

    def shot(self, name: str, path: str = "") -> None:
        """Take a picture of this page, or of the one at ``path``."""
        if path:
            self.page.goto(ORIGIN + path)
        self.camera.take(self.page, f"{name}-{self.size}")


def _officer(size: str) -> User:
    user = _account(f"to-chuc-{size}", "Đỗ Thị Sen Hồng", Role.ORGANISER)
    assign_unit(user=user, unit=_body())
    return user


def _body() -> Unit:
    return ensure_unit(key="QU", name="Quận uỷ Sông Lam", level=Level.DISTRICT)


def _account(username: str, full_name: str, role: Role) -> User:
    user = create_user(username=username, full_name=full_name, roles=[role])
    if not isinstance(user, User):
        raise RuntimeError(user.sentence)
    return user


def _minutes() -> Document:
    head = Letterhead(Profile.PARTY, "QUẬN UỶ SÔNG LAM", "TỔ KIỂM PHIẾU", "Sông Lam", date.today())
    return Document(
        head, "BIÊN BẢN", "Kiểm phiếu lấy ý kiến góp ý tại Trường Tiểu học Hoa Sen", (text("Bản mẫu."),)
    )


if __name__ == "__main__":
    raise SystemExit(main())
