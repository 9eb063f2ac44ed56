"""The desk's pages in both languages, every width and text up to twice its size: nothing runs out of its page, axe is content."""

import itertools
import json
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from guong.office.accounts.models import User
from guong.office.conferences import services
from guong.office.conferences.models import Conference
from guong.web.language import COOKIE
from tests.booth.browsers import CHROMIUM, FLAGS
from tests.booth.test_axe import AXE, findings
from tests.conferences.conftest import journal_may_be_emptied, urn_folder, world
from tests.conferences.world import World, good, opened, printed
from tests.counting.conftest import count
from tests.counting.world import Count, hand_counted
from tests.english.test_walk import COUNT, ROOM

__all__ = ["count", "journal_may_be_emptied", "urn_folder", "world"]
pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
]
WIDTHS, LANGUAGES, SCALES = (320, 360, 768, 1280), ("vi", "en"), (100, 150, 200)
HEIGHTS = {320: 568, 360: 740, 768: 1024, 1280: 800}
SHORT = {(320, "en", 100), (360, "en", 200), (320, "vi", 150), (1280, "en", 150)}
CASES = [
    pytest.param(*case, marks=() if case in SHORT else pytest.mark.long)
    for case in itertools.product(WIDTHS, LANGUAGES, SCALES)
]
_FAULTS = """() => {
  const faults = [], room = document.documentElement;
  if (room.scrollWidth > room.clientWidth) faults.push(`the page is ${room.scrollWidth} wide`);
  for (const element of document.querySelectorAll("h1, h2, h3, p, li, dt, dd, label, legend, summary, a, button, .badge")) {
    if (!element.checkVisibility() || element.closest(".visually-hidden, .skip, .table-scroll, .account, thead")) continue;
    const box = element.getBoundingClientRect(), name = `<${element.tagName.toLowerCase()}> ${element.textContent.trim().slice(0, 40)}`;
    if (box.width > 2 && (box.right > room.clientWidth + 1 || box.left < -1)) faults.push(`${name}: outside`);
    if (getComputedStyle(element).display !== "inline" && element.scrollWidth > element.clientWidth + 2) faults.push(`${name}: cut`);
  }
  return faults;
}"""


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    """A browser at the desk, beside the tests' own work on the register."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


def at_the_desk(browser: Browser, server: LiveServer, user: User, width: int, language: str) -> Page:
    """Return a page of an officer's browser, signed in, with the language chosen."""
    client = Client()
    client.force_login(user)
    context = browser.new_context(viewport={"width": width, "height": HEIGHTS[width]}, locale="vi-VN")
    cookies = {"sessionid": client.cookies["sessionid"].value, COOKIE: language}
    context.add_cookies(
        [{"name": name, "value": value, "url": server.url} for name, value in cookies.items()]
    )
    return context.new_page()


def in_the_hall(world: World) -> Conference:
    conference, _ = opened(world)
    good(services.ask_second(actor=world.organiser, conference=conference, act="close", sure=[]))
    good(services.count_paper_set(conference=conference, change=1))
    return conference


def faults(page: Page, address: str, language: str, scale: int) -> list[str]:
    """Open a page, let its type grow as a browser's own setting does, and return what doesn't fit."""
    page.goto(address)
    assert page.get_attribute("html", "lang") == language, page.url
    page.evaluate(f"document.documentElement.style.fontSize = '{scale}%'")
    page.evaluate("document.querySelectorAll('main details').forEach((element) => { element.open = true; })")
    found: list[str] = page.evaluate(_FAULTS)
    return found


@pytest.mark.parametrize("stage", ["morning", "hall"])
@pytest.mark.parametrize(("width", "language", "scale"), CASES)
def test_every_page_of_the_conference_fits(
    browser: Browser,
    journal_may_be_emptied: None,
    world: World,
    live_server: LiveServer,
    stage: str,
    width: int,
    language: str,
    scale: int,
) -> None:
    conference = printed(world) if stage == "morning" else in_the_hall(world)
    page = at_the_desk(browser, live_server, world.organiser, width, language)
    addresses = {name: reverse(f"conferences:{name}", args=[conference.key]) for name in ROOM}
    found = {
        name: faults(page, live_server.url + address, language, scale) for name, address in addresses.items()
    }
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(("width", "language", "scale"), CASES)
def test_every_page_of_the_count_fits(
    browser: Browser,
    journal_may_be_emptied: None,
    count: Count,
    live_server: LiveServer,
    width: int,
    language: str,
    scale: int,
) -> None:
    hand_counted(count, signatures=count.hand.signatures - 1)
    page = at_the_desk(browser, live_server, count.officer, width, language)
    addresses = {name: reverse(f"counting:{name}", args=[count.conference.key]) for name in COUNT}
    found = {
        name: faults(page, live_server.url + address, language, scale) for name, address in addresses.items()
    }
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_a_page_that_is_too_wide_would_be_noticed(
    browser: Browser, journal_may_be_emptied: None, world: World, live_server: LiveServer
) -> None:
    page = at_the_desk(browser, live_server, world.organiser, 320, "vi")
    page.goto(live_server.url + reverse("conferences:list"))
    page.evaluate("document.querySelector('h1').style.width = '400px'")
    assert page.evaluate(_FAULTS) != []


@pytest.mark.slow
@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: run.py setup")
@pytest.mark.parametrize("stage", ["morning", "hall"])
@pytest.mark.parametrize(
    ("width", "language"),
    [
        (320, "en"),
        (1280, "vi"),
        *(pytest.param(*case, marks=pytest.mark.long) for case in [(320, "vi"), (1280, "en")]),
    ],
)
def test_axe_finds_nothing_at_the_desk(
    browser: Browser,
    journal_may_be_emptied: None,
    world: World,
    live_server: LiveServer,
    stage: str,
    width: int,
    language: str,
) -> None:
    conference = printed(world) if stage == "morning" else in_the_hall(world)
    page = at_the_desk(browser, live_server, world.organiser, width, language)
    for name in ROOM:
        page.goto(live_server.url + reverse(f"conferences:{name}", args=[conference.key]))
        problems = findings(page)
        assert problems == [], f"{name}: {json.dumps(problems, ensure_ascii=False)}"
