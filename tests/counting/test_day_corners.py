"""Rare conferences of an opening day: void, held twice in one unit, sealed before the day is arranged."""

from datetime import time
from pathlib import Path

import pytest
from django.urls import reverse

from guong.core.outcome import Refused
from guong.office.conferences import services as hall
from guong.office.counting import selectors, services
from guong.office.counting.day_steps import BoxStanding
from tests.conferences.world import good
from tests.counting.rounds import (
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
    assert "Trường Tiểu học Hoa Sen (08:00 15/05/2023)" in words


def test_the_hall_minutes_are_offered_day_and_place_of_the_opening(made: RoundOfBoxes) -> None:
    conference = made.conferences[0]
    assert selectors.opening_line(conference) == ""
    arranged(made)
    address = reverse("counting:seal", args=[conference.key])
    shown = signed_in(made.counter).get(address).content.decode()
    assert "14 giờ, ngày 19 tháng 5 năm 2023, tại Phòng họp số 2, trụ sở Quận uỷ Hoa Sen" in shown
