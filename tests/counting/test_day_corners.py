"""Rare conferences of an opening day: void, cancelled, held twice in one unit, sealed before the day is arranged."""

from datetime import time
from pathlib import Path

import pytest
from django.urls import reverse

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.conferences import services as hall
from guong.office.conferences.models import Conference
from guong.office.counting import selectors, services
from guong.office.counting.day_steps import BoxStanding
from tests.conferences.world import World, good, new_conference, officer, school
from tests.counting.rounds import (
    DETAILS,
    RoundOfBoxes,
    arranged,
    arrival,
    day_opened,
    received,
    sealed_round,
)
from tests.counting.world import signed_in, words_of


@pytest.fixture
def made(db: None, urn_folder: Path) -> RoundOfBoxes:
    """A round of two conferences with sealed boxes."""
    return sealed_round(schools=2)


def test_a_void_poll_is_neither_expected_nor_received(made: RoundOfBoxes) -> None:
    day = arranged(made)
    good(hall.perform_on_urn(poll=made.conferences[0].poll, act="void"))
    assert [line.standing for line in selectors.day_view(day).lines][0] is BoxStanding.VOID
    (outcome,) = good(services.receive_boxes(day=day, arrivals=[arrival(made, 0)], actor=made.counter))
    assert isinstance(outcome, Refused)
    assert outcome.reason == "poll_void"
    received(made, day, places=(1,))
    facts = selectors.day_view(day).facts
    assert (facts.received, facts.boxes) == (1, 1)
    assert made.conferences[0].unit.name not in selectors.unopened_units(selectors.day_view(day))


def test_two_conferences_of_one_unit_are_told_apart_in_the_minutes(made: RoundOfBoxes) -> None:
    second = made.conferences[1]
    second.unit, second.begins_at = made.conferences[0].unit, time(14)
    second.save()
    day = day_opened(made)
    words = words_of(selectors.day_papers(day).get(kind="opening_minutes"))
    assert "Trường Tiểu học Hoa Sen (08:00 15/5/2023)" in words


def test_the_hall_minutes_are_offered_day_and_place_of_the_opening(made: RoundOfBoxes) -> None:
    conference = made.conferences[0]
    assert selectors.opening_line(conference) == ""
    arranged(made)
    address = reverse("counting:seal", args=[conference.key])
    shown = signed_in(made.counter).get(address).content.decode()
    assert "14 giờ, ngày 19 tháng 5 năm 2023, tại Phòng họp số 2, trụ sở Quận uỷ Hoa Sen" in shown


def cancelled_conference(made: RoundOfBoxes) -> Conference:
    """One conference more of the round, cancelled before its poll opened."""
    unit, head = school(name="Trường Tiểu học Mây Trắng", key="TH-09")
    unit.parent = made.body
    unit.save()
    conference = new_conference(World(unit, head, officer(unit, Role.ORGANISER, username="maytrang")))
    conference.round = made.round
    conference.save()
    return conference


def cancel(conference: Conference, actor: User) -> None:
    good(
        hall.cancel(
            actor=actor,
            conference=conference,
            version=conference.version,
            reason="Trường sáp nhập",
            decided_by="Trưởng Ban",
            day=conference.held_on,
        )
    )


def test_a_cancelled_conference_is_taken_up_by_no_opening_day(made: RoundOfBoxes) -> None:
    conference = cancelled_conference(made)
    assert conference in selectors.conferences_to_open(made.round)
    cancel(conference, made.counter)
    assert conference not in selectors.conferences_to_open(made.round)
    assert conference not in arranged(made).conferences.all()


def test_a_conference_cancelled_after_the_day_was_arranged_holds_nothing_up(made: RoundOfBoxes) -> None:
    conference = cancelled_conference(made)
    day = arranged(made)
    cancel(conference, made.counter)
    view = selectors.day_view(day)
    line = next(line for line in view.lines if line.conference == conference)
    assert line.standing is BoxStanding.CANCELLED
    assert view.facts.boxes == 2
    assert conference.unit.name not in selectors.unopened_units(view)
    words = words_of(received(made, day))
    assert f"Hội nghị đã huỷ nên không có hòm phiếu: {conference.unit.name}" in words
    assert "Chưa nhận hòm phiếu" not in words


def test_the_counting_officer_is_not_shown_a_cancelled_conference_to_count(made: RoundOfBoxes) -> None:
    conference = cancelled_conference(made)
    cancel(conference, made.counter)
    shown = signed_in(made.counter).get(reverse("counting:list")).content.decode()
    assert conference.unit.name not in shown
    assert made.conferences[0].unit.name in shown


def test_a_sealed_box_of_a_round_leads_to_the_day_of_opening(made: RoundOfBoxes) -> None:
    address = reverse("counting:conference", args=[made.conferences[0].key])
    arranging = reverse("counting:day_arrange", args=[made.round.key])
    assert arranging not in signed_in(made.counter).get(address).content.decode()
    made.round.opens_on = DETAILS.opens_on
    made.round.save()
    assert f'class="button" href="{arranging}"' in signed_in(made.counter).get(address).content.decode()
    day = arranged(made)
    assert reverse("counting:day", args=[day.key]) in signed_in(made.counter).get(address).content.decode()
