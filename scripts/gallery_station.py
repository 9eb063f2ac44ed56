"""Takes the pictures of the scanning station for docs/gallery: `python -m scripts.gallery_station`.

Plays a batch of synthetic sheets in a real Chromium: order, hand count, refused pages, look-alikes, strips, backs, seal.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from guong.ceremony.scanning.pages import pages
from scripts.gallery_camera import Camera, chromium
from tests.ceremony.browser import TOKEN, running
from tests.ceremony.scanning import stacks
from tests.paper import filled

SIZES = {"desktop": (1280, 800), "narrow": (360, 740)}
MARKS = ("1234432112344321", "2222222222222222", "1110432112344321")


def main() -> int:
    """Take every picture; returns 1 where a page is wider than its window or a picture too large."""
    camera = Camera("station")
    fronts = [stacks.stamp(stacks.sheet(marks, seed=place)) for place, marks in enumerate(MARKS)]
    foreign = stacks.as_pdf([stacks.scanned(filled.printed("ward_head", side)) for side in (1, 2)])
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "ban-quet.json").write_bytes(stacks.stack().order.raw)
        (folder / "tap-phieu.pdf").write_bytes(stacks.both_sides(fronts))
        (folder / "quet-lai.pdf").write_bytes(stacks.both_sides(fronts[1:2], turn=0.5))
        (folder / "la.pdf").write_bytes(foreign)
        browser = chromium(playwright)
        for size, (width, height) in SIZES.items():
            with running(pages) as address:
                page = browser.new_context(
                    viewport={"width": width, "height": height}, locale="vi"
                ).new_page()
                page.goto(f"{address}/vao/{TOKEN}")
                _Tour(page, size, folder, camera).take()
        browser.close()
    return camera.result()


class _Tour:
    def __init__(self, page: Page, size: str, folder: Path, camera: Camera) -> None:
        self._page, self._size, self._folder, self._camera = page, size, folder, camera

    def take(self) -> None:
        self._picture("home")
        self._page.set_input_files("#lenh", self._folder / "ban-quet.json")
        self._press("Mở bàn quét")
        self._page.fill("#dem_1", "3")
        self._page.fill("#dem_2", "3")
        self._picture("count")
        self._press("Ghi số tờ, bắt đầu quét")
        self._scan("tap-phieu.pdf", "la.pdf")
        self._picture("refused")
        self._press("Đã quét lại, hoặc không phải phiếu")
        self._scan("quet-lai.pdf")
        self._page.locator(".pair-of-sheets").first.scroll_into_view_if_needed()
        self._picture("look-alikes")
        self._press("Một tờ quét hai lần")
        self._press("Đã quét xong tập này")
        self._picture("turn")
        for turn in ("look", "look-second"):
            self._follow()
            self._picture(turn)
            self._answer()
        self._follow()
        self._picture("type")
        for _ in MARKS:
            self._press("Ghi, sang mặt sau tiếp theo")
        self._page.fill("#ma_the", stacks.stack().card)
        self._picture("seal")
        self._press("Niêm phong tập phiếu")
        self._picture("sealed")

    def _scan(self, *names: str) -> None:
        self._page.set_input_files("#quet", [self._folder / name for name in names])
        self._press("Đọc phiếu")

    def _answer(self) -> None:
        for answers in self._page.locator(".answers").all():
            answers.locator("input").first.check()
        with self._page.expect_navigation():
            self._page.locator("form button.main").click()

    def _follow(self) -> None:
        with self._page.expect_navigation():
            self._page.locator("a.button.main").click()

    def _press(self, words: str) -> None:
        with self._page.expect_navigation():
            self._page.get_by_role("button", name=words).first.click()

    def _picture(self, name: str) -> None:
        self._camera.take(self._page, f"{name}-{self._size}")


if __name__ == "__main__":
    sys.exit(main())
