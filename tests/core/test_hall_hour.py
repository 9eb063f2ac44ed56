"""The hour in the hall: five minutes, in the order of the programme."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from guong.core.hall_hour import Moment, against, next_moment, rounded


@pytest.mark.parametrize(
    ("at", "noted"),
    [
        (time(8, 0), time(8, 0)),
        (time(8, 2, 29), time(8, 0)),
        (time(8, 2, 30), time(8, 5)),
        (time(8, 58), time(9, 0)),
        (time(23, 59), time(23, 55)),
        (time(0, 1), time(0, 0)),
    ],
)
def test_an_hour_is_noted_to_the_nearest_five_minutes(at: time, noted: time) -> None:
    assert rounded(at) == noted


@given(some.times())
def test_what_is_noted_lies_within_five_minutes_of_the_day(at: time) -> None:
    noted = rounded(at)
    gap = abs((noted.hour - at.hour) * 3600 + (noted.minute - at.minute) * 60 - at.second)
    assert noted.minute % 5 == 0
    assert gap < 300


def test_a_later_moment_is_never_noted_before_an_earlier_one() -> None:
    noted = {Moment.BRIEFED: time(8, 10)}
    assert against(noted, Moment.LEFT, time(8, 5)) is Moment.BRIEFED
    assert against(noted, Moment.BEGAN, time(8, 15)) is Moment.BRIEFED
    assert against(noted, Moment.LEFT, time(8, 10)) is None


def test_a_moment_noted_again_is_not_in_its_own_way() -> None:
    assert against({Moment.BEGAN: time(8, 10)}, Moment.BEGAN, time(8)) is None


def test_the_next_moment_follows_the_last_one_noted_even_where_one_was_left_out() -> None:
    assert next_moment({}) is Moment.SETTLED
    assert next_moment({Moment.SETTLED: time(8), Moment.BRIEFED: time(8, 10)}) is Moment.LEFT
    assert next_moment({Moment.ENDED: time(10)}) is None


def test_several_people_asked_about_leave_together() -> None:
    assert Moment.LEFT.words(subjects=1) == "Mời đồng chí được góp ý rời phòng"
    assert Moment.LEFT.words(subjects=2) == "Mời các đồng chí được góp ý rời phòng"
