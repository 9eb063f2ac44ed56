"""The projector at a draw: nothing cut at the usual sizes, whatever the names; a link of its own; nothing moves unasked."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from guong.core import plan_rules
from guong.office.draws import selectors
from guong.office.draws.models import LotDraw
from tests.booth.browsers import CHROMIUM, FLAGS
from tests.conferences.projector import SIZES, faults, smallest_type
from tests.draws.world import COMPUTED, World, begun, drawn, enter, frozen

READABLE = 2.5
MANY = replace(COMPUTED, levels=tuple(replace(level, to_draw=8, reserves=2) for level in plan_rules.LEVELS))


def on_screen(draw: LotDraw) -> str:
    return reverse("draws:projector", args=[draw.pk, selectors.screen_code(draw)])


def many_drawn(world: World) -> LotDraw:
    return drawn(world, MANY)


def computed(world: World) -> LotDraw:
    return drawn(world, COMPUTED)


def with_long_names(world: World) -> LotDraw:
    for unit in world.body.children.all():
        unit.name = f"{unit.name} Nguyễn Thượng Hiền Khương Đình"
        unit.save()
    return drawn(world)


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    """A browser on the projector's laptop; the tests act in the room meanwhile, between its requests."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


def test_the_projector_opens_by_its_link_without_signing_in_and_leaves_no_cookie(world: World) -> None:
    draw = begun(world)
    for address in (on_screen(draw), f"{on_screen(draw)}giua/"):
        answer = Client().get(address)
        assert answer.status_code == 200
        assert not answer.cookies
    assert Client().get(reverse("draws:projector", args=[draw.pk, "00000-00000"])).status_code == 404


def test_what_was_written_for_the_computed_draw_stands_on_the_screen(world: World) -> None:
    draw = computed(world)
    text = Client().get(f"{on_screen(draw)}giua/").content.decode()
    for line in draw.contributions:
        assert f"“{line}”" in text


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("stage", [frozen, begun, computed, many_drawn, with_long_names])
def test_nothing_overflows_at_any_stage(
    journal_may_be_emptied: None,
    world: World,
    live_server: LiveServer,
    browser: Browser,
    stage: Callable[[World], LotDraw],
) -> None:
    draw = stage(world)
    found, sizes = [], []
    for width, height in SIZES:
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(live_server.url + on_screen(draw))
        found += [(width, fault) for fault in faults(page)]
        sizes.append(smallest_type(page))
        page.close()
    assert found == []
    assert min(sizes) >= READABLE


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_name_arrives_without_motion_where_motion_is_unwelcome(
    journal_may_be_emptied: None, world: World, live_server: LiveServer, browser: Browser
) -> None:
    draw = begun(world)
    enter(world, draw, "MN-10")
    page: Page = browser.new_context(reduced_motion="reduce").new_page()
    page.goto(live_server.url + on_screen(draw))
    expect(page.locator(".latest")).to_have_text("Trường Mầm non Hướng Dương")
    assert page.locator(".latest").evaluate("(name) => getComputedStyle(name).animationName") == "none"
