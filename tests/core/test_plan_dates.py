"""Days of a plan in the next year."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from guong.core.plan_dates import moved_beside, same_weekday, year_on, year_renamed

DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))


def test_the_third_monday_of_may_stays_the_third_monday() -> None:
    assert same_weekday(date(2023, 5, 15), 2024) == date(2024, 5, 20)


def test_a_fifth_monday_becomes_the_last_one() -> None:
    assert same_weekday(date(2023, 5, 29), 2024) == date(2024, 5, 27)


@given(DAYS, st.integers(2000, 2099))
def test_weekday_and_month_are_kept(day: date, year: int) -> None:
    moved = same_weekday(day, year)
    assert (moved.year, moved.month, moved.weekday()) == (year, day.month, day.weekday())


@given(DAYS)
def test_fifty_years_of_copying_do_not_drift(day: date) -> None:
    moved = day
    for year in range(day.year + 1, day.year + 51):
        moved = same_weekday(moved, min(year, 2140))
    assert (moved.day - 1) // 7 in {(day.day - 1) // 7, 3}


@given(DAYS, st.integers(0, 30), st.integers(2000, 2099))
def test_a_round_keeps_its_length_and_its_weekdays(begins: date, days: int, year: int) -> None:
    ends = begins + timedelta(days)
    moved = moved_beside(ends, begins, same_weekday(begins, year))
    assert (moved - same_weekday(begins, year)).days == days
    assert moved.weekday() == ends.weekday()


def test_a_leap_day_moves_to_the_last_of_february() -> None:
    assert year_on(date(2024, 2, 29), 1) == date(2025, 2, 28)


def test_only_the_plans_own_year_is_renamed_where_it_stands_as_a_year() -> None:
    words = "Góp ý năm 2023, theo Chương trình 2020-2023, ngày 15/10/2023, so với năm 2022"
    assert (
        year_renamed(words, 2023, 2024)
        == "Góp ý năm 2024, theo Chương trình 2020-2023, ngày 15/10/2023, so với năm 2022"
    )
