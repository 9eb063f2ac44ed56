"""Everything that a round's report prints of answers, as the judge reads it: the texts of the cells, beside the counts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from guong.core.aggregation import KnownRow, share_text
from guong.core.disclosure.facts import Counts
from guong.core.disclosure.published import PrintedSum
from guong.core.disclosure.readings import PrintedRow
from guong.core.tally import SubjectCount
from guong.office.conferences.models import Conference
from guong.office.release.figures import ShownRow
from guong.office.release.selectors.gate import PRESTIGE
from guong.office.release.selectors.round_sums import group_sums, whole_sums
from guong.office.release.selectors.rounds import RoundFigures, RoundPerson


@dataclass(frozen=True)
class PrintedTables:
    """Rows and sums with their texts; ``counts`` are the four levels and the blanks behind each row, by its key."""

    rows: tuple[PrintedRow, ...]
    sums: tuple[PrintedSum, ...]
    counts: dict[str, Counts] = field(repr=False)


def printed_tables(figures: RoundFigures) -> PrintedTables:
    """Return what a round's papers print of everybody's answers: each person's rows, each group's sums and the round's."""
    rows: list[PrintedRow] = []
    counts: dict[str, Counts] = {}
    members: dict[tuple[str, str], list[str]] = {}
    for person in figures.people:
        for row, piles in _rows(person):
            rows.append(row)
            counts[row.key] = piles
            for group in (person.group, ""):
                members.setdefault((group, row.item), []).append(row.key)
    return PrintedTables(tuple(rows), tuple(_sums(figures, members)), counts)


def _rows(person: RoundPerson) -> Iterator[tuple[PrintedRow, Counts]]:
    found, count = person.shown, person.count
    if found is None or count is None:
        return
    for row in _shown(found.rows, found.prestige):
        yield (
            PrintedRow(
                poll=poll_of(person.conference, found.edition),
                subject=person.subject.key,
                item=row.item.key,
                returned=count.opened,
                valid=count.valid,
                shares=row.shares,
                better=row.good_or_better,
            ),
            piles_of(count, row.item.key),
        )


def poll_of(conference: Conference, edition: int) -> str:
    """Return the name of an edition's poll for the judge: corrections are tables of their own."""
    return conference.key if edition == 1 else f"{conference.key}.{edition}"


def piles_of(count: SubjectCount, item: str) -> Counts:
    """Return the four levels of a question, then blanks and invalid ballots."""
    levels = count.items[item][1:]
    return (*levels, count.opened - sum(levels))


def _sums(figures: RoundFigures, members: dict[tuple[str, str], list[str]]) -> Iterator[PrintedSum]:
    form = figures.form
    if form is None:
        return
    asked = [item.key for item in form.items if item.key != PRESTIGE]
    for name, sums in (("", whole_sums(figures)), *((group.name, group) for group in group_sums(figures))):
        known = dict(zip(asked, sums.criteria, strict=False))
        if sums.prestige is not None:
            known[PRESTIGE] = sums.prestige
        for item, row in known.items():
            yield _sum(name, item, row, members[name, item])


def _sum(name: str, item: str, known: KnownRow, members: list[str]) -> PrintedSum:
    return PrintedSum(
        key=f"{name}: {item}",
        members=tuple(members),
        returned=known.returned,
        shares=tuple(share_text(span, whole=known.returned) for span in known.levels),
        better=share_text(known.better, whole=known.returned),
    )


def _shown(rows: Iterable[ShownRow], prestige: ShownRow | None) -> tuple[ShownRow, ...]:
    return (*rows, *((prestige,) if prestige else ()))
