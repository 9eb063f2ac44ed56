"""Sums over subjects: whoever subtracts printed tables from each other learns nothing that was held back (R2, R3, R6)."""

from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from guong.core.aggregation import (
    KnownRow,
    Span,
    added,
    certain_per_mille,
    channel_split,
    known_row,
    share_text,
    whole_percents,
)
from guong.core.disclosure import FOUR_LEVELS_FROM, shown_shares

Levels = tuple[int, ...]


@st.composite
def subjects(draw: st.DrawFn, least: int = 5) -> tuple[Levels, int]:
    """One subject's four counts, often nearly unanimous, and how many ballots came back."""
    levels = list(draw(st.tuples(*[st.integers(0, 3)] * 4)))
    levels[draw(st.integers(0, 3))] += draw(st.integers(least, 40))
    return tuple(levels), sum(levels) + draw(st.integers(0, 3))


@st.composite
def divided_subjects(draw: st.DrawFn) -> tuple[Levels, int]:
    """One subject on whom opinions differ widely."""
    levels = draw(st.tuples(*[st.integers(5, 15)] * 4))
    return levels, sum(levels) + draw(st.integers(0, 3))


def shown_as(levels: Levels, returned: int) -> tuple[str, ...]:
    """What stands in the table of one subject: its shares, of two levels where fewer than ten voted."""
    wide = levels if returned >= FOUR_LEVELS_FROM else (levels[0] + levels[1], levels[2] + levels[3])
    return tuple(share.text for share in shown_shares(wide, whole=returned))


def worlds(levels: Levels, returned: int) -> list[Levels]:
    """Every other result of a small subject that would be shown just so."""
    wanted = shown_as(levels, returned)
    return [
        other
        for other in product(range(returned + 1), repeat=4)
        if sum(other) <= returned and shown_as(other, returned) == wanted
    ]


def printed(rows: Sequence[tuple[Levels, int]]) -> list[object]:
    """Everything that a report prints of the sum of these subjects, the lengths of its bars too."""
    row = added(known_row(levels, returned=returned) for levels, returned in rows)
    texts = [share_text(span, whole=row.returned) for span in (*row.levels, row.better)]
    return [row.returned, texts, certain_per_mille(row)]


@pytest.mark.parametrize("returned", range(5, 13))
def test_two_results_that_look_alike_are_known_alike(returned: int) -> None:
    known: dict[tuple[str, ...], set[KnownRow]] = {}
    for levels in product(range(returned + 1), repeat=4):
        if sum(levels) <= returned:
            known.setdefault(shown_as(levels, returned), set()).add(known_row(levels, returned=returned))
    coded = {shown: rows for shown, rows in known.items() if not any("%" in text[:-1] for text in shown)}
    assert coded
    assert all(len(rows) == 1 for rows in known.values())


@given(subjects())
def test_the_truth_lies_within_what_is_known(subject: tuple[Levels, int]) -> None:
    levels, returned = subject
    row = known_row(levels, returned=returned)
    known = (*row.levels, row.better, row.worse)
    truth = (*levels, levels[0] + levels[1], levels[2] + levels[3])
    assert all(span.low <= count <= span.high for span, count in zip(known, truth, strict=True))


@given(subjects(least=10))
def test_a_row_is_known_exactly_where_it_is_shown_exactly(subject: tuple[Levels, int]) -> None:
    levels, returned = subject
    exact = all(share.tenths is not None for share in shown_shares(levels, whole=returned))
    assert known_row(levels, returned=returned).is_exact is exact


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_an_attacker_who_subtracts_every_table_is_left_with_every_world(data: st.DataObject) -> None:
    """Levels, their sums and the round's sum are printed; one subject is coded. No other world of it prints otherwise."""
    returned = data.draw(st.integers(5, 11))
    coded = data.draw(
        st.sampled_from([(returned, 0, 0, 0), (returned - 1, 0, 1, 0), (0, returned - 1, 0, 0)])
    )
    first_level = data.draw(st.lists(subjects(), max_size=4))
    second_level = data.draw(st.lists(subjects(), max_size=4))

    def tables(world: Levels) -> list[list[object]]:
        mine = [(world, returned), *first_level]
        return [printed([one]) for one in mine] + [printed(mine), printed([*mine, *second_level])]

    others = worlds(coded, returned)
    assert len(others) > 1
    assert all(tables(world) == tables(coded) for world in others)


@given(subjects(least=10), st.lists(subjects(), min_size=1, max_size=5))
def test_subtracting_all_shown_rows_from_a_sum_leaves_the_code_and_no_more(
    hidden: tuple[Levels, int], rest: list[tuple[Levels, int]]
) -> None:
    levels, returned = hidden
    row = known_row(levels, returned=returned)
    assume(not row.is_exact)
    others = [known_row(one, returned=count) for one, count in rest]
    whole = added([row, *others])
    for place, span in enumerate(row.levels):
        low, high = whole_percents(whole.levels[place], whole=whole.returned)
        apart = sum(other.levels[place].low for other in others)
        together = sum(other.levels[place].high for other in others)
        assert low * whole.returned <= 100 * (span.low + apart)
        assert high * whole.returned >= 100 * (span.high + together)


def test_an_exact_sum_would_give_the_unanimous_subject_away() -> None:
    """The control: what this rule prevents."""
    shown, hidden = (20, 10, 5, 1), (40, 0, 0, 0)
    naive = [a + b for a, b in zip(shown, hidden, strict=True)]
    assert [total - known for total, known in zip(naive, shown, strict=True)] == [40, 0, 0, 0]
    texts = [
        printed([(shown, 36), (world, 40)])[1] for world in ((40, 0, 0, 0), (37, 1, 1, 1), (36, 4, 0, 0))
    ]
    assert texts[0] == texts[1] == texts[2] == ["73–79", "13–19", "6–12", "1–7", "86–93"]


def test_plain_rows_add_up_exactly() -> None:
    rows = [((20, 10, 5, 1), 36), ((10, 10, 10, 2), 34)]
    assert printed(rows) == [70, ["42,9", "28,6", "21,4", "4,3", "71,4"], (429, 286, 214, 43)]


def test_a_group_of_five_to_nine_widens_the_four_levels_but_not_the_better_two() -> None:
    rows = [((20, 10, 5, 1), 36), ((3, 1, 2, 2), 8)]
    row = added(known_row(levels, returned=returned) for levels, returned in rows)
    assert row.better == Span(34, 34)
    assert row.levels[0] == Span(20, 24)
    assert not row.is_exact


@given(st.lists(divided_subjects() | subjects(least=10), min_size=1, max_size=6))
def test_no_exact_sum_is_nearly_unanimous(rows: list[tuple[Levels, int]]) -> None:
    row = added(known_row(levels, returned=returned) for levels, returned in rows)
    assert not row.is_exact or all(10 * span.low < 9 * row.returned for span in row.levels)


@given(st.lists(divided_subjects(), min_size=1, max_size=6))
def test_sums_of_divided_subjects_are_exact(rows: list[tuple[Levels, int]]) -> None:
    """Without which the sentence before this one could say nothing."""
    assert added(known_row(levels, returned=returned) for levels, returned in rows).is_exact


@given(st.lists(subjects(), min_size=1, max_size=6))
def test_bars_are_never_longer_than_the_whole(rows: list[tuple[Levels, int]]) -> None:
    row = added(known_row(levels, returned=returned) for levels, returned in rows)
    assert sum(certain_per_mille(row)) <= 1002  # four shares, each rounded by half a tenth at most


def test_a_sum_of_nothing_says_nothing() -> None:
    row = added([])
    assert (row.returned, share_text(row.better, whole=0)) == (0, "0,0")
    assert share_text(Span(0, 5), whole=0) == "…"


def test_a_small_group_that_is_coded_tells_a_sum_that_more_than_half_are_better() -> None:
    assert known_row((3, 2, 1, 1), returned=7).better == Span(4, 7)
    assert known_row((1, 1, 3, 2), returned=7).better == Span(0, 7)


def test_where_nothing_is_known_no_range_is_printed() -> None:
    assert share_text(Span(0, 12), whole=12) == "…"


@pytest.mark.parametrize(
    ("device", "paper", "told"),
    [(40, 6, (40, 6)), (46, 0, (46, 0)), (42, 4, None), (3, 40, None), (0, 0, (0, 0))],
)
def test_a_way_that_one_to_four_people_took_is_not_told(
    device: int, paper: int, told: tuple[int, int] | None
) -> None:
    assert channel_split(device, paper) == told
