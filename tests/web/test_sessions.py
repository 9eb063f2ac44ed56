"""How a session ends, and that working in the hall leaves no time of an act in the register (DESIGN §4.8)."""

import time

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings

from guong.core.secrecy import slips
from guong.office.conferences.selectors import screen_code
from guong.web.middleware import STAMP
from tests.conferences.world import World, opened
from tests.counting.world import signed_in

TICKS = 20


@pytest.fixture
def client(world: World) -> Client:
    """The organiser, signed in."""
    return signed_in(world.organiser)


def is_signed_in(client: Client) -> bool:
    return client.get(reverse("accounts:mine")).status_code == 200


def later(monkeypatch: pytest.MonkeyPatch, *, minutes: float) -> None:
    now = time.time() + minutes * 60
    monkeypatch.setattr("time.time", lambda: now)


def session_writes(queries: CaptureQueriesContext) -> list[str]:
    return [
        query["sql"]
        for query in queries.captured_queries
        if "django_session" in query["sql"] and not query["sql"].startswith("SELECT")
    ]


@pytest.mark.parametrize("wanted", ["row", "page"])
def test_twenty_ticks_write_no_session(client: Client, world: World, wanted: str) -> None:
    conference, _ = opened(world)
    assert is_signed_in(client)
    people = [entry.person_id for entry in conference.roll.all()]
    with CaptureQueriesContext(
        connection,
    ) as queries:
        for turn in range(TICKS):
            client.post(
                reverse("conferences:attendance", args=[conference.key]),
                {"person": people[turn % len(people)], "present": "1"},
                headers={"X-Part": wanted},
                follow=wanted == "page",
            )
    assert session_writes(queries) == []
    assert conference.roll.filter(present=True).count() == len(people)


def test_a_slip_handed_back_and_what_the_page_says_of_it_write_no_session(
    client: Client, world: World
) -> None:
    conference, made = opened(world)
    assert is_signed_in(client)
    typed = " ".join(slips.printed_groups(made.tickets[0], made.keys.poll))
    with CaptureQueriesContext(connection) as queries:
        answer = client.post(
            reverse("conferences:slip", args=[conference.key]),
            {"mark": "exchange", "code": typed},
            follow=True,
        )
    assert "Đã ghi đổi thẻ" in answer.content.decode()
    assert session_writes(queries) == []


def test_fifteen_idle_minutes_sign_out(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_signed_in(client)
    later(monkeypatch, minutes=15.1)
    assert not is_signed_in(client)
    assert not is_signed_in(client)


def test_a_session_in_use_lives_on(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_signed_in(client)
    for _ in range(3):
        later(monkeypatch, minutes=14)
        assert is_signed_in(client)


def test_a_projector_that_asks_by_itself_keeps_nobody_signed_in(
    client: Client, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    conference, _ = opened(world)
    assert is_signed_in(client)
    for _ in range(2):
        later(monkeypatch, minutes=8)
        client.get(reverse("conferences:hall-screen", args=[conference.pk, screen_code(conference)]))
    assert not is_signed_in(client)


def test_signing_in_begins_the_idle_time_at_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.organiser.set_password("một mật khẩu dài để thử")
    world.organiser.save()
    client = Client()
    typed = {"login": world.organiser.username, "password": "một mật khẩu dài để thử"}
    assert client.post(reverse("account_login"), typed).status_code == 302
    assert client.cookies[STAMP].value
    later(monkeypatch, minutes=15.1)
    assert not is_signed_in(client)


@pytest.mark.parametrize("stamp", ["", "made:up:stamp", None])
def test_a_stolen_session_without_its_stamp_is_worth_nothing(client: Client, stamp: str | None) -> None:
    assert is_signed_in(client)
    if stamp is None:
        del client.cookies[STAMP]
    else:
        client.cookies[STAMP] = stamp
    assert not is_signed_in(client)


def test_the_stamp_of_another_session_does_not_serve(client: Client, world: World) -> None:
    assert is_signed_in(client)
    other = signed_in(world.organiser)
    assert is_signed_in(other)
    client.cookies[STAMP] = other.cookies[STAMP].value
    assert not is_signed_in(client)


def test_a_session_ends_after_the_working_day(client: Client, settings: Settings) -> None:
    assert is_signed_in(client)
    settings.GUONG_SESSION_HOURS = 0
    assert not is_signed_in(client)


def test_signing_in_gives_the_session_another_id(world: World) -> None:
    user = world.organiser
    user.set_password("sen-hồng-nở-buổi-sớm")
    user.save()
    browser = Client()
    session = browser.session  # what a visitor's browser could have been given by somebody else
    session["before"] = True
    session.save()
    planted = browser.cookies["sessionid"].value
    browser.post(reverse("account_login"), {"login": user.username, "password": "sen-hồng-nở-buổi-sớm"})
    assert browser.cookies["sessionid"].value != planted
    assert not Session.objects.filter(session_key=planted).exists()
