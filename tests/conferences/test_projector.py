"""The hall's screen in a real browser: nothing overflows, it follows by itself, it works without its script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from guong.office.conferences import services
from guong.office.conferences.models import Conference
from tests.booth.browsers import CHROMIUM, FLAGS
from tests.conferences.projector import SIZES, faults, smallest_type
from tests.conferences.test_screen import on_screen, paused
from tests.conferences.world import World, good, open_by_two, opened

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
READABLE = 3.0
LONG_NAME = "Trường Tiểu học và Trung học cơ sở Nguyễn Thượng Hiền Khương Đình, phường Giang Biên"
LONG_ADDRESS = "https://bophieu.bantuyengiao.quanuyhoasen.hanoi.example"


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    """A browser on the projector's laptop; the tests act at the desk meanwhile, between its requests."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def conference(journal_may_be_emptied: None, world: World) -> Conference:
    """A conference in the hall."""
    return opened(world)[0]


def with_long_names(conference: Conference) -> None:
    conference.unit.name = LONG_NAME
    conference.unit.save()
    conference.title = f"Hội nghị lấy ý kiến góp ý người đứng đầu, cấp phó của người đứng đầu {LONG_NAME}"[
        :300
    ]
    conference.save()


def test_nothing_overflows_whatever_the_names_and_the_state(
    browser: Browser, conference: Conference, world: World, live_server: LiveServer, settings: Settings
) -> None:
    found, sizes = [], []
    for long in (False, True):
        if long:
            with_long_names(conference)
            settings.GUONG_ORIGIN = LONG_ADDRESS
        for act in (paused, open_by_two):
            good(act(world.organiser, conference))
            for width, height in SIZES:
                page = browser.new_page(viewport={"width": width, "height": height})
                page.goto(live_server.url + on_screen(conference))
                found += [(long, act.__name__, width, fault) for fault in faults(page)]
                sizes.append(smallest_type(page))
                page.close()
    assert found == []
    assert min(sizes) >= READABLE


def test_the_measure_of_the_projector_sees_what_is_too_much(
    browser: Browser, conference: Conference, live_server: LiveServer
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(live_server.url + on_screen(conference))
    page.evaluate("document.querySelector('.first').textContent = 'rất dài '.repeat(80)")
    assert faults(page)


def test_the_screen_follows_by_itself_and_says_when_it_cannot(
    browser: Browser, conference: Conference, world: World, live_server: LiveServer
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    sent: list[str | None] = []
    page.on("request", lambda request: sent.append(request.headers.get("cookie")))
    page.clock.install()
    page.goto(live_server.url + on_screen(conference))
    expect(page.locator(".word")).to_have_text("Đang nhận phiếu")
    good(services.pause_poll(actor=world.organiser, conference=conference))
    page.clock.run_for(11_000)
    expect(page.locator(".word")).to_have_text("Tạm dừng")
    expect(page.locator("#stale")).to_be_hidden()
    page.context.set_offline(True)
    page.clock.run_for(42_000)
    expect(page.locator("#stale")).to_be_visible()
    assert set(sent) == {None}


def test_without_its_script_the_screen_reloads_itself(
    browser: Browser, conference: Conference, live_server: LiveServer
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(live_server.url + on_screen(conference))
    expect(page.locator(".word")).to_have_text("Đang nhận phiếu")
    assert "http-equiv" in page.locator("noscript").inner_html()


def test_nothing_moves_where_motion_is_unwelcome(
    browser: Browser, conference: Conference, live_server: LiveServer
) -> None:
    page = browser.new_context(reduced_motion="reduce").new_page()
    page.goto(live_server.url + on_screen(conference))
    assert page.locator(".word").evaluate("(word) => getComputedStyle(word).animationName") == "none"
