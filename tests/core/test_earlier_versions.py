"""Two versions of an imported result: the fewest ballots between them against a plain search, and what is held."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core.aggregation import KnownRow, Span, known_row
from guong.core.disclosure.facts import Counts
from guong.core.earlier_versions import Newer, Shown, fewest_changed, may_follow

TEXT = "Phát huy dân chủ"


def shown(counts: Counts, returned: int, cells: tuple[str, ...] = ("cũ",)) -> Shown:
    return Shown(returned, {TEXT: (cells, known_row(counts, returned=returned))})


def newer(counts: Counts, returned: int, cells: tuple[str, ...] = ("mới",)) -> Newer:
    return Newer(returned, {TEXT: (cells, counts)})


def moved(old: Counts, new: Counts) -> int:
    """Ballots that must be added, taken away or read otherwise between two exact rows, blanks included."""
    steps = [after - before for before, after in zip(old, new, strict=True)]
    return max(sum(step for step in steps if step > 0), sum(-step for step in steps if step < 0))


def searched(row: KnownRow, returned: int, counts: Counts) -> int:
    """The fewest over every older result that fits what was shown."""
    piles = [range(span.low, span.high + 1) for span in row.levels]
    fitting = [levels for levels in product(*piles) if sum(levels) <= row.returned]
    assert fitting
    return min(
        moved((*levels, row.returned - sum(levels)), (*counts, returned - sum(counts))) for levels in fitting
    )


counted = st.tuples(*[st.integers(0, 6)] * 4, st.integers(0, 3)).filter(lambda drawn: sum(drawn) >= 5)


@given(counted, counted)
def test_never_more_ballots_are_counted_than_a_search_through_all_older_results_finds(
    old: Counts, new: Counts
) -> None:
    before, returned = shown(old[:4], sum(old)), sum(new)
    found = fewest_changed(before, newer(new[:4], returned))
    assert found <= max(abs(returned - sum(old)), searched(before.rows[TEXT][1], returned, new[:4]))


@given(counted, counted)
def test_of_rows_that_were_shown_exactly_the_ballots_are_counted_exactly(old: Counts, new: Counts) -> None:
    a, b, c, d = (Span(count, count) for count in old[:4])
    exact = KnownRow(sum(old), (a, b, c, d), Span(old[0] + old[1], old[0] + old[1]))
    before = Shown(sum(old), {TEXT: (("cũ",), exact)})
    assert fewest_changed(before, newer(new[:4], sum(new))) == moved(old, new)


@pytest.mark.parametrize(
    ("after", "returned", "goes_out"),
    [
        ((20, 12, 6, 2), 40, False),
        ((19, 12, 6, 3), 40, False),
        ((20, 12, 6, 3), 41, False),
        ((24, 8, 6, 2), 40, False),
        ((25, 7, 6, 2), 40, True),
        ((20, 12, 6, 7), 45, True),
    ],
)
def test_what_reads_otherwise_goes_out_only_where_five_ballots_and_more_changed(
    after: Counts, returned: int, goes_out: bool
) -> None:
    assert may_follow(shown((20, 12, 6, 2), 40), newer(after, returned)) is goes_out


def test_what_reads_the_same_always_goes_out() -> None:
    assert may_follow(shown((20, 12, 6, 2), 40, ("50,0",)), newer((20, 12, 6, 2), 40, ("50,0",)))


def test_a_batch_that_only_the_number_of_ballots_shows_is_held() -> None:
    assert not may_follow(shown((20, 12, 6, 2), 40, ("50,0",)), newer((20, 12, 6, 2), 43, ("50,0",)))


def test_nothing_stands_beside_what_was_never_shown() -> None:
    assert may_follow(Shown(4, {}), newer((3, 2, 1, 0), 6))
    assert may_follow(shown((20, 12, 6, 2), 40), Newer(40, {}))


def test_criteria_that_only_one_version_has_are_no_difference() -> None:
    other = Newer(40, {"Công khai": (("mới",), (1, 1, 1, 1))})
    assert may_follow(shown((20, 12, 6, 2), 40), other)
