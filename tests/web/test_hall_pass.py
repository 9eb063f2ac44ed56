"""A desk that stays usable past the idle limit: its own pages and nothing else, until its end (decision 0019)."""

import time
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse
from django.utils import timezone
from pytest_django import Settings

from guong.core.hall_pass import LENGTH, pass_end
from guong.core.lifecycle import PollState
from guong.office.accounts.access import is_usable_in_hall
from guong.office.accounts.models import HallPass
from guong.office.accounts.roles import Role
from guong.office.conferences import selectors
from guong.office.conferences.models import Conference
from guong.office.journal.models import Entry
from guong.web.middleware import STAMP
from tests.conferences.world import World, close_by_two, good, new_conference, officer, opened, printed
from tests.counting.world import signed_in
from tests.pages.routes import routes

PASSWORD = "một mật khẩu dài để thử"
OF_THE_DESK = {
    "conferences:attendance",
    "conferences:desk-totals",
    "conferences:hall",
    "conferences:hall-mode-end",
    "conferences:incident",
    "conferences:moment",
    "conferences:paper-set",
    "conferences:pause",
    "conferences:slip",
}


@pytest.fixture
def conference(world: World) -> Conference:
    """The open conference of the school."""
    return opened(world)[0]


@pytest.fixture
def desk(world: World, conference: Conference) -> Client:
    """The organiser's browser at the desk, the hall mode on."""
    cache.clear()
    world.organiser.set_password(PASSWORD)
    world.organiser.save()
    client = Client()
    client.post(reverse("account_login"), {"login": world.organiser.username, "password": PASSWORD})
    said = client.post(at("hall-mode", conference), follow=True).content.decode()
    assert "Đã bật chế độ hội trường" in said
    return client


def at(name: str, conference: Conference) -> str:
    return reverse(f"conferences:{name}", args=[conference.key])


def later(monkeypatch: pytest.MonkeyPatch, *, minutes: float) -> None:
    seconds, now = time.time() + minutes * 60, timezone.now() + timedelta(minutes=minutes)
    monkeypatch.setattr("time.time", lambda: seconds)
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)


def opens(client: Client, address: str) -> bool:
    return client.get(address).status_code == 200


def asks_to_sign_in(client: Client, address: str) -> bool:
    answer = client.get(address)
    return answer.status_code == 302 and answer["Location"].startswith(reverse("account_login"))


def journal() -> list[str]:
    return list(
        Entry.objects.filter(act__startswith="accounts.hall_pass")
        .order_by("number")
        .values_list("act", flat=True)
    )


def test_the_desk_outlives_the_idle_limit_again_and_again(
    desk: Client, conference: Conference, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        later(monkeypatch, minutes=40)
        assert opens(desk, at("hall", conference))
    person = conference.roll.all()[0].person_id
    desk.post(at("attendance", conference), {"person": person, "present": "1"})
    desk.post(at("paper-set", conference), {"change": "1"})
    assert (conference.roll.filter(present=True).count(), selectors.paper_sets(conference)) == (1, 1)


def test_without_the_mode_the_desk_signs_out_as_every_page(
    world: World, conference: Conference, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = signed_in(world.organiser)
    assert opens(client, at("hall", conference))
    later(monkeypatch, minutes=15.1)
    assert asks_to_sign_in(client, at("hall", conference))


def test_exactly_these_pages_are_the_desks_own() -> None:
    def view_of(name: str) -> object:
        room, _, short = name.partition(":")
        return next(
            one.callback
            for one in get_resolver().namespace_dict[room][1].url_patterns
            if getattr(one, "name", "") == short
        )

    named = {route.name for route in routes() if ":" in route.name and is_usable_in_hall(view_of(route.name))}  # type: ignore[arg-type]  # a view
    assert named == OF_THE_DESK


def test_every_other_address_meets_a_visitor(
    desk: Client, conference: Conference, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(monkeypatch, minutes=16)
    of_conference = [
        route
        for route in routes()
        if route.text.count("<") == 1 and route.text.startswith("hoi-nghi/<slug:key>")
    ]
    plain = [route for route in routes() if "<" not in route.text and route.name != "account_logout"]
    signed_out = Client()
    reached = []
    for route in [*of_conference, *plain]:
        address = "/" + route.text.replace("<slug:key>", conference.key)
        for method in ("get", "post"):
            got, visitors = getattr(desk, method)(address), getattr(signed_out, method)(address)
            if (got.status_code, got.headers.get("Location")) != (
                visitors.status_code,
                visitors.headers.get("Location"),
            ):
                reached.append(route.name)
    assert len(plain) > 20
    assert set(reached) == OF_THE_DESK


def test_nobody_opens_closes_or_confirms_by_a_pass_alone(
    desk: Client, world: World, conference: Conference, monkeypatch: pytest.MonkeyPatch
) -> None:
    close = {"act": "close"}
    signed_in(officer(world.school, Role.ORGANISER, username="hai")).post(at("ask", conference), close)
    later(monkeypatch, minutes=16)
    for name in ("open", "close", "ask", "confirm", "withdraw", "pins"):
        desk.post(at(name, conference), close)
    assert selectors.state_of(conference) is PollState.OPEN
    assert selectors.asked_act(conference) is not None


def test_the_desk_of_another_conference_asks_to_sign_in(
    desk: Client, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = new_conference(world)
    assert opens(desk, at("hall", other))
    later(monkeypatch, minutes=16)
    assert asks_to_sign_in(desk, at("hall", other))


def test_the_pass_of_another_browser_is_worth_nothing(
    desk: Client, world: World, conference: Conference, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = signed_in(world.organiser)
    assert opens(other, at("hall", conference))
    later(monkeypatch, minutes=16)
    assert asks_to_sign_in(other, at("hall", conference))


def test_a_stolen_session_without_its_stamp_keeps_no_desk(
    desk: Client, conference: Conference, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(monkeypatch, minutes=16)
    del desk.cookies[STAMP]
    assert asks_to_sign_in(desk, at("hall", conference))


def test_the_desk_alone_brings_no_other_page_back(
    desk: Client, conference: Conference, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(monkeypatch, minutes=16)
    for _ in range(3):
        assert opens(desk, at("hall", conference))
    assert asks_to_sign_in(desk, reverse("accounts:mine"))
    shown = desk.get(at("hall", conference)).content.decode()
    assert "Máy đã để yên hơn 15 phút" in shown
    assert "Mục lục" not in shown


def test_after_signing_in_again_everything_goes_on_and_the_mode_still_runs(
    desk: Client, world: World, conference: Conference, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(monkeypatch, minutes=16)
    asked = desk.get(at("closing", conference), follow=True)
    assert "chế độ hội trường" in asked.content.decode()
    typed = {"login": world.organiser.username, "password": PASSWORD, "next": at("closing", conference)}
    assert desk.post(reverse("account_login"), typed)["Location"] == at("closing", conference)
    assert opens(desk, at("closing", conference))
    later(monkeypatch, minutes=16)
    assert opens(desk, at("hall", conference))
    assert journal() == ["accounts.hall_pass"]


def test_another_officer_signing_in_there_ends_the_mode(
    desk: Client, world: World, conference: Conference, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = officer(world.school, Role.ORGANISER, username="hai")
    other.set_password(PASSWORD)
    other.save()
    later(monkeypatch, minutes=16)
    desk.post(reverse("account_login"), {"login": "hai", "password": PASSWORD})
    assert not HallPass.objects.exists()
    later(monkeypatch, minutes=16)
    assert asks_to_sign_in(desk, at("hall", conference))


def test_it_ends_after_four_hours(
    desk: Client, conference: Conference, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(monkeypatch, minutes=239)
    assert opens(desk, at("hall", conference))
    later(monkeypatch, minutes=2)
    assert asks_to_sign_in(desk, at("hall", conference))


def test_the_working_day_still_ends(
    desk: Client, conference: Conference, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    settings.GUONG_SESSION_HOURS = 1
    later(monkeypatch, minutes=61)
    assert asks_to_sign_in(desk, at("hall", conference))
    assert journal() == ["accounts.hall_pass", "accounts.hall_pass_end"]


def test_a_pass_made_late_in_the_day_ends_with_the_day() -> None:
    now = timezone.now()
    assert pass_end(now, day_left=timedelta(hours=7)) == now + LENGTH
    assert pass_end(now, day_left=timedelta(minutes=50)) == now + timedelta(minutes=50)


@pytest.mark.parametrize("where", ["conference", "account"])
def test_it_is_taken_away_from_another_machine(
    desk: Client, world: World, conference: Conference, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, number = signed_in(world.organiser), HallPass.objects.get().pk
    page, act = (
        (at("hall", conference), at("hall-mode-revoke", conference))
        if where == "conference"
        else (reverse("accounts:mine"), reverse("accounts:revoke-pass"))
    )
    assert "Thu hồi" in other.get(page).content.decode()
    other.post(act, {"number": number})
    later(monkeypatch, minutes=16)
    assert asks_to_sign_in(desk, at("hall", conference))
    assert journal() == ["accounts.hall_pass", "accounts.hall_pass_revoke"]


def test_nobody_takes_away_the_pass_of_another_officer_or_conference(
    desk: Client, world: World, conference: Conference
) -> None:
    number = HallPass.objects.get().pk
    stranger = signed_in(officer(None, Role.ORGANISER, username="khac"))
    stranger.post(reverse("accounts:revoke-pass"), {"number": number})
    assert stranger.post(at("hall-mode-revoke", conference), {"number": number}).status_code == 404
    signed_in(world.organiser).post(at("hall-mode-revoke", new_conference(world)), {"number": number})
    assert HallPass.objects.filter(pk=number).exists()


def test_an_idle_desk_switches_its_own_mode_off(
    desk: Client, conference: Conference, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(monkeypatch, minutes=16)
    desk.post(at("hall-mode-end", conference))
    assert asks_to_sign_in(desk, at("hall", conference))


def test_signing_out_of_an_idle_desk_ends_its_mode(
    desk: Client, conference: Conference, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(monkeypatch, minutes=16)
    desk.post(reverse("account_logout"))
    assert not HallPass.objects.exists()
    assert asks_to_sign_in(desk, at("hall", conference))


def test_the_end_of_casting_ends_every_pass_of_the_conference(
    desk: Client, world: World, conference: Conference
) -> None:
    desk.post(at("attendance", conference), {"person": conference.roll.all()[0].person_id, "present": "1"})
    good(close_by_two(world.organiser, conference))
    assert not HallPass.objects.exists()
    assert journal() == ["accounts.hall_pass", "accounts.hall_pass_end"]


def test_it_is_switched_on_in_the_hall_only(world: World) -> None:
    client = signed_in(world.organiser)
    early = new_conference(world)
    assert "chỉ làm được trong hội nghị" in client.post(at("hall-mode", early), follow=True).content.decode()
    client.post(at("hall-mode", printed(world)))
    assert HallPass.objects.count() == 1


def test_the_password_is_asked_for_again(
    world: World, conference: Conference, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    settings.GUONG_SECOND_STEP, settings.GUONG_IDLE_MINUTES = True, 120
    monkeypatch.setattr("guong.office.accounts.owed.owes_second_step", lambda *, user: False)
    client = signed_in(world.organiser)
    answer = client.post(at("hall-mode", conference))
    assert answer["Location"].startswith(reverse("account_reauthenticate"))
    assert not HallPass.objects.exists()


def test_working_at_an_idle_desk_writes_neither_session_nor_pass(
    desk: Client, conference: Conference, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(monkeypatch, minutes=16)
    people = [entry.person_id for entry in conference.roll.all()]
    before = list(HallPass.objects.values())
    with CaptureQueriesContext(connection) as queries:
        for person in people:
            desk.post(
                at("attendance", conference), {"person": person, "present": "1"}, headers={"X-Part": "row"}
            )
    written = [query["sql"] for query in queries.captured_queries if not query["sql"].startswith("SELECT")]
    assert conference.roll.filter(present=True).count() == len(people)
    assert [sql for sql in written if "django_session" in sql or "hallpass" in sql] == []
    assert list(HallPass.objects.values()) == before
