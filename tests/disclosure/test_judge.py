"""The judge against an attacker who lists every world: both must find the same groups, whatever is printed and hidden."""

from collections.abc import Mapping
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guong.core.disclosure.facts import Counts, Publication, Row, Target, exact_row, together
from guong.core.disclosure.judge import Learnt, judge
from guong.core.disclosure.mending import mend
from guong.office.release.solver import Highs
from tests.disclosure import plain

PILES = 3
CELLS = ("a/1", "a/2", "b/1", "b/2")
SUMS = {"a": ("a/1", "a/2"), "b": ("b/1", "b/2"), "1": ("a/1", "b/1"), "2": ("a/2", "b/2"), "all": CELLS}
counts = st.lists(st.integers(0, PILES - 1), min_size=1, max_size=4).map(
    lambda marks: tuple(marks.count(pile) for pile in range(PILES))
)


def published(truth: Mapping[str, Counts], hidden: set[str]) -> Publication:
    """Everything exactly, except what is hidden; groups of all cells and sums."""
    groups = {cell: (cell,) for cell in CELLS} | SUMS
    rows = [
        exact_row(name, cells, together(truth, cells)) for name, cells in groups.items() if name not in hidden
    ]
    targets = [Target(name, cells, is_open=name not in hidden) for name, cells in groups.items()]
    sizes = {cell: (sum(truth[cell]),) * 2 for cell in CELLS}
    return Publication(sizes, truth, tuple(rows), tuple(targets), levels=PILES)


def listed(truth: Mapping[str, Counts], hidden: set[str]) -> set[str]:
    """The same for the attacker who lists."""
    groups = {cell: (cell,) for cell in CELLS} | SUMS
    table = {cells: together(truth, cells) for name, cells in groups.items() if name not in hidden}
    return plain.disclosed(
        truth, table, {name: (cells, name not in hidden) for name, cells in groups.items()}
    )


@settings(max_examples=30)
@given(
    st.fixed_dictionaries(dict.fromkeys(CELLS, counts)),
    st.sets(st.sampled_from([*CELLS, *SUMS]), min_size=1),
)
def test_the_judge_finds_what_listing_every_world_finds(truth: dict[str, Counts], hidden: set[str]) -> None:
    found = {one.target.key for one in judge(published(truth, hidden), Highs())}
    assert found == listed(truth, hidden)


@settings(max_examples=20)
@given(st.fixed_dictionaries(dict.fromkeys(CELLS, counts)), st.sets(st.sampled_from(CELLS), min_size=1))
def test_after_mending_listing_every_world_finds_nothing(truth: dict[str, Counts], hidden: set[str]) -> None:
    mended = mend(published(truth, hidden), Highs())
    left = {one.target.key for one in mended.left}
    assert listed(truth, hidden | set(mended.hidden)) == left
    if left:  # nothing is printed any more: attendance alone tells it, as in a group of one and two
        assert set(mended.hidden) | hidden >= set(SUMS)


def test_mending_hides_the_same_rows_again() -> None:
    truth = {"a/1": (2, 1, 0), "a/2": (3, 2, 2), "b/1": (4, 1, 2), "b/2": (5, 2, 1)}
    first = mend(published(truth, {"a/1"}), Highs())
    assert first.hidden
    assert mend(published(truth, {"a/1"}), Highs()) == first


def test_a_sum_gives_the_one_hidden_row_away() -> None:
    truth = {"a/1": (2, 1, 0), "a/2": (3, 2, 2), "b/1": (4, 1, 2), "b/2": (5, 2, 1)}
    found = judge(published(truth, {"a/1"}), Highs())
    assert [(one.target.key, one.learnt, one.own) for one in found] == [("a/1", Learnt.SOLVED, ())]


def test_two_hidden_groups_of_one_mind_are_known_to_the_one_who_differs() -> None:
    truth = {"a/1": (3, 0, 0), "a/2": (2, 1, 0), "b/1": (4, 1, 2), "b/2": (5, 2, 1)}
    given_ = published(truth, {"a/1", "a/2", "1", "2", "all"})
    found = {one.target.key: one.own for one in judge(given_, Highs())}
    assert found["a/1"] == (("a/2", 1),)


def test_rows_published_before_cannot_be_hidden_and_stay_named() -> None:
    truth = {"a/1": (2, 1, 0), "a/2": (3, 2, 2)}
    rows = (
        exact_row("a", ("a/1", "a/2"), (5, 3, 2), may_hide=False),
        exact_row("a/2", ("a/2",), (3, 2, 2), may_hide=False),
    )
    sizes = {cell: (sum(of),) * 2 for cell, of in truth.items()}
    mended = mend(Publication(sizes, truth, rows, (Target("a/1", ("a/1",)),), levels=3), Highs())
    assert mended.hidden == ()
    assert [one.target.key for one in mended.left] == ["a/1"]


def test_what_is_printed_must_be_what_was_counted() -> None:
    truth = {"a/1": (2, 1, 0)}
    false: Row = exact_row("a/1", ("a/1",), (1, 2, 0))
    with pytest.raises(ValueError, match="not what was counted"):
        judge(Publication({"a/1": (3, 3)}, truth, (false,), ()), Highs())


def test_nothing_is_ever_less_safe_with_a_row_less() -> None:
    truth = {"a/1": (2, 1, 0), "a/2": (1, 2, 2), "b/1": (2, 1, 2), "b/2": (1, 2, 1)}
    for hidden in map(set, combinations([*CELLS, *SUMS], 3)):
        more = {one.target.key for one in judge(published(truth, hidden), Highs())}
        for name in set(SUMS) - hidden:
            assert {one.target.key for one in judge(published(truth, hidden | {name}), Highs())} <= more | {
                name
            }
