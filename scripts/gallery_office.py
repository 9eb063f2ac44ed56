"""Takes the pictures of the office's ground rooms for docs/gallery: `python -m scripts.gallery_office`.

Starts the real server over a throwaway data folder with invented units, signs in through a one-time link and goes
through the pages in a real Chromium, on a desktop and on a phone.
"""

import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


PORT = _free_port()
ORIGIN = f"http://127.0.0.1:{PORT}"
# Settings are read when Django starts, so the environment stands before the imports below.
os.environ |= {
    "GUONG_DATA_DIR": tempfile.mkdtemp(prefix="guong-gallery-office-"),
    "GUONG_ORIGIN": ORIGIN,
    "GUONG_DEMO": "1",
    "GUONG_RENDER_INLINE": "1",  # a worker process would import this file, and make a folder, once more
    "DJANGO_ALLOW_ASYNC_UNSAFE": "1",  # Playwright's own loop runs in this thread; nothing here is concurrent
}

from guong.web import django_start  # noqa: E402, F401, I001  # starts Django
from guong.web import register  # noqa: E402
from guong.core.documents.model import Document, Letterhead, Profile, text  # noqa: E402
from guong.office.accounts.models import User  # noqa: E402
from guong.office.accounts.roles import Role  # noqa: E402
from guong.office.accounts.services import create_user, one_time_link  # noqa: E402
from guong.office.papers.services import file_paper  # noqa: E402
from guong.office.registry.models import Level, Unit  # noqa: E402
from guong.office.registry.services import assign_unit, ensure_unit  # noqa: E402

GALLERY = Path(__file__).parent.parent / "docs" / "gallery"
SIZES = {"desktop": (1280, 800), "phone": (360, 740)}
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--lang=vi",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LARGEST = 150_000


def main() -> int:
    """Take every picture; returns 1 where a page is wider than its window or a picture too large."""
    register.bring_up_to_date()
    problems: list[str] = []
    with _running(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=ARGUMENTS, env={**os.environ, "LANGUAGE": "vi"}
        )
        for size, (width, height) in SIZES.items():
            page = browser.new_context(viewport={"width": width, "height": height}, locale="vi").new_page()
            _tour(page, size, _officer(size), problems)
        browser.close()
    shutil.rmtree(os.environ["GUONG_DATA_DIR"])
    print("\n".join(problems))
    return 1 if problems else 0


def _tour(page: Page, size: str, officer: User, problems: list[str]) -> None:
    def shot(name: str, path: str = "") -> None:
        if path:
            page.goto(ORIGIN + path)
        problems.extend(_picture(page, f"office-{name}-{size}"))

    shot("sign-in", "/tai-khoan/dang-nhap/")
    page.fill("#id_login", "khong-co")
    page.fill("#id_password", "sai mật khẩu")
    page.click("main button")
    shot("sign-in-error")
    page.goto(ORIGIN + one_time_link(user=officer))
    ensure_unit(key="TH-01", name="Trường Tiểu học Hoa Sen", level=Level.PRIMARY, parent=_body())
    file_paper(document=_minutes(), kind="sample", unit_key="TH-01", actor=officer)
    shot("papers", "/van-ban/")
    shot("journal", "/nhat-ky/")
    shot("account", "/tai-khoan/")
    shot("not-found", "/khong-co-trang-nay/")
    shot("forbidden", "/kiem-phieu/")
    page.goto(ORIGIN + one_time_link(user=_account(f"quan-tri-{size}", "Vũ Văn Suối", Role.ADMINISTRATOR)))
    shot("accounts", "/tai-khoan/danh-sach/")
    page.goto(f"{ORIGIN}/tai-khoan/danh-sach/moi/")
    page.fill("#id_full_name", "Lê Thị Bông Lau")
    page.fill("#id_username", f"bong-lau-{size}")
    page.check("text=Người nhập phiếu giấy")
    shot("account-new")
    page.click("main button")
    shot("first-password")
    shot("scopes", "/so-bo/pham-vi/")
    if size == "phone":
        page.goto(ORIGIN + one_time_link(user=officer))
        page.goto(f"{ORIGIN}/so-bo/")
        page.click(".menu summary")
        shot("menu")


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


def _picture(page: Page, name: str) -> Iterator[str]:
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    if wide > 0:
        yield f"{name}: {wide} px wider than its window"
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True)))
    made = io.BytesIO()
    picture.crop((0, 0, picture.width, min(picture.height, 2200))).convert("RGB").quantize(64).save(
        made, "PNG", optimize=True
    )
    (GALLERY / f"{name}.png").write_bytes(made.getvalue())
    if len(made.getvalue()) > LARGEST:
        yield f"{name}: {len(made.getvalue())} bytes"


@contextmanager
def _running() -> Iterator[None]:
    server = subprocess.Popen([sys.executable, "-m", "guong.cli", "serve", "--port", str(PORT)])
    try:
        for _ in range(100):
            try:
                urllib.request.urlopen(f"{ORIGIN}/tai-khoan/dang-nhap/", timeout=2).close()
                break
            except OSError:
                time.sleep(0.2)
        yield
    finally:
        server.terminate()
        server.wait(20)


if __name__ == "__main__":
    raise SystemExit(main())
