"""Rules of a scanned batch: pairing sides, drawing an audit, settling blind answers, bounding the machine's errors."""

import math
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core.outcome import Refused
from guong.core.paper_batch import AUDITED_SHARE, Side, drawn_for_audit, error_bound, mark_of, paired, settled

SIDES = st.sampled_from(["front", "back", None])


@given(sheets=st.integers(1, 40), front_first=st.booleans(), refused=st.sets(st.integers(0, 79)))
def test_a_stack_scanned_on_both_sides_is_paired_whatever_pages_were_refused(
    sheets: int, front_first: bool, refused: set[int]
) -> None:
    order: list[Side] = ["front", "back"] if front_first else ["back", "front"]
    truly = order * sheets
    sides = [None if place in refused else side for place, side in enumerate(truly)]
    if "back" not in sides:
        return
    pairs = paired(sides)
    assert not isinstance(pairs, Refused)
    assert len(pairs) == sheets
    assert all(
        back is not None and truly[front] == "front" and truly[back] == "back" for front, back in pairs
    )
    assert all({front // 2} == {back // 2} for front, back in pairs if back is not None)


@given(sides=st.lists(SIDES, max_size=30))
def test_no_two_sheets_ever_share_a_page(sides: list[Side]) -> None:
    pairs = paired(sides)
    if isinstance(pairs, Refused):
        assert "back" in sides
        return
    used = [page for pair in pairs for page in pair if page is not None]
    assert sorted(used) == list(range(len(sides)))


@pytest.mark.parametrize("sides", [["front", "front", "back"], ["front", "back", "back", "front"], ["back"]])
def test_sides_that_do_not_alternate_are_refused_not_guessed(sides: list[Side]) -> None:
    refused = paired(sides)
    assert isinstance(refused, Refused)
    assert refused.reason == "sides_mixed"


@given(count=st.integers(0, 2000), seed=st.integers())
def test_at_least_one_confident_row_in_fifty_is_looked_at_and_none_twice(count: int, seed: int) -> None:
    drawn = drawn_for_audit(range(count), Random(seed))
    assert len(drawn) * AUDITED_SHARE >= count
    assert (len(drawn) - 1) * AUDITED_SHARE < max(count, 1)
    assert len(set(drawn)) == len(drawn)


ANSWERS = st.sampled_from(["1", "2", "blank", "invalid"])


@given(first=ANSWERS, second=ANSWERS, third=ANSWERS)
def test_two_of_three_settle_and_one_alone_never_does(first: str, second: str, third: str) -> None:
    assert settled([]) is None
    assert settled([first]) is None
    assert (settled([first, second]) is None) == (first != second)
    said = settled([first, second, third])
    assert said is None or [first, second, third].count(said) >= 2
    assert (said is None) == (len({first, second, third}) == 3)


@given(looked_at=st.integers(1, 300), share=st.floats(0, 1))
def test_the_bound_is_where_so_few_errors_turn_up_one_time_in_twenty(looked_at: int, share: float) -> None:
    wrong = min(int(share * looked_at), looked_at - 1)
    bound = error_bound(wrong, looked_at)
    seen = sum(
        math.comb(looked_at, count) * bound**count * (1 - bound) ** (looked_at - count)
        for count in range(wrong + 1)
    )
    assert wrong / looked_at < bound < 1
    assert seen == pytest.approx(0.05, abs=1e-6)


def test_no_error_in_a_hundred_rows_bounds_the_share_at_about_three_percent() -> None:
    assert error_bound(0, 100) == pytest.approx(1 - 0.05 ** (1 / 100))
    assert error_bound(0, 0) == 1.0
    assert error_bound(3, 3) == 1.0


def test_only_a_level_is_sealed_as_a_mark() -> None:
    assert [mark_of(answer) for answer in ("1", "4", "blank", "invalid")] == ["1", "4", "0", "0"]
