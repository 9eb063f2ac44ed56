"""Two tables over partly the same ballots: what stands between them is judged like any other group, few ballots never stand alone."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core.disclosure.facts import Counts
from guong.core.disclosure.judge import judge
from guong.core.disclosure.overlaps import (
    Overlap,
    changed_ballots,
    correction_overlap,
    differ_too_little,
    is_too_little,
    roll_overlap,
    split,
)
from guong.core.disclosure.published import PrintedSum, publication
from guong.core.disclosure.readings import PrintedRow
from guong.core.questionnaire import official
from guong.office.release.figures import shown_row
from guong.office.release.solver import Highs

ITEM = official("school_head").items[0]
BEFORE: Counts = (10, 8, 5, 4, 1)


def printed(poll: str, counts: Counts) -> PrintedRow:
    row = shown_row(ITEM, (counts[4], *counts[:4]), returned=sum(counts))
    return PrintedRow(poll, "s1", ITEM.key, sum(counts), sum(counts), row.shares, row.good_or_better)


def found(before: Counts, after: Counts, overlap: Overlap) -> set[str]:
    """What the judge finds where both rows are printed."""
    rows = [printed("a", before), printed("b", after)]
    counts = {rows[0].key: before, rows[1].key: after}
    given_ = publication(rows, [], counts, overlaps=[overlap], out=[rows[0].key])
    return {one.target.key for one in judge(given_, Highs())}


@pytest.mark.parametrize(
    ("after", "changed"),
    [
        ((10, 8, 5, 4, 1), 0),
        ((9, 9, 5, 4, 1), 1),
        ((8, 8, 6, 5, 1), 2),
        ((10, 8, 5, 8, 1), 4),
        ((5, 8, 5, 9, 1), 5),
        ((10, 14, 5, 4, 1), 6),
    ],
)
def test_the_fewest_ballots_that_explain_a_difference(after: Counts, changed: int) -> None:
    assert changed_ballots({"c1": BEFORE, "c2": BEFORE}, {"c1": after, "c2": BEFORE}) == changed


def test_one_to_four_ballots_are_too_little() -> None:
    assert [is_too_little(changed) for changed in range(7)] == [False, True, True, True, True, False, False]


def test_a_late_batch_of_one_mind_is_found() -> None:
    after = (10, 8, 5, 10, 1)
    overlap = Overlap("a/s1", "b/s1", (0, 0), (6, 6))
    assert found(BEFORE, after, overlap) == {f"b/s1/{ITEM.key}+"}


def test_a_late_batch_of_many_minds_tells_no_more_than_a_row_may() -> None:
    assert found(BEFORE, (14, 11, 9, 4, 1), Overlap("a/s1", "b/s1", (0, 0), (11, 11))) == set()


def test_the_same_two_tables_without_the_overlap_show_nothing() -> None:
    """The control: only the overlap links them."""
    rows = [printed("a", BEFORE), printed("b", (10, 8, 5, 10, 1))]
    counts = {rows[0].key: BEFORE, rows[1].key: (10, 8, 5, 10, 1)}
    assert judge(publication(rows, [], counts), Highs()) == []


def test_a_correction_may_have_changed_more_ballots_than_the_fewest() -> None:
    """Nobody outside knows how many ballots were read anew, so no single result is left of those that were."""
    after = (4, 8, 5, 10, 1)
    overlap = correction_overlap("a/s1", "b/s1", {"c": BEFORE}, {"c": after})
    assert overlap == Overlap("a/s1", "b/s1", (6, 28), (6, 28))
    assert found(BEFORE, after, overlap) == set()


def test_a_sum_over_both_tables_counts_shared_ballots_twice() -> None:
    after = (10, 8, 5, 10, 1)
    rows = [printed("a", BEFORE), printed("b", after)]
    counts = {rows[0].key: BEFORE, rows[1].key: after}
    whole = sum(BEFORE) + sum(after)
    total = PrintedSum("both", (rows[0].key, rows[1].key), whole, ("…", "…", "…", "…"), "58,1")
    overlap = Overlap("a/s1", "b/s1", (0, 0), (6, 6))
    judged = judge(publication(rows, [total], counts, overlaps=[overlap]), Highs())
    assert {one.target.key for one in judged} == {f"b/s1/{ITEM.key}+"}


piles = st.lists(st.integers(0, 9), min_size=5, max_size=5).map(tuple)


@given(piles, piles)
def test_two_results_are_divided_without_loss_or_not_at_all(first: Counts, second: Counts) -> None:
    overlap = correction_overlap("a", "b", {"c": first}, {"c": second})
    parts = split(first, second, overlap)
    assert parts is not None
    for whole, rest in ((first, parts.only_first), (second, parts.only_second)):
        assert tuple(map(sum, zip(parts.both, rest, strict=True))) == whole
        assert min(*parts.both, *rest) >= 0
    assert sum(parts.only_first) in range(overlap.only_first[0], overlap.only_first[1] + 1)
    assert sum(parts.only_second) in range(overlap.only_second[0], overlap.only_second[1] + 1)


def test_minds_that_changed_leave_no_shared_ballots_to_conclude_from() -> None:
    assert split((12, 0, 0, 0, 0), (0, 12, 0, 0, 0), Overlap("a", "b", (0, 0), (0, 0))) is None


def people(*names: int) -> set[int]:
    return set(names)


ROLLS: Mapping[str, tuple[set[int], set[int], tuple[int, int], bool]] = {
    "the same people, the same number of ballots": (set(range(12)), set(range(12)), (12, 12), False),
    "one came more": (set(range(12)), set(range(13)), (12, 13), True),
    "four others": (set(range(12)), set(range(4, 16)), (12, 12), True),
    "five others": (set(range(12)), set(range(5, 17)), (12, 12), False),
    "the same people, two ballots less": (set(range(12)), set(range(12)), (12, 10), True),
    "nobody in common": (set(range(12)), set(range(20, 22)), (12, 2), False),
}


@pytest.mark.parametrize("name", ROLLS)
def test_a_repeat_poll_is_held_by_who_came_never_by_what_they_said(name: str) -> None:
    one, other, ballots, held = ROLLS[name]
    assert differ_too_little((one, other), ballots) is held


def test_rolls_say_how_many_ballots_only_one_poll_has() -> None:
    overlap = roll_overlap("a", "b", (set(range(12)), set(range(6, 20))), (12, 14))
    assert overlap == Overlap("a", "b", (6, 6), (8, 8))
    assert roll_overlap("a", "b", (people(1, 2), people(3, 4)), (2, 2)) is None
