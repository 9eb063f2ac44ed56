"""The days of a round: three conferences a day, never a Sunday, and what can't be at one time."""

from collections import Counter
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core.timetable import LASTS, SUNDAY, Clash, ClashKind, Meeting, Slot, TooShort, clashes, proposed

DAYS = st.dates(date(2022, 1, 1), date(2030, 12, 31))
MONDAY = date(2023, 5, 15)


@given(begins=DAYS, length=st.integers(0, 40), count=st.integers(0, 80))
def test_slots_lie_within_the_round_three_a_day_and_never_on_a_sunday(
    begins: date, length: int, count: int
) -> None:
    ends = begins + timedelta(days=length)
    found = proposed(begins, ends, count)
    if isinstance(found, TooShort):
        assert found.fits < count
        return
    assert len(found) == len(set(found)) == count
    assert all(begins <= slot.day <= ends and slot.day.weekday() != SUNDAY for slot in found)
    assert max(Counter(slot.day for slot in found).values(), default=0) <= 3
    assert list(found) == sorted(found, key=lambda slot: (slot.day, slot.hour))


@given(begins=DAYS, length=st.integers(0, 40))
def test_what_is_said_to_fit_fits(begins: date, length: int) -> None:
    ends = begins + timedelta(days=length)
    short = proposed(begins, ends, 10_000)
    assert isinstance(short, TooShort)
    assert not isinstance(proposed(begins, ends, short.fits), TooShort)


def test_fifteen_schools_fill_the_five_days_of_the_seed() -> None:
    found = proposed(MONDAY, date(2023, 5, 19), 15)
    assert not isinstance(found, TooShort)
    assert found[0] == Slot(MONDAY, time(8))
    assert found[-1] == Slot(date(2023, 5, 19), time(14))


def test_a_saturday_is_taken_only_where_the_week_does_not_suffice() -> None:
    week = (MONDAY, date(2023, 5, 21))
    assert {slot.day.weekday() for slot in proposed(*week, 15)} == {0, 1, 2, 3, 4}  # type: ignore[union-attr]  # it fits
    assert proposed(*week, 16)[-1].day == date(2023, 5, 20)  # type: ignore[index]  # it fits
    assert proposed(*week, 19) == TooShort(18)


def test_a_round_that_ends_before_it_begins_is_a_bug() -> None:
    with pytest.raises(ValueError, match="round"):
        proposed(MONDAY, MONDAY - timedelta(days=1), 1)


def meeting(key: str, hour: int, place: str = "", *people: str) -> Meeting:
    return Meeting(key, datetime(2023, 5, 15, hour), place, people)


def test_two_conferences_in_one_place_at_one_time_clash() -> None:
    found = clashes([meeting("b", 9, "Hội trường  A"), meeting("a", 8, "hội trường a")])
    assert found == (Clash(ClashKind.PLACE, "hội trường a", "a", "b"),)


def test_one_officer_at_two_places_clashes() -> None:
    found = clashes([meeting("a", 8, "A", "Vũ Văn An, Nội vụ"), meeting("b", 8, "B", "Vũ Văn An, Nội vụ")])
    assert found == (Clash(ClashKind.PERSON, "Vũ Văn An, Nội vụ", "a", "b"),)


def test_namesakes_of_two_bodies_do_not_clash() -> None:
    assert (
        clashes([meeting("a", 8, "A", "Vũ Văn An, Nội vụ"), meeting("b", 8, "B", "Vũ Văn An, Tổ chức")]) == ()
    )


def test_places_without_a_name_do_not_clash() -> None:
    assert clashes([meeting("a", 8), meeting("b", 8)]) == ()


@given(hours=st.lists(st.integers(0, 23), min_size=2, max_size=6))
def test_conferences_two_hours_apart_never_clash(hours: list[int]) -> None:
    meetings = [meeting(str(n), hour, "A", "B, C") for n, hour in enumerate(hours)]
    begins = {one.key: one.begins for one in meetings}
    assert all(begins[clash.second] - begins[clash.first] < LASTS for clash in clashes(meetings))
    close = any(abs(one - other) < 2 for n, one in enumerate(hours) for other in hours[:n])
    assert bool(clashes(meetings)) is close


def test_the_hours_of_a_day_do_not_clash_with_one_another() -> None:
    day = proposed(MONDAY, MONDAY, 3)
    assert not isinstance(day, TooShort)
    assert clashes(Meeting(str(n), datetime.combine(s.day, s.hour), "A") for n, s in enumerate(day)) == ()
