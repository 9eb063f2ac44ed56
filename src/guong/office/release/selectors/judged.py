"""What the judge reads beside new tables: everything of the same people and the same round that the ledger holds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from guong.core.disclosure.facts import Counts
from guong.core.disclosure.overlaps import Overlap, correction_overlap
from guong.core.disclosure.published import PrintedSum
from guong.core.disclosure.readings import PrintedRow
from guong.core.tally import SubjectCount
from guong.office.conferences.models import Conference
from guong.office.release.models import ReleasedSums, ResultEdition
from guong.office.release.selectors.printed import PrintedTables, piles_of, poll_of
from guong.office.release.selectors.rounds import RoundFigures, RoundPerson


@dataclass
class Judged:
    """Rows and sums, new and old, for one look of the judge; ``out`` names what went out before."""

    rows: list[PrintedRow] = field(default_factory=list)
    sums: list[PrintedSum] = field(default_factory=list)
    counts: dict[str, Counts] = field(default_factory=dict, repr=False)
    overlaps: list[Overlap] = field(default_factory=list)
    out: set[str] = field(default_factory=set)

    def add_table(self, rows: Iterable[PrintedRow], count: SubjectCount, *, is_out: bool) -> None:
        """Add a person's table with the counts behind it."""
        for row in rows:
            self.rows.append(row)
            self.counts[row.key] = piles_of(count, row.item)
            if is_out:
                self.out.add(row.key)

    @property
    def values(self) -> tuple[list[PrintedRow], list[PrintedSum], dict[str, Counts], list[Overlap], set[str]]:
        """Everything as plain values, for the worker process."""
        return self.rows, self.sums, self.counts, self.overlaps, self.out


def judged_round(figures: RoundFigures, tables: PrintedTables) -> list[Judged]:
    """Return the looks that a round's numbered paper needs: one, or one for each earlier edition where a result was corrected.

    In a look stands at most one earlier edition of each person; sums of earlier papers are read wherever their rows are.
    """
    older = [_older(person) for person in figures.people if person.shown]
    looks = max((len(rows) for rows in older), default=0)
    sums = [row.texts for row in ReleasedSums.objects.filter(of_round=figures.of_round)]
    return [_look(figures, tables, sums, place) for place in range(max(looks, 1))]


def rows_in(
    texts: Mapping[str, Any], conference: Conference, subject_key: str, number: int
) -> list[PrintedRow]:
    """Return a person's table as the ledger holds it."""
    return [
        PrintedRow(
            poll=poll_of(conference, number),
            subject=subject_key,
            item=item,
            returned=texts["returned"],
            valid=texts["valid"],
            shares=(a, b, c, d),
            better=better,
        )
        for item, (a, b, c, d, better) in texts["rows"].items()
    ]


def sums_texts(tables: PrintedTables) -> dict[str, Any]:
    """Return a round's sums as the ledger keeps them."""
    return {
        total.key: {
            "members": list(total.members),
            "returned": total.returned,
            "shares": list(total.shares),
            "better": total.better,
        }
        for total in tables.sums
    }


def _look(
    figures: RoundFigures, tables: PrintedTables, released: Sequence[Mapping[str, Any]], place: int
) -> Judged:
    shown = [person for person in figures.people if person.shown]
    out = {row.key for row in tables.rows if any(_is_out(person, row) for person in shown)}
    look = Judged(list(tables.rows), list(tables.sums), dict(tables.counts), out=out)
    for person in shown:
        older = _older(person)
        if len(older) > place:
            _add_older(look, person, older[place])
    for number, texts in enumerate(released):
        look.sums += [total for total in _sums_in(texts, number) if look.counts.keys() >= set(total.members)]
    look.out |= {total.key for total in look.sums if total.key.startswith("đã công bố ")}
    return look


def _add_older(look: Judged, person: RoundPerson, older: ResultEdition) -> None:
    opened = person.entry.whole.counts[person.subject.key] if person.entry.whole else None
    now, found = person.count, person.shown
    if opened is None or now is None or found is None:
        return
    before = person.editions.count_of(older.number, opened)
    rows = rows_in(older.texts, person.conference, person.subject.key, older.number)
    look.add_table(rows, before, is_out=True)
    look.overlaps.append(overlap_of(person.conference, before, older.number, now, found.edition))


def overlap_of(
    conference: Conference, before: SubjectCount, first: int, after: SubjectCount, second: int
) -> Overlap:
    """Return how two editions of one person's result overlap."""
    one, other = (f"{poll_of(conference, number)}/{before.subject}" for number in (first, second))
    return correction_overlap(one, other, all_piles(before), all_piles(after))


def all_piles(count: SubjectCount) -> dict[str, Counts]:
    """Return the piles of every question."""
    return {item: piles_of(count, item) for item in count.items}


def _older(person: RoundPerson) -> list[ResultEdition]:
    number = person.shown.edition if person.shown else 0
    return [row for row in person.editions.released if row.number < number and row.texts["rows"]]


def _is_out(person: RoundPerson, row: PrintedRow) -> bool:
    found = person.shown
    if found is None or not found.ways:
        return False
    return (row.poll, row.subject) == (poll_of(person.conference, found.edition), person.subject.key)


def _sums_in(texts: Mapping[str, Any], number: int) -> Iterator[PrintedSum]:
    for key, said in texts.items():
        yield PrintedSum(
            f"đã công bố {number} {key}",
            tuple(said["members"]),
            said["returned"],
            tuple(said["shares"]),
            said["better"],
        )
