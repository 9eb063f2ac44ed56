"""Six months in post, permanent staff only, slips enough (seed 001 II.2, DESIGN §8)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core.eligibility import (
    Employment,
    HeadTooNew,
    OffRoll,
    VoterClass,
    head_eligibility,
    off_roll_reason,
    slips_to_print,
    ward_off_roll_reason,
)


def test_exactly_six_months_in_post_is_enough() -> None:
    assert head_eligibility(date(2022, 11, 15), date(2023, 5, 15)) is None


def test_one_day_less_is_not_and_the_date_is_named() -> None:
    assert head_eligibility(date(2022, 11, 16), date(2023, 5, 15)) == HeadTooNew(date(2023, 5, 16))


def test_a_start_on_the_last_of_august_counts_to_the_end_of_february() -> None:
    assert head_eligibility(date(2022, 8, 31), date(2023, 2, 28)) is None


@given(st.dates(date(2000, 1, 1), date(2099, 1, 1)))
def test_once_eligible_a_head_stays_eligible(start: date) -> None:
    first = next(day for day in range(300) if head_eligibility(start, start + timedelta(day)) is None)
    assert head_eligibility(start, start + timedelta(first + 1)) is None
    assert 180 <= first <= 185


@pytest.mark.parametrize(
    ("employment", "is_subject", "reason"),
    [
        (Employment.PERMANENT, False, None),
        (Employment.CONTRACT, False, OffRoll.CONTRACT_STAFF),
        (Employment.PERMANENT, True, OffRoll.IS_SUBJECT),
    ],
)
def test_contract_staff_and_the_subject_are_off_the_roll(
    employment: Employment, is_subject: bool, reason: OffRoll | None
) -> None:
    assert off_roll_reason(employment, is_subject=is_subject) is reason


@given(st.sets(st.sampled_from(VoterClass), min_size=1))
def test_in_a_ward_whoever_stands_in_a_class_takes_part_but_the_subject(classes: set[VoterClass]) -> None:
    assert ward_off_roll_reason(classes, is_subject=False) is None
    assert ward_off_roll_reason(classes, is_subject=True) is OffRoll.IS_SUBJECT


def test_who_stands_in_no_class_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="no class"):
        ward_off_roll_reason((), is_subject=False)


@pytest.mark.parametrize(("eligible", "slips"), [(1, 4), (30, 33), (31, 35), (47, 52), (50, 55)])
def test_a_tenth_more_slips_than_people_at_least_three(eligible: int, slips: int) -> None:
    assert slips_to_print(eligible) == slips
