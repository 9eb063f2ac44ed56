"""A preview as a page tells it: sums first, then unit by unit, then only what changes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from guong.office.registry.importing.lines import (
    Change,
    HeadLine,
    Leaving,
    Line,
    Preview,
    StaffLine,
    WardLine,
)
from guong.office.registry.importing.sheets import RowError

MOST = 200


@dataclass(frozen=True)
class UnitSum:
    """What importing does to the lists of one unit, in numbers."""

    unit: str
    name: str
    new: int
    changed: int
    unchanged: int
    leaving: int


@dataclass(frozen=True)
class Faults:
    """One sentence about rows of a sheet that follow each other; ``rows`` as ``2`` or ``2–47``."""

    sheet: str
    rows: str
    column: str
    sentence: str


@dataclass(frozen=True)
class Told:
    """What the page shows of a preview; long lists are cut after `MOST` lines and ``more`` says how many are left."""

    new: int
    changed: int
    unchanged: int
    units: tuple[UnitSum, ...]
    untouched: bool
    heads: tuple[HeadLine, ...]
    changes: tuple[StaffLine | WardLine, ...]
    more_changes: int
    leaving: tuple[Leaving, ...]
    more_leaving: int
    faults: tuple[Faults, ...]
    more_faults: int


def tell(preview: Preview) -> Told:
    """Return what a page shows of a preview."""
    people = preview.lines.people
    counts = Counter(line.change for line in (*preview.lines.units, *preview.heads, *people))
    faults = tuple(_joined(preview.errors))
    changes = [line for line in people if line.change is Change.CHANGED]
    return Told(
        new=counts[Change.NEW],
        changed=counts[Change.CHANGED],
        unchanged=counts[Change.UNCHANGED],
        units=_by_unit(people, preview),
        untouched=_is_untouched(preview),
        heads=tuple(line for line in preview.heads if line.change is not Change.UNCHANGED),
        changes=tuple(changes[:MOST]),
        more_changes=_more(changes),
        leaving=preview.leaving[:MOST],
        more_leaving=_more(preview.leaving),
        faults=faults[:MOST],
        more_faults=_more(faults),
    )


def _joined(errors: Sequence[RowError]) -> Iterator[Faults]:
    """Return faults with rows that say the same one below the other told once: a whole school by a code that is unknown."""
    for (sheet, column, sentence, _), group in groupby(
        enumerate(errors), lambda one: (one[1].sheet, one[1].column, one[1].sentence, one[1].row - one[0])
    ):
        rows = [error.row for _, error in group]
        yield Faults(sheet, f"{rows[0]}–{rows[-1]}" if len(rows) > 1 else f"{rows[0]}", column, sentence)


def _by_unit(people: Sequence[Line], preview: Preview) -> tuple[UnitSum, ...]:
    """Return the units for which there is something to write."""
    counts = Counter((line.unit, line.change) for line in people)
    gone = Counter(person.unit for person in preview.leaving)
    sums = (
        UnitSum(
            unit,
            preview.names.get(unit, unit),
            new=counts[(unit, Change.NEW)],
            changed=counts[(unit, Change.CHANGED)],
            unchanged=counts[(unit, Change.UNCHANGED)],
            leaving=gone[unit],
        )
        for unit in dict.fromkeys(line.unit for line in people)
    )
    return tuple(one for one in sums if one.new or one.changed or one.leaving)


def _is_untouched(preview: Preview) -> bool:
    lines = preview.lines
    every = (*lines.units, *lines.heads, *lines.people)
    return not preview.leaving and all(line.change is Change.UNCHANGED for line in every)


def _more(rows: Sequence[object]) -> int:
    return max(0, len(rows) - MOST)
