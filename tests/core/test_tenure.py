"""Tenures of one post: two collide where there is a day on which both hold."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core.tenure import Tenure, posts_named, same_post

FIRST = date(2020, 1, 1)


@st.composite
def tenures(draw: st.DrawFn) -> Tenure:
    start = FIRST + timedelta(draw(st.integers(0, 40)))
    length = draw(st.none() | st.integers(0, 40))
    return Tenure(start, None if length is None else start + timedelta(length))


@given(tenures(), tenures())
def test_two_tenures_overlap_where_a_day_is_in_both(one: Tenure, other: Tenure) -> None:
    days = [FIRST + timedelta(day) for day in range(100)]
    assert one.overlaps(other) == any(one.holds(day) and other.holds(day) for day in days)
    assert one.overlaps(other) == other.overlaps(one)


def test_the_day_after_the_end_is_free() -> None:
    assert not Tenure(FIRST, date(2020, 6, 30)).overlaps(Tenure(date(2020, 7, 1)))
    assert Tenure(FIRST, date(2020, 6, 30)).overlaps(Tenure(date(2020, 6, 30)))


def test_a_tenure_that_ends_before_it_starts_is_none() -> None:
    with pytest.raises(ValueError, match="ends before"):
        Tenure(FIRST, FIRST - timedelta(1))


def test_a_title_may_name_two_posts() -> None:
    assert posts_named("Bí thư chi bộ,  Hiệu  trưởng") == {"bí thư chi bộ", "hiệu trưởng"}


def test_a_post_within_a_longer_title_is_the_same_post() -> None:
    assert same_post("Bí thư chi bộ, Hiệu trưởng", "HIỆU TRƯỞNG")
    assert not same_post("Phó Hiệu trưởng", "Hiệu trưởng")
