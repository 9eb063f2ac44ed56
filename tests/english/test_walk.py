"""Every page of the desk in English, at every stage: no Vietnamese is left but names and what people typed."""

from collections.abc import Callable
from datetime import time

import pytest
from django.test import Client
from django.urls import reverse

from guong.core.desk_totals import DeskTotals
from guong.core.hall_hour import Moment
from guong.core.preflight import Check
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.conferences import selectors, services
from guong.office.conferences.models import Conference
from guong.office.registry.models import Person
from guong.web.language import COOKIE
from tests.conferences.conftest import urn_folder, world
from tests.conferences.world import (
    DETAILS,
    HELD_ON,
    SEATS,
    World,
    close_by_two,
    closed,
    confirming,
    good,
    new_conference,
    officer,
    open_by_two,
    opened,
    prepared,
    printed,
    with_roll,
)
from tests.counting.conftest import count
from tests.counting.test_pages import sealed_and_imported, typed
from tests.counting.world import Count, destroyed, hand_counted, sheets_entered, slips_checked
from tests.english.reading import vietnamese_left

__all__ = ["count", "urn_folder", "world"]
ROOM = (
    *("detail", "roll", "board", "pins", "poll", "printing", "message"),
    *("opening", "hall", "closing", "screen"),
)
COUNT = ("conference", "hand", "left_over", "sheets", "reconcile", "seal")


def english(user: User | None = None) -> Client:
    """A browser in which English was chosen."""
    client = Client()
    client.cookies[COOKIE] = "en"
    if user is not None:
        client.force_login(user)
    return client


def names(conference: Conference) -> tuple[str, ...]:
    """Names that stand in tabs, labels and choices: of people, units and the conference."""
    people = Person.objects.values_list("full_name", flat=True)
    return (
        conference.unit.name,
        conference.title,
        DETAILS.chair_name,
        *people,
        *(str(user) for user in User.objects.all()),
        *(seat.full_name for seat in SEATS),
    )


def left_on(client: Client, address: str, conference: Conference) -> list[str]:
    """Return what one page still says in Vietnamese."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    return vietnamese_left(answer.content.decode(), names=names(conference))


def paused(world: World) -> Conference:
    conference, _ = opened(world)
    good(services.pause_poll(actor=world.organiser, conference=conference))
    return conference


def by_lists(world: World) -> Conference:
    conference = printed(world)
    way = Conference.LISTS
    good(services.choose_attendance(actor=world.organiser, conference=conference, attendance=way, desks=2))
    return conference


def asked(world: World) -> Conference:
    conference, _ = opened(world)
    good(services.ask_second(actor=world.organiser, conference=conference, act="close", sure=[]))
    return conference


def cancelled(world: World) -> Conference:
    conference = with_roll(world)
    chair, version = DETAILS.chair_name, conference.version
    good(
        services.cancel(
            actor=world.organiser,
            conference=conference,
            version=version,
            reason="mưa bão",
            decided_by=chair,
            day=HELD_ON,
        )
    )
    return conference


def changed_and_checked(world: World) -> Conference:
    conference = printed(world)
    actor, out = world.organiser, conference.roll.last()
    assert out is not None
    why = {"reason": "Nghỉ ốm", "chair_name": DETAILS.chair_name}
    version, person = conference.version, out.person
    good(services.remove_from_roll(actor=actor, conference=conference, version=version, person=person, **why))
    confirming(actor, conference)
    good(services.tick_check(actor=actor, conference=conference, check=Check.PENS, done=True))
    services.note_trial(actor=actor, conference=conference, failed="slot", seconds_ahead=7300)
    return conference


def totals_typed(world: World) -> Conference:
    conference = by_lists(world)
    actor = world.organiser
    good(open_by_two(actor, conference))
    totals = DeskTotals(7, 2, 4)
    good(services.type_desk_totals(actor=actor, conference=conference, number=1, totals=totals))
    good(services.note_moment(actor=actor, conference=conference, moment=Moment.BEGAN, at=time(8, 5)))
    good(services.note_incident(actor=actor, conference=conference, text="Mất điện", settled="Đèn pin"))
    return conference


STAGES: dict[str, Callable[[World], Conference]] = {
    "new": new_conference,
    "with a roll": with_roll,
    "with keys": lambda world: prepared(world)[0],
    "on the morning": printed,
    "changed and checked": changed_and_checked,
    "by lists": by_lists,
    "totals typed": totals_typed,
    "open": lambda world: opened(world)[0],
    "asked": asked,
    "paused": paused,
    "cancelled": cancelled,
    "closed": lambda world: closed(world, paper_sets=2)[0],
}


@pytest.mark.parametrize("stage", STAGES)
def test_the_conference_at_every_stage(world: World, stage: str) -> None:
    conference = STAGES[stage](world)
    client = english(world.organiser)
    addresses = [reverse(f"conferences:{name}", args=[conference.key]) for name in ROOM]
    addresses += [reverse("overview:home"), reverse("conferences:list"), reverse("conferences:new")]
    addresses += [reverse("conferences:new") + f"?unit={world.school.pk}"]
    left = {address: left_on(client, address, conference) for address in addresses}
    assert {address: texts for address, texts in left.items() if texts} == {}


def nothing_more(_: Count) -> None:
    """The conference as it was closed."""


def first_typed(count: Count) -> None:
    signed_in = english(count.officer)
    signed_in.post(reverse("counting:hand", args=[count.conference.key]), typed(count, 1))


def differing(count: Count) -> None:
    hand_counted(count, signatures=count.hand.signatures - 1)


@pytest.mark.parametrize("first", [nothing_more, first_typed, differing])
def test_the_count_at_every_stage(count: Count, first: Callable[[Count], None]) -> None:
    client = english(count.officer)
    stages = [first]
    if first is nothing_more:
        stages += [hand_counted, slips_checked, sheets_entered, sealed_and_imported, destroyed]
    for stage in stages:
        stage(count)
        addresses = [reverse("overview:home"), reverse("counting:list")]
        addresses += [reverse(f"counting:{name}", args=[count.conference.key]) for name in COUNT]
        left = {address: left_on(client, address, count.conference) for address in addresses}
        assert {address: texts for address, texts in left.items() if texts} == {}, stage.__name__


@pytest.mark.parametrize("role", Role)
def test_the_first_page_of_every_role(count: Count, role: Role) -> None:
    users = [
        officer(count.conference.unit, role, username="sees"),
        officer(None, role, username="new"),
    ]
    assert [left_on(english(user), reverse("overview:home"), count.conference) for user in users] == [[], []]


def test_the_hall_screen_in_every_state(world: World) -> None:
    conference, _ = opened(world)
    person = conference.roll.all()[0].person_id
    good(services.mark_present(conference=conference, person_id=person, present=True))
    address = reverse("conferences:hall-screen", args=[conference.pk, selectors.screen_code(conference)])
    for act in (services.pause_poll, open_by_two, close_by_two):
        good(act(actor=world.organiser, conference=conference))
        assert left_on(Client(), address + "?ngon-ngu=en", conference) == []


@pytest.mark.parametrize(
    ("page", "left"),
    [
        ("<p>Mở bỏ phiếu</p>", ["Mở bỏ phiếu"]),
        ('<button aria-label="Thêm một bộ">1</button>', ["Thêm một bộ"]),
        ("<li>Tống Gia Bách</li>", ["Tống Gia Bách"]),
        ("<p>Number chosen by: Tống Gia Bách.</p>", []),
        ('<li><span lang="vi">Tống Gia Bách</span> <b>đã</b></li>', ["đã"]),
        ('<p lang="vi">Mở <em lang="en">Mở</em></p>', ["Mở"]),
        ("<script>'Mở'</script><p>Open</p>", []),
    ],
)
def test_what_a_page_leaves_in_vietnamese_is_noticed(page: str, left: list[str]) -> None:
    assert vietnamese_left(f'<html lang="en">{page}', names=("Tống Gia Bách",)) == left
    assert vietnamese_left(f'<html lang="vi">{page}') == ["lang=vi"]
