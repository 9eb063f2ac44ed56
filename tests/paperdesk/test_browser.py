"""The desk's page in a real browser: keyed twice, sealed there, and what leaves the page is sealed."""

import json
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
FIRST, SECOND = "1111111111111112", "3111111111111112"


def station(route: Route) -> None:
    script = resources.files("guong.ballots").joinpath("static/dist/station.js")
    route.fulfill(body=script.read_bytes(), content_type="text/javascript")


def key_in(page: Page, marks: str) -> None:
    page.check('input[value="marked"]')
    for item, mark in zip(official("school_head").items, marks, strict=True):
        page.check(f'.sheet input[name="{item.key}"][value="{mark}"]')
    page.fill('textarea[name="note:other"]', SECRET_NOTE)
    page.click("text=Nhập xong tờ này")


def work_at_the_desk(address: str, session: str, code: str) -> tuple[str, list[str]]:
    """Key one sheet in twice with one difference; returns the page's text at the handover and the bodies sent."""
    sent: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.on(
            "request",
            lambda request: sent.append(request.post_data or "") if request.method == "POST" else None,
        )
        page.route("**/b/static/station.js", station)
        page.context.add_cookies([{"name": "sessionid", "value": session, "url": address}])
        page.goto(address)
        page.fill("#card-code", code)
        page.click("text=Bắt đầu nhập")
        key_in(page, FIRST)
        handover = page.content()
        page.click("#handover")
        key_in(page, SECOND)
        assert page.inner_text("#compare-title") == "Có 1 chỗ khác nhau"
        page.check('#differences input[value="1"]')
        page.click("#seal")
        page.wait_for_selector("#done-step:not([hidden])")
        browser.close()
    return handover, sent


def test_a_sheet_is_keyed_twice_and_leaves_the_page_sealed(
    journal_may_be_emptied: None, world: World, live_server: LiveServer
) -> None:
    conference, made = closed(world, paper_sets=1)
    poll = made.keys.poll
    good(
        services.count_sheets(
            actor=world.organiser,
            conference=conference,
            subject_key="s1",
            counted=1,
            counters=("Mai", "Vinh"),
        )
    )
    good(services.name_typists(conference=conference, first_typist="Mai Ka", second_typist="Vinh Ly"))
    definition = conferences.definition_of(conference)
    assert definition is not None
    client = Client()
    client.force_login(
        officer(world.school, Role.PAPER_CLERK, username="nhapphieu"),
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )
    code = " ".join(slips.printed_groups(made.station_tickets[0], poll, slips.STATION))
    address = f"{live_server.url}/nhap-phieu/{conference.key}/s1/"
    handover, sent = work_at_the_desk(address, client.cookies["sessionid"].value, code)

    assert SECRET_NOTE not in handover
    assert [set(json.loads(body)) for body in sent] == [
        {"slot_key_b64", "envelope_b64", "invalid", "differences"}
    ]
    assert SECRET_NOTE not in sent[0]
    assert selectors.entered_by_subject(conference) == {"s1": 1}
    assert selectors.entry_logs(conference)["s1"].differences == 1
    sealed = good(polls.seal(conferences.urn_store(), poll=poll)).paper[0]
    opened = envelope.open_sealed(definition, sealed.slot_key, sealed.envelope, keys.board_key(SEED, poll))
    size = ballot.plaintext_size(1)
    (part,) = ballot.decode(opened, official("school_head"), poll=poll, expected=["s1"], size=size)
    assert part.marks == SECOND
    assert part.remarks == (("other", SECRET_NOTE),)
