"""Sums of the desks beside the hand count."""

from dataclasses import replace

import pytest

from guong.core.desk_totals import DeskTotals, Difference, differences, summed
from guong.core.reconciliation import HandCount

HAND = HandCount(
    signatures=52, printed=60, drawn=48, left_over=12, paper_sets=5, exchanged=1, spoiled=0, replaced=0, not_returned=0
)  # fmt: skip


def test_desks_are_added_up() -> None:
    desks = [DeskTotals(30, 3, 7), DeskTotals(22, 2, 5)]
    assert summed(desks) == DeskTotals(52, 5, 12)


def test_slips_left_are_unknown_where_one_desk_counted_none() -> None:
    assert summed([DeskTotals(30, 3, 7), DeskTotals(22, 2)]).slips_left is None
    assert summed([]).slips_left is None


def test_nothing_differs_where_two_people_counted_the_same() -> None:
    assert differences(DeskTotals(52, 5, 12), HAND) == []


def test_each_difference_is_named_with_both_numbers() -> None:
    noted = DeskTotals(51, 5, 12)
    assert differences(noted, HAND) == [Difference("chữ ký", 51, 52)]
    assert differences(replace(noted, paper_sets=4, slips_left=13), HAND)[1:] == [
        Difference("bộ phiếu giấy đã phát", 4, 5),
        Difference("thẻ còn lại", 13, 12),
    ]


def test_slips_that_nobody_noted_are_not_compared() -> None:
    assert differences(DeskTotals(52, 5), HAND) == []


def test_a_count_is_never_negative() -> None:
    with pytest.raises(ValueError, match="never negative"):
        DeskTotals(1, 0, -1)
