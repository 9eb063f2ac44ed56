"""Two people at one machine, in Chromium: from an empty form to the minutes, with every click and key counted."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from guong.office.accounts.models import User
from guong.office.paperpolls.models import PaperPoll
from guong.office.papers.models import Paper
from tests.conferences.world import school
from tests.paperdesk.test_browser import ARGUMENTS
from tests.paperpolls.world import BOARD, DETAILS, HALL, MISREAD, NAMES, VOTES, WITNESS, cell_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Card, Moran and Newell's keystroke model: to think, to aim, to click; a key as for codes that have to be copied, which
# leaves room for Vietnamese accents.
SECONDS_A_CLICK = 1.35 + 1.1 + 0.2
SECONDS_A_KEY = 0.75
FIVE_MINUTES = 300


@dataclass
class Hand:
    """One person's page and everything that the hand did on it."""

    page: Page
    clicks: int = 0
    keys: int = 0

    @property
    def seconds(self) -> float:
        """How long a slow hand takes for it."""
        return self.clicks * SECONDS_A_CLICK + self.keys * SECONDS_A_KEY

    def click(self, name: str, role: str = "button") -> None:
        self.page.get_by_role(role, name=name, exact=True).click()  # type: ignore[arg-type]  # a role by its name
        self.clicks += 1

    def fill(self, label: str, words: str) -> None:
        self.page.get_by_label(label, exact=True).fill(words)
        self.clicks += 1
        self.keys += len(words)

    def number(self, name: str, words: str) -> None:
        """Type into the next field, reached with the tabulator."""
        self.page.fill(f"[name={name}]", words)
        self.keys += len(words) + 1


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        yield browser
        browser.close()


def sits_down(browser: Browser, user: User, address: str) -> Hand:
    client = Client()
    client.force_login(user)
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": address}]
    )
    page.goto(f"{address}/phieu-tai-cho/")
    return Hand(page)


def makes_the_poll(hand: Hand) -> None:
    hand.click("Lập lần bỏ phiếu", "link")
    hand.page.select_option("[name=unit]", label="Trường Tiểu học Hoa Sen")
    hand.page.check("[name=kind][value=election]")
    hand.page.check("[name=base][value=summoned]")
    hand.clicks += 4
    hand.fill("Nội dung bỏ phiếu", DETAILS.title)
    hand.fill("Danh sách in trên phiếu", "\n".join(NAMES))
    hand.fill("Số lượng cần bầu", "3")
    hand.number("summoned", "12")
    hand.fill("Địa điểm", DETAILS.place)
    hand.fill("Chủ trì", DETAILS.chair_name)
    hand.fill("Thư ký", DETAILS.clerk_name)
    hand.fill("Tổ kiểm phiếu", "\n".join(BOARD))
    hand.fill("Đại biểu chứng kiến", WITNESS)
    hand.click("Lập lần bỏ phiếu")


def counts_the_sheets(hand: Hand) -> None:
    hand.click("Ghi số phiếu đã đếm", "link")
    for name, number in vars(HALL).items():
        hand.number(name, str(number))
    hand.click("Ghi số phiếu")


def keys(
    hand: Hand, votes: tuple[tuple[int, ...], ...], places: tuple[int, ...], link: str = "Nhập số phiếu"
) -> None:
    hand.click(link, "link")
    for place in places:
        hand.number(f"line{place}_0", str(votes[place][0]))
    hand.click("Ghi số phiếu")


def test_from_the_empty_form_to_the_minutes_two_hands_need_less_than_five_minutes(
    live_server: LiveServer, urn_folder: object, journal_may_be_emptied: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    unit, _ = school()
    cell, all_lines = cell_of(unit), tuple(range(len(NAMES)))
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    with chromium() as browser:
        first = sits_down(browser, cell.counter, live_server.url)
        makes_the_poll(first)
        address = first.page.url
        counts_the_sheets(first)
        keys(first, VOTES, all_lines)
        second = sits_down(browser, cell.clerk, live_server.url)
        second.page.goto(address)
        keys(second, MISREAD, all_lines)
        keys(second, VOTES, (2, 3), "Nhập lại")
        first.page.goto(address)
        keys(first, VOTES, (2, 3), "Nhập lại")
        first.click("Lập biên bản", "link")
        first.page.fill("[name=began]", "00:00")
        first.page.fill("[name=ended]", "23:59")
        first.keys += 8
        first.click("Lập biên bản")
        first.page.get_by_text("Số phiếu chỉ có trong biên bản.").wait_for()
    assert Paper.objects.get().printed_number == PaperPoll.objects.get().minutes_number
    took = first.seconds + second.seconds
    print(
        f"{first.clicks + second.clicks} clicks, {first.keys + second.keys} keys: {took:.0f} s of a slow hand"
    )
    assert took < FIVE_MINUTES
