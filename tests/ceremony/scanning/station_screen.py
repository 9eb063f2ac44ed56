"""The scanning station in a real Chromium, and the people at it: they look at paper and click, nothing else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from guong.ceremony.scanning import pages as pages_of_the_station
from guong.ceremony.scanning.station import Station
from scripts.gallery_camera import chromium
from tests.ceremony.browser import TOKEN, running

Paper = Callable[[int, str | None], str]
"""What stands on a sheet, by its place in the scanned stack, at an item (None: at the head)."""

DOWNLOADED = "/phieu-da-niem-phong.json"


class Screen:
    """One browser window at the station.

    ``station`` is looked into for one thing only: which sheet of the stack a strip is cut from. People see that on the
    strip; a test can't.
    """

    def __init__(self, page: Page, station: Station) -> None:
        self.page, self.station = page, station

    def bring_order(self, file: Path) -> None:
        """Choose the desk's file."""
        self.page.set_input_files("#lenh", file)
        self.press("Mở bàn quét")

    def count(self, sheets: int) -> None:
        """Two people type what they counted."""
        self.page.fill("#dem_1", str(sheets))
        self.page.fill("#dem_2", str(sheets))
        self.press("Ghi số tờ, bắt đầu quét")

    def scan(self, *files: Path) -> None:
        """Choose scans and have them read."""
        self.page.set_input_files("#quet", list(files))
        self.press("Đọc phiếu")

    def press(self, words: str) -> None:
        """Press a button and wait for the page that follows."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=words, exact=True).first.click()

    def follow(self) -> None:
        """Follow the page's one main link."""
        with self.page.expect_navigation():
            self.page.locator("a.button.main").click()

    def take_turn(self, paper: Paper) -> int:
        """Answer every strip of the turn that it is; returns how many there were."""
        self.follow()
        turn, answered = self._turn(), 0
        while self._turn() == turn:
            keys = self.strips()
            for key in keys:
                self.page.check(f'input[name="{key}"][value="{self._answer(key, paper)}"]')
            answered += len(keys)
            with self.page.expect_navigation():
                self.page.locator("form button.main").click()
        return answered

    def strips(self) -> list[str]:
        """Keys of the strips on this page."""
        pictures = self.page.locator(".strip-picture img").all()
        return [(picture.get_attribute("src") or "").rpartition("/")[2] for picture in pictures]

    def type_backs(self, words: dict[int, str]) -> None:
        """Type what stands on the backs, by the sheet's place in the stack."""
        self.follow()
        while self.page.locator('input[name="to"]').count():
            key = self.page.get_attribute('input[name="to"]', "value")
            batch = self.station.batch
            assert batch is not None
            (sheet,) = [sheet for sheet in batch.sheets if sheet.key == key]
            self.page.fill("#chu-other", words.get((sheet.front.reading.page - 1) // 2, ""))
            self.press("Ghi, sang mặt sau tiếp theo")

    def seal(self, card: str) -> None:
        """Type the card's code."""
        self.page.fill("#ma_the", card)
        self.press("Niêm phong tập phiếu")

    def download(self, to: Path) -> Path:
        """Save the sealed file."""
        with self.page.expect_download() as saving:
            self.page.get_by_role("link", name="Tải tệp phiếu đã niêm phong").click()
        saving.value.save_as(to)
        return to

    @property
    def text(self) -> str:
        """What the page says."""
        return self.page.inner_text("main")

    def _turn(self) -> str | None:
        turn = self.page.locator('input[name="luot"]')
        return turn.get_attribute("value") if turn.count() else None

    def _answer(self, key: str, paper: Paper) -> str:
        batch = self.station.batch
        question = batch.queue.of(key) if batch and batch.queue else None
        assert question is not None
        return paper((question.sheet.front.reading.page - 1) // 2, question.item)


@contextmanager
def browsing() -> Iterator[Browser]:
    """A Chromium without a word to the net."""
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    """The station's first page in a window of that browser, entered by the printed link."""
    station = Station()
    monkeypatch.setattr(pages_of_the_station, "Station", lambda: station)
    with running(pages_of_the_station.pages) as address:
        page = browser.new_context(viewport={"width": 1280, "height": 800}, locale="vi").new_page()
        page.goto(f"{address}/vao/{TOKEN}")
        yield Screen(page, station)
