"""Takes the pictures of the register for docs/gallery: `python -m scripts.gallery_registry`.

Serves a throwaway data folder and brings the invented district in
by its five Excel files, then a list with other headings, one with changes and one full of faults: in a real Chromium, on
a desktop and on a phone.
"""

from datetime import date
from random import Random

from playwright.sync_api import Page, sync_playwright

from scripts.gallery_environment import ORIGIN, page_of, serve, session, set_up  # sets Django up first

# isort: split
from guong.demo.district_files import build_workbooks
from guong.demo.places import LEAD_BODY
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.accounts.services import create_user
from guong.office.registry.models import HeadingWording, Level, Unit
from guong.office.registry.services import assign_unit, ensure_unit
from scripts.gallery_camera import SIZES, Camera, chromium
from scripts.registry_lists import changed_school, faulty_lists, other_headings

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def main() -> int:
    """Take every picture; returns 1 where a page is wider than its window or a picture too large."""
    set_up()
    officer = _officer()
    files = build_workbooks(Random(167))
    camera = Camera("registry", tallest=1900)
    serve()
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        for size in SIZES:
            Tour(page_of(browser, size, session(officer)), size, camera).play(files)
        browser.close()
    return camera.result()


class Tour:
    """One way through the register's pages at one size; the second starts with the district already in it."""

    def __init__(self, page: Page, size: str, camera: Camera) -> None:
        self.page, self.size, self.camera = page, size, camera

    def play(self, files: dict[str, bytes]) -> None:
        """Import the district, look at it, import the peculiar lists."""
        first = not Unit.objects.filter(key="P-01").exists()
        for name, data in files.items():
            if first or name.startswith("05"):
                self.upload(name, data)
            if name.startswith("05"):
                self.shot("preview-wards")
            if first:
                self.page.click("form[action$='ghi/'] button")
        self.lists()
        self.units()

    def lists(self) -> None:
        """A list with other headings, one with changes, one with faults."""
        HeadingWording.objects.all().delete()
        self.shot("upload", "/so-bo/nhap/")
        self.upload("ds.xlsx", other_headings())
        self.shot("columns")
        self.page.click("form.card button")
        self.shot("columns-remembered")
        self.upload("th-01.xlsx", changed_school())
        self.shot("preview-changes")
        self.upload("loi.xlsx", faulty_lists())
        self.shot("errors")

    def units(self) -> None:
        """The list, a school, a ward, a unit that ended."""
        self.shot("units", "/so-bo/")
        self.shot("units-search", "/so-bo/?tim=hoa+sen")
        self.page.click("text=Trường Tiểu học Hoa Sen")
        self.shot("school")
        self.shot("ward", f"/so-bo/don-vi/{Unit.objects.get(key='P-01').pk}/")
        old = Unit.objects.get(key="CS-22")
        closed = old.valid_to is not None
        going = Unit.objects.get(key="CS-21") if closed else old
        self.page.goto(f"{ORIGIN}/so-bo/don-vi/{going.pk}/")
        self.page.click("text=Ghi việc sáp nhập")
        self.page.check("text=Sáp nhập")
        self.page.fill("#id_on", f"{date.today():%Y-%m-%d}")
        self.page.check("text=Trường THCS Bồ Câu")
        self.page.fill("#id_basis", "Quyết định số 1208/QĐ-UBND")
        self.shot("end")
        if not closed:
            self.page.click("form.card button")
        self.shot("ended", f"/so-bo/don-vi/{old.pk}/")

    def upload(self, name: str, data: bytes) -> None:
        """Choose a file and go to its preview."""
        self.page.goto(f"{ORIGIN}/so-bo/nhap/")
        self.page.set_input_files("#id_workbook", {"name": name, "mimeType": _XLSX, "buffer": data})
        with self.page.expect_navigation():
            self.page.click("form.card button")

    def shot(self, name: str, path: str = "") -> None:
        """Take a picture of this page, or of the one at ``path``."""
        if path:
            self.page.goto(ORIGIN + path)
        self.camera.take(self.page, f"{name}-{self.size}")


def _officer() -> User:
    body = ensure_unit(key=LEAD_BODY[0], name=LEAD_BODY[1], level=Level.DISTRICT)
    user = create_user(username="to-chuc", full_name="Vũ Khánh Ngân", roles=[Role.ORGANISER])
    if not isinstance(user, User):
        raise RuntimeError(user.sentence)
    assign_unit(user=user, unit=body)
    return user


if __name__ == "__main__":
    raise SystemExit(main())
