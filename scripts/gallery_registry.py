"""Takes the pictures of the register for docs/gallery: `python -m scripts.gallery_registry`.

Starts the real server over a throwaway data folder, signs in through a one-time link and brings the invented district in
by its five Excel files, then a list with other headings, one with changes and one full of faults: in a real Chromium, on
a desktop and on a phone.
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
from random import Random

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
    "GUONG_DATA_DIR": tempfile.mkdtemp(prefix="guong-gallery-registry-"),
    "GUONG_ORIGIN": ORIGIN,
    "GUONG_DEMO": "1",
    "GUONG_RENDER_INLINE": "1",  # a worker process would import this file, and make a folder, once more
    "DJANGO_ALLOW_ASYNC_UNSAFE": "1",  # Playwright's own loop runs in this thread; nothing here is concurrent
}

from guong.web import django_start  # noqa: E402, F401, I001  # starts Django
from guong.web import register  # noqa: E402
from guong.demo.district_files import build_workbooks  # noqa: E402
from guong.demo.places import LEAD_BODY  # noqa: E402
from guong.office.accounts.models import User  # noqa: E402
from guong.office.accounts.roles import Role  # noqa: E402
from guong.office.accounts.services import create_user, one_time_link  # noqa: E402
from guong.office.registry.models import HeadingWording, Level, Unit  # noqa: E402
from guong.office.registry.services import assign_unit, ensure_unit  # noqa: E402
from scripts.registry_lists import changed_school, faulty_lists, other_headings  # noqa: E402

GALLERY = Path(__file__).parent.parent / "docs" / "gallery"
SIZES = {"desktop": (1280, 800), "phone": (360, 740)}
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--lang=vi", "--disable-gpu", "--disable-quic", "--no-first-run"]
LARGEST = 150_000
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def main() -> int:
    """Take every picture; returns 1 where a page is wider than its window or a picture too large."""
    register.bring_up_to_date()
    officer = _officer()
    files = build_workbooks(Random(167))
    problems: list[str] = []
    with _running(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=ARGUMENTS, env={**os.environ, "LANGUAGE": "vi"}
        )
        for size, (width, height) in SIZES.items():
            page = browser.new_context(viewport={"width": width, "height": height}, locale="vi").new_page()
            page.goto(ORIGIN + one_time_link(user=officer))
            Tour(page, size, problems).play(files)
        browser.close()
    shutil.rmtree(os.environ["GUONG_DATA_DIR"])
    print("\n".join(problems))
    return 1 if problems else 0


class Tour:
    """One way through the register's pages at one size; the second starts with the district already in it."""

    def __init__(self, page: Page, size: str, problems: list[str]) -> None:
        self.page, self.size, self.problems = page, size, problems

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
        self.page.click("form.card button")

    def shot(self, name: str, path: str = "") -> None:
        """Take a picture of this page, or of the one at ``path``."""
        if path:
            self.page.goto(ORIGIN + path)
        self.problems.extend(_picture(self.page, f"registry-{name}-{self.size}"))


def _officer() -> User:
    body = ensure_unit(key=LEAD_BODY[0], name=LEAD_BODY[1], level=Level.DISTRICT)
    user = create_user(username="to-chuc", full_name="Vũ Khánh Ngân", roles=[Role.ORGANISER])
    if not isinstance(user, User):
        raise RuntimeError(user.sentence)
    assign_unit(user=user, unit=body)
    return user


def _picture(page: Page, name: str) -> Iterator[str]:
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    if wide > 0:
        yield f"{name}: {wide} px wider than its window"
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True)))
    made = io.BytesIO()
    picture.crop((0, 0, picture.width, min(picture.height, 1900))).convert("RGB").quantize(64).save(
        made, "PNG", optimize=True
    )
    (GALLERY / f"{name}.png").write_bytes(made.getvalue())
    if len(made.getvalue()) > LARGEST:
        yield f"{name}: {len(made.getvalue())} bytes"


@contextmanager
def _running() -> Iterator[None]:
    server = subprocess.Popen([sys.executable, "-m", "guong.cli", "serve", "--port", str(PORT)])
    try:
        for _ in range(300):
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
