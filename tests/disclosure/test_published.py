"""A release as the program prints it: rows by the rules, sums by decision 0009; the judge finds nothing in it, and soon."""

import time
from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest

from guong.core.aggregation import added, known_row, share_text
from guong.core.disclosure.judge import judge
from guong.core.disclosure.mending import mend
from guong.core.disclosure.published import PrintedSum, publication
from guong.core.disclosure.readings import PrintedRow
from guong.core.questionnaire import official
from guong.office.release.figures import shown_row
from guong.office.release.solver import Highs

ITEMS = official("school_head").items
MOODS = ((60, 30, 8, 2), (90, 8, 1, 1), (97, 1, 1, 1), (30, 40, 20, 10))
Counts = tuple[int, ...]


def results(units: int, seed: int) -> dict[tuple[int, str], Counts]:
    """Invented results by unit and question: groups of five to sixty, some of one mind; the last pile are blanks."""
    chance = Random(seed)
    found = {}
    for unit in range(units):
        ballots, mood = chance.choice([5, 6, 7, 8, 9, 10, 12, 15, 22, 30, 41, 60]), chance.choice(MOODS)
        for item in ITEMS:
            marks = chance.choices(range(5), weights=(*mood, 2), k=ballots)
            found[unit, item.key] = tuple(marks.count(pile) for pile in range(5))
    return found


def printed(unit: int, item: str, counts: Counts) -> PrintedRow:
    question = next(one for one in ITEMS if one.key == item)
    row = shown_row(question, (counts[4], *counts[:4]), returned=sum(counts))
    return PrintedRow(f"{unit:02d}", "s1", item, sum(counts), sum(counts), row.shares, row.good_or_better)


def total(
    name: str, item: str, rows: Sequence[tuple[PrintedRow, Counts]], *, exact: bool = False
) -> PrintedSum:
    """The sum of rows as a report prints it; ``exact`` as it must not."""
    parts = [known_row(counts[:4], returned=sum(counts)) for _, counts in rows]
    if exact:
        whole = tuple(map(sum, zip(*(counts for _, counts in rows), strict=True)))
        rest = sum(whole)
        texts = [share_text(replace(parts[0].better, low=n, high=n), whole=rest) for n in whole[:4]]
        better = share_text(
            replace(parts[0].better, low=whole[0] + whole[1], high=whole[0] + whole[1]), whole=rest
        )
    else:
        known = added(parts)
        texts = [share_text(span, whole=known.returned) for span in known.levels]
        better = share_text(known.better, whole=known.returned)
    returned = sum(row.returned for row, _ in rows)
    return PrintedSum(f"{name}/{item}", tuple(row.key for row, _ in rows), returned, tuple(texts), better)


def release(
    units: int, seed: int, *, exact: bool = False
) -> tuple[list[PrintedRow], list[PrintedSum], dict[str, Counts]]:
    """Every unit's rows, sums of three levels of schools and of the round."""
    found = results(units, seed)
    rows = {at: printed(*at, counts) for at, counts in found.items()}
    sums = []
    for item in ITEMS:
        mine = [(rows[unit, item.key], found[unit, item.key]) for unit in range(units)]
        sums += [total(f"level {level}", item.key, mine[level::3], exact=exact) for level in range(3)]
        sums.append(total("round", item.key, mine, exact=exact))
    return list(rows.values()), sums, {row.key: found[at] for at, row in rows.items()}


@pytest.mark.parametrize("seed", range(3))
def test_the_judge_finds_nothing_in_rows_by_the_rules_and_sums_no_finer_than_they(seed: int) -> None:
    assert judge(publication(*release(9, seed)), Highs()) == []


def test_exact_sums_would_be_found() -> None:
    """The control: the same rows with sums as they were counted."""
    assert judge(publication(*release(9, 1, exact=True)), Highs())


@pytest.mark.alone
@pytest.mark.slow
def test_a_release_of_thirty_units_on_two_levels_is_checked_in_ten_seconds() -> None:
    rows, sums, counts = release(30, 7)
    begun, worked = time.monotonic(), time.process_time()
    mended = mend(publication(rows, sums, counts), Highs())
    spent = time.process_time() - worked
    print(f"{len(rows)} rows, {len(sums)} sums: {spent:.1f} s of processor, {time.monotonic() - begun:.1f} s")
    assert (mended.hidden, mended.left) == ((), ())
    assert spent < 10
