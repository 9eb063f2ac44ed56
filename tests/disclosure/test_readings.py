"""What a printed row tells: exactly the results that are printed so, listed one by one, and never fewer."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core.aggregation import KnownRow, known_row
from guong.core.disclosure.facts import Reading
from guong.core.disclosure.readings import BETTER, PILES, PrintedRow, counts_of, readings_of
from guong.core.questionnaire import official
from guong.office.release.figures import shown_row
from tests.disclosure.plain import compositions

ITEM = official("school_head").items[0]
World = tuple[int, ...]


def printed(world: World, returned: int, valid: int) -> PrintedRow:
    """The row as papers print it."""
    blank = valid - sum(world[:4])
    row = shown_row(ITEM, (blank, *world[:4]), returned=returned)
    return PrintedRow("P", "s1", "i", returned, valid, row.shares, row.good_or_better)


def holds(readings: tuple[Reading, ...], world: World) -> bool:
    """Tell whether a result is left by what a row tells."""
    return any(all(fact.holds({"a": world}) for fact in reading) for reading in readings)


@pytest.mark.parametrize(
    ("returned", "invalid"), [(5, 0), (6, 0), (6, 1), (7, 0), (7, 1), (8, 0), (9, 2), (10, 0), (11, 1)]
)
def test_a_row_leaves_exactly_the_results_that_are_printed_so(returned: int, invalid: int) -> None:
    valid = returned - invalid
    alike: defaultdict[PrintedRow, set[World]] = defaultdict(set)
    every = [world for world in compositions(returned, PILES) if world[4] >= invalid]
    for world in every:
        alike[printed(world, returned, valid)].add(world)
    for row, same in alike.items():
        readings = readings_of(row, ("a",))
        if not row.is_exact:
            assert {world for world in every if holds(readings, world)} == same
        else:
            assert all(holds(readings, world) for world in same)


@given(st.integers(10, 80), st.data())
def test_the_truth_is_never_excluded_and_other_looks_are(returned: int, data: st.DataObject) -> None:
    top = data.draw(st.integers(returned // 3, returned))
    rest = data.draw(st.lists(st.integers(0, 3), min_size=returned - top, max_size=returned - top))
    piles = [top, 0, 0, 0, 0]
    for pile in rest:
        piles[pile + 1] += 1
    place = data.draw(st.integers(0, 3))
    piles[0], piles[place] = piles[place], piles[0]
    valid = returned - data.draw(st.integers(0, piles[4]))
    row = printed(tuple(piles), returned, valid)
    assert holds(readings_of(row, ("a",)), tuple(piles))
    other = list(piles)
    other[place], other[3 - place] = other[place] - 1, other[3 - place] + 1
    looks_alike = printed(tuple(other), returned, valid) == row
    assert holds(readings_of(row, ("a",)), tuple(other)) is looks_alike


@pytest.mark.parametrize("returned", [7, 12, 20])
def test_a_sum_knows_no_more_of_a_row_than_the_row_tells(returned: int) -> None:
    """What `aggregation` adds up must be wide enough for every result that is printed so, and no wider than needed for exact rows."""
    for world in compositions(returned, 4):
        found: KnownRow = known_row(world, returned=returned)
        readings = readings_of(printed((*world, 0), returned, returned), ("a",))
        for other in [world, tuple(reversed(world))]:
            if holds(readings, (*other, 0)):
                assert all(
                    span.low <= count <= span.high for span, count in zip(found.levels, other, strict=True)
                )
                assert found.better.low <= other[0] + other[1] <= found.better.high


def test_a_share_is_read_back_as_its_count() -> None:
    assert counts_of("52,2", 46) == (24, 24)
    assert counts_of("63–65", 51) == (33, 33)
    assert counts_of("50,0", 4000) == (1998, 2001)  # half is rounded up


def test_what_is_no_share_of_so_many_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="min"):
        counts_of("52,3", 46)


def test_a_row_that_the_gate_left_out_tells_only_how_many_were_valid() -> None:
    row = PrintedRow("P", "s1", "i", 20, 18, ("…",) * 4, "…", withheld=True)
    (reading,) = readings_of(row, ("a",))
    assert [(fact.weights, fact.low) for fact in reading] == [((0, 0, 0, 0, 1), 2)]
    assert BETTER == (1, 1, 0, 0, 0)
