"""A release as it is printed, for the judge: rows of persons, and sums over some of them, with the texts of their cells."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from guong.core.disclosure.codes import own_ballots
from guong.core.disclosure.facts import Counts, Fact, Publication, Row, Target, only
from guong.core.disclosure.readings import BETTER, PILES, PrintedRow, counts_of, is_number, readings_of


@dataclass(frozen=True)
class PrintedSum:
    """A printed sum over the rows named in ``members``: texts of the four levels and of the first two together.

    Texts are shares (``63,5``), ranges (``63–65``) or ``…`` of ``returned``, the ballots of all members.
    """

    key: str
    members: tuple[str, ...]
    returned: int
    shares: tuple[str, ...]
    better: str


def publication(
    rows: Iterable[PrintedRow], sums: Iterable[PrintedSum], counts: Mapping[str, Counts]
) -> Publication:
    """Return a release as facts: ``counts`` are the four levels and the blanks of each row, by its key.

    Raises ValueError where a text is no share of so many ballots.
    """
    found, totals = list(rows), list(sums)
    told = [_row(row) for row in found]
    added = [_sum(total) for total in totals]
    targets = [Target(row.key, (row.key,), is_open=row.is_exact, own=own_ballots(row.valid)) for row in found]
    targets += [Target(total.key, total.atoms, is_open=True) for total in added if total.is_exact]
    sizes = {row.key: (row.returned, row.returned) for row in found}
    truth = {row.key: counts[row.key] for row in found}
    return Publication(sizes, truth, (*told, *added), tuple(targets))


def _row(row: PrintedRow) -> Row:
    atoms = (row.key,)
    return Row(row.key, atoms, readings_of(row, atoms), row.returned, is_exact=row.is_exact)


def _sum(total: PrintedSum) -> Row:
    facts = [_fact(total, only(place, PILES), text) for place, text in enumerate(total.shares)]
    facts.append(_fact(total, BETTER, total.better))
    told = tuple(fact for fact in facts if fact is not None)
    exact = _all_numbers(total.shares)
    return Row(total.key, total.members, (told,), total.returned, is_exact=exact)


def _fact(total: PrintedSum, weights: Counts, text: str) -> Fact | None:
    if not is_number(text) and "–" not in text:
        return None
    return Fact(total.members, weights, *counts_of(text, total.returned))


def _all_numbers(texts: Sequence[str]) -> bool:
    return all(map(is_number, texts))
