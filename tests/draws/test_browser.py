"""The custom in a real browser: a clerk types on a phone, the projector follows by itself, nothing is complained about."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from guong.office.draws import selectors
from tests.booth.browsers import CHROMIUM, FLAGS
from tests.conferences.test_pages import signed_in
from tests.draws.test_projector import on_screen
from tests.draws.world import World, begun

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@contextmanager
def two_screens(address: str, sessions: tuple[str, str]) -> Iterator[tuple[Page, Page, list[str]]]:
    """The clerk's phone and the projector, each signed in, and what either complained about."""
    complaints: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        phone = visit(browser, address, sessions[0], (360, 740), complaints)
        projector = visit(browser, address, sessions[1], (1280, 720), complaints)
        yield phone, projector, complaints
        browser.close()


def visit(browser: Browser, address: str, session: str, size: tuple[int, int], complaints: list[str]) -> Page:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, locale="vi-VN")
    context.add_cookies([{"name": "sessionid", "value": session, "url": address}])
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text))
    return page


def take_out(phone: Page, name: str) -> None:
    """Type the last words of the name and press Enter; a name that others hold too is pressed itself."""
    letters = " ".join(name.split()[-2:])
    phone.fill("#find", letters)
    if phone.locator("#candidates li[data-name]:visible").count() == 1:
        phone.press("#find", "Enter")
    else:
        phone.get_by_role("button", name=name, exact=True).click()
    phone.wait_for_load_state()


def test_fifteen_schools_are_drawn_on_a_phone_while_the_hall_looks_on(
    journal_may_be_emptied: None, world: World, live_server: LiveServer
) -> None:
    draw = begun(world)
    levels = selectors.frozen_frame(draw).levels
    sessions = tuple(signed_in(world.organiser).cookies["sessionid"].value for _ in range(2))
    with two_screens(live_server.url, (sessions[0], sessions[1])) as (phone, projector, complaints):
        projector.goto(live_server.url + on_screen(draw))
        phone.goto(f"{live_server.url}/gap-tham/{draw.key}/gap/")
        for level in levels:
            for entry in level.units[1:22:3]:
                take_out(phone, entry.name)
            phone.get_by_role("button", name=re.compile("Xác nhận xong")).click()
        expect(projector.locator(".latest")).to_have_text(levels[-1].units[19].name)
        assert projector.locator("ol > li:not(.blank)").count() == 21
        assert projector.evaluate("document.documentElement.scrollHeight <= window.innerHeight")
        phone.get_by_role("button", name="Kết thúc gắp thăm").click()
        expect(phone.get_by_role("heading", name="Việc tiếp theo: lập biên bản")).to_be_visible()
        expect(projector.locator(".banner")).to_have_text("Đã gắp thăm xong")
        assert complaints == []
    assert len(selectors.drawn_schools(round=world.round)) == 15
