"""The desk's page in a real browser: keyed twice, sealed there, and what leaves the page is sealed."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources

import pytest
from django.test import Client
from playwright.sync_api import Page, Route, sync_playwright
from pytest_django.live_server_helper import LiveServer

from guong.ballots import polls
from guong.core import ballot
from guong.core.questionnaire import official
from guong.core.secrecy import envelope, keys, slips
from guong.office.accounts.roles import Role
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.office.paperdesk import selectors, services
from tests.conferences.world import SEED, World, closed, good, officer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]
SECRET_NOTE = "Chữ viết trên giấy"
PUT = re.compile(r"/nhap-phieu/.+/s1/.+")
FIRST, SECOND = "1111111111111112", "3111111111111112"


@dataclass(frozen=True)
class Desk:
    """Where one conference's sheets are keyed in, and what lets the clerk in there."""

    conference: Conference
    poll: str
    code: str
    address: str
    session: str


def station(route: Route) -> None:
    script = resources.files("guong.ballots").joinpath("static/dist/station.js")
    route.fulfill(body=script.read_bytes(), content_type="text/javascript")


def lose_the_answer(route: Route) -> None:
    route.fetch()
    route.abort()


def key_in(page: Page, marks: str) -> None:
    page.check('input[value="marked"]')
    for item, mark in zip(official("school_head").items, marks, strict=True):
        page.check(f'.sheet input[name="{item.key}"][value="{mark}"]')
    page.fill('textarea[name="note:other"]', SECRET_NOTE)
    page.click("text=Nhập xong tờ này")


@contextmanager
def at_the_desk(desk: Desk) -> Iterator[tuple[Page, list[str]]]:
    """A browser on the page of one subject; gives the page and the bodies that it sends, as they go."""
    sent: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.on(
            "request",
            lambda request: sent.append(request.post_data or "") if request.method == "POST" else None,
        )
        page.route("**/b/static/station.js", station)
        page.context.add_cookies([{"name": "sessionid", "value": desk.session, "url": desk.address}])
        page.goto(desk.address)
        yield page, sent
        browser.close()


def begin(page: Page, desk: Desk) -> None:
    page.fill("#card-code", desk.code)
    page.click("text=Bắt đầu nhập")


def key_in_twice(page: Page) -> None:
    key_in(page, FIRST)
    page.click("#handover")
    key_in(page, FIRST)
    assert page.inner_text("#compare-title") == "Hai lần nhập giống nhau"


@pytest.fixture
def desk(journal_may_be_emptied: None, world: World, live_server: LiveServer) -> Desk:
    """A closed conference whose two sheets were counted, its typists named, its clerk signed in."""
    conference, made = closed(world, paper_sets=2)
    good(
        services.count_sheets(
            actor=world.organiser,
            conference=conference,
            subject_key="s1",
            counted=2,
            counters=("Mai", "Vinh"),
        )
    )
    good(services.name_typists(conference=conference, first_typist="Mai Ka", second_typist="Vinh Ly"))
    client = Client()
    client.force_login(
        officer(world.school, Role.PAPER_CLERK, username="nhapphieu"),
        backend="guong.office.accounts.permitting.ByRoles",
    )
    return Desk(
        conference=conference,
        poll=made.keys.poll,
        code=" ".join(slips.printed_groups(made.station_tickets[0], made.keys.poll, slips.STATION)),
        address=f"{live_server.url}/nhap-phieu/{conference.key}/s1/",
        session=client.cookies["sessionid"].value,
    )


def test_a_sheet_is_keyed_twice_and_leaves_the_page_sealed(desk: Desk) -> None:
    definition = conferences.definition_of(desk.conference)
    assert definition is not None
    with at_the_desk(desk) as (page, sent):
        begin(page, desk)
        key_in(page, FIRST)
        handover = page.content()
        page.click("#handover")
        key_in(page, SECOND)
        assert page.inner_text("#compare-title") == "Có 1 chỗ khác nhau"
        page.check('#differences input[value="1"]')
        page.click("#seal")
        page.wait_for_selector("text=Đã niêm phong tờ phiếu")

    assert SECRET_NOTE not in handover
    assert [set(json.loads(body)) for body in sent] == [
        {"slot_key_b64", "envelope_b64", "invalid", "differences"}
    ]
    assert SECRET_NOTE not in sent[0]
    assert selectors.entered_by_subject(desk.conference) == {"s1": 1}
    assert selectors.entry_logs(desk.conference)["s1"].differences == 1
    (sealed,) = good(polls.seal(conferences.urn_store(), poll=desk.poll)).paper
    opened = envelope.open_sealed(
        definition, sealed.slot_key, sealed.envelope, keys.board_key(SEED, desk.poll)
    )
    size = ballot.plaintext_size(1)
    (part,) = ballot.decode(opened, official("school_head"), poll=desk.poll, expected=["s1"], size=size)
    assert part.marks == SECOND
    assert part.remarks == (("other", SECRET_NOTE),)


def test_after_a_lost_answer_only_the_same_bytes_are_sent_until_they_are_acknowledged(desk: Desk) -> None:
    with at_the_desk(desk) as (page, sent):
        begin(page, desk)
        key_in_twice(page)
        page.route(PUT, lose_the_answer, times=2)
        page.click("#seal")
        page.wait_for_selector("#send-step:not([hidden])")
        assert not page.is_visible("#again")
        with page.expect_event("requestfailed"):
            page.click("#resend")
        page.click("#resend")
        page.wait_for_selector("text=Đã niêm phong tờ phiếu")
        assert page.inner_text("#entered") == "1"
    assert len(sent) == 3
    assert len(set(sent)) == 1
    assert selectors.entered_by_subject(desk.conference) == {"s1": 1}


def test_two_clicks_on_seal_send_one_sheet(desk: Desk) -> None:
    with at_the_desk(desk) as (page, sent):
        begin(page, desk)
        key_in_twice(page)
        page.evaluate("for (let n = 0; n < 3; n++) document.getElementById('seal').onclick()")
        page.wait_for_selector("text=Đã niêm phong tờ phiếu")
    assert len(sent) == 1
    assert selectors.entered_by_subject(desk.conference) == {"s1": 1}


def test_a_page_loaded_anew_has_the_pile_counted_before_the_next_sheet(desk: Desk) -> None:
    with at_the_desk(desk) as (page, _):
        assert not page.is_visible("text=chồng phiếu đã nhập")
        begin(page, desk)
        key_in_twice(page)
        page.route(PUT, lose_the_answer, times=1)
        page.click("#seal")
        page.wait_for_selector("#send-step:not([hidden])")
        page.on("dialog", lambda dialog: dialog.accept())
        page.reload()
        page.wait_for_selector("#card-step:not([hidden])")
        assert "Đã nhập 1 tờ." in page.inner_text("#pile")
        begin(page, desk)
        assert not page.is_visible("#keying-step")
        page.check("#pile-counted")
        begin(page, desk)
        page.wait_for_selector("#keying-step:not([hidden])")
