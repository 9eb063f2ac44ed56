"""A release as it is printed, for the judge: rows of persons, and sums over some of them, with the texts of their cells."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from guong.core.disclosure.codes import own_ballots
from guong.core.disclosure.facts import Counts, Fact, Publication, Row, Target, only
from guong.core.disclosure.overlaps import Ends, Overlap, Split, split
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


@dataclass
class _Atoms:
    """Which atoms each row has, their sizes and counts."""

    of_row: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sizes: dict[str, Ends] = field(default_factory=dict)
    truth: dict[str, Counts] = field(default_factory=dict)
    between: list[str] = field(default_factory=list)

    def add_row(self, row: PrintedRow, counts: Counts) -> None:
        self.of_row[row.key] = (row.key,)
        self.sizes[row.key] = (row.returned, row.returned)
        self.truth[row.key] = counts

    def divide(self, one: PrintedRow, other: PrintedRow, found: Split, overlap: Overlap) -> None:
        """Put three atoms in the place of two: what both rows hold, what only one of them holds."""
        names = (f"{one.key}&{other.poll}", f"{one.key}-", f"{other.key}+")
        least = one.returned - overlap.only_first[1], one.returned - overlap.only_first[0]
        ends = ((max(0, least[0]), least[1]), overlap.only_first, overlap.only_second)
        for row, atoms in ((one, names[:2]), (other, (names[0], names[2]))):
            del self.sizes[row.key], self.truth[row.key]
            self.of_row[row.key] = atoms
        self.sizes |= dict(zip(names, ends, strict=True))
        self.truth |= dict(zip(names, found.parts(), strict=True))
        self.between += [name for name in names[1:] if sum(self.truth[name])]


def publication(
    rows: Iterable[PrintedRow],
    sums: Iterable[PrintedSum],
    counts: Mapping[str, Counts],
    *,
    overlaps: Iterable[Overlap] = (),
    out: Collection[str] = (),
) -> Publication:
    """Return a release as facts: ``counts`` are the four levels and the blanks of each row, by its key.

    ``overlaps`` name tables with ballots in common, each table once; ``out`` are the keys of rows and sums that went out
    before and can't be hidden any more. Raises ValueError where a text is no share of so many ballots.
    """
    found, totals = list(rows), list(sums)
    atoms = _atoms(found, counts, overlaps)
    told = [_row(row, atoms.of_row[row.key], row.key in out) for row in found]
    added = [_sum(total, atoms.of_row, total.key in out) for total in totals]
    targets = [
        Target(row.key, atoms.of_row[row.key], is_open=row.is_exact, own=own_ballots(row.valid))
        for row in found
    ]
    targets += [Target(total.key, total.atoms, is_open=True) for total in added if total.is_exact]
    # Five ballots or more between two tables are a group like any other: its result may be known, unanimity may not.
    targets += [
        Target(name, (name,), is_open=True, own=own_ballots(sum(atoms.truth[name]))) for name in atoms.between
    ]
    return Publication(atoms.sizes, atoms.truth, (*told, *added), tuple(targets))


def _atoms(rows: Sequence[PrintedRow], counts: Mapping[str, Counts], overlaps: Iterable[Overlap]) -> _Atoms:
    atoms = _Atoms()
    for row in rows:
        atoms.add_row(row, counts[row.key])
    for overlap in overlaps:
        for one, other in _pairs(rows, overlap):
            found = split(counts[one.key], counts[other.key], overlap)
            if found is not None:
                atoms.divide(one, other, found, overlap)
    return atoms


def _pairs(rows: Sequence[PrintedRow], overlap: Overlap) -> Iterator[tuple[PrintedRow, PrintedRow]]:
    second = {row.item: row for row in rows if row.table == overlap.second}
    for row in rows:
        if row.table == overlap.first and row.item in second:
            yield row, second[row.item]


def _row(row: PrintedRow, atoms: tuple[str, ...], is_out: bool) -> Row:
    readings = readings_of(row, atoms)
    return Row(row.key, atoms, readings, row.returned, is_exact=row.is_exact, may_hide=not is_out)


def _sum(total: PrintedSum, of_row: Mapping[str, tuple[str, ...]], is_out: bool) -> Row:
    atoms = tuple(atom for key in total.members for atom in of_row[key])
    facts = [_fact(total, atoms, only(place, PILES), text) for place, text in enumerate(total.shares)]
    facts.append(_fact(total, atoms, BETTER, total.better))
    told = tuple(fact for fact in facts if fact is not None)
    exact = _all_numbers(total.shares)
    return Row(total.key, atoms, (told,), total.returned, is_exact=exact, may_hide=not is_out)


def _fact(total: PrintedSum, atoms: tuple[str, ...], weights: Counts, text: str) -> Fact | None:
    if not is_number(text) and "–" not in text:
        return None
    return Fact(atoms, weights, *counts_of(text, total.returned))


def _all_numbers(texts: Sequence[str]) -> bool:
    return all(map(is_number, texts))
