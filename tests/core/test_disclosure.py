"""What leaves the signed minutes: not too few, never that all or all but one agreed (DESIGN §5, §8)."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from guong.core.disclosure import (
    HIDDEN,
    MOST,
    TOP_CODE,
    margin,
    may_show_remarks,
    may_show_rows,
    shown_shares,
    tenths_of_percent,
)

rows = st.lists(st.integers(0, 80), min_size=4, max_size=4)


def texts(*counts: int, whole: int) -> list[str]:
    """The printed shares of a row."""
    return [share.text for share in shown_shares(counts, whole=whole)]


@pytest.mark.parametrize(("opened", "shown"), [(4, False), (5, True), (48, True)])
def test_rows_are_shown_from_five_ballots(opened: int, shown: bool) -> None:
    assert may_show_rows(opened, rows_from=5) is shown


@pytest.mark.parametrize(("opened", "shown"), [(9, False), (10, True)])
def test_remarks_are_shown_from_ten_ballots(opened: int, shown: bool) -> None:
    assert may_show_remarks(opened, remarks_from=10) is shown


def test_thresholds_may_be_raised_but_never_lowered() -> None:
    assert not may_show_rows(4, rows_from=1)
    assert not may_show_remarks(9, remarks_from=1)
    assert not may_show_rows(7, rows_from=8)
    assert not may_show_remarks(14, remarks_from=15)


def test_shares_are_of_the_ballots_returned_not_of_the_ticks() -> None:
    assert texts(24, 15, 5, 1, whole=46) == ["52,2 %", "32,6 %", "10,9 %", "2,2 %"]


def test_a_unanimous_row_is_top_coded() -> None:
    assert texts(46, 0, 0, 0, whole=46) == [TOP_CODE, HIDDEN, HIDDEN, HIDDEN]


@pytest.mark.parametrize("counts", [(45, 1, 0, 0), (42, 2, 1, 1), (0, 0, 3, 43)])
def test_a_row_that_is_nearly_unanimous_is_coded_as_if_it_were(counts: tuple[int, ...]) -> None:
    named = [text for text in texts(*counts, whole=46) if text != HIDDEN]
    assert named == [TOP_CODE]


def test_under_nine_tenths_a_row_is_shown() -> None:
    assert texts(41, 5, 0, 0, whole=46) == ["89,1 %", "10,9 %", "0,0 %", "0,0 %"]


@pytest.mark.parametrize("whole", range(5, 30))
def test_in_a_small_group_all_and_all_but_a_few_look_alike_and_nothing_false_is_said(whole: int) -> None:
    looks = [texts(whole - other, other, 0, 0, whole=whole) for other in range(margin(whole) + 1)]
    assert all(look == [MOST, HIDDEN, HIDDEN, HIDDEN] for look in looks)
    assert 2 * (whole - margin(whole)) > whole


def test_a_level_is_named_only_where_several_valid_ballots_might_differ() -> None:
    assert [share.text for share in shown_shares((4, 0), whole=7, valid=4)] == [HIDDEN, HIDDEN]
    assert [share.text for share in shown_shares((27, 0), whole=30, valid=28)] == [MOST, HIDDEN]


def test_unanimity_among_those_who_ticked_is_coded_too() -> None:
    assert texts(20, 0, 0, 0, whole=30) == [MOST, HIDDEN, HIDDEN, HIDDEN]


def test_where_nearly_nobody_ticked_no_level_is_named() -> None:
    assert texts(1, 0, 0, 0, whole=46) == [HIDDEN] * 4
    assert texts(0, 0, 0, 0, whole=46) == [HIDDEN] * 4


def test_two_levels_that_tie_are_never_called_nearly_all() -> None:
    assert texts(1, 1, 0, 0, whole=12) == [HIDDEN] * 4


def test_a_whole_smaller_than_the_row_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="whole"):
        shown_shares((3, 3), whole=5)
    with pytest.raises(ValueError, match="valid"):
        shown_shares((3, 3), whole=8, valid=5)


@given(rows, st.integers(0, 40))
def test_either_every_share_of_a_row_is_shown_or_none(counts: list[int], rest: int) -> None:
    shown = shown_shares(counts, whole=sum(counts) + rest)
    assert len({share.tenths is None for share in shown}) == 1
    assert sum(share.text not in (HIDDEN,) for share in shown if share.tenths is None) <= 1


@given(rows, st.integers(0, 40))
def test_whoever_reads_a_shown_row_cannot_conclude_that_all_or_all_but_a_few_agreed(
    counts: list[int], rest: int
) -> None:
    whole = sum(counts) + rest
    assume(whole >= 5)
    shown = shown_shares(counts, whole=whole)
    assume(shown[0].tenths is not None)
    spare = margin(whole)
    assert all(count < 0.9 * whole and whole - count > spare for count in (*counts, rest))
    assert sum(counts) - max(counts) > spare


@given(rows, st.integers(0, 40))
def test_the_top_code_is_true(counts: list[int], rest: int) -> None:
    whole = sum(counts) + rest
    shown = shown_shares(counts, whole=whole)
    for count, share in zip(counts, shown, strict=True):
        if share.text == TOP_CODE:
            assert 10 * count >= 9 * whole


@given(rows, st.integers(0, 40))
def test_shown_shares_sum_to_the_ticks_share_within_rounding(counts: list[int], rest: int) -> None:
    whole = sum(counts) + rest
    shown = [share.tenths for share in shown_shares(counts, whole=whole)]
    found = [tenths for tenths in shown if tenths is not None]
    assume(found)
    assert abs(sum(found) - tenths_of_percent(sum(counts), whole)) <= len(counts)
