"""A preview as a page tells it: sums first, then unit by unit, then only what changes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from guong.office.registry.importing.lines import (
    Change,
    HeadLine,
    Leaving,
    Line,
    Preview,
    StaffLine,
    WardLine,
)

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
    errors: tuple[object, ...]
    more_errors: int


def tell(preview: Preview) -> Told:
    """Return what a page shows of a preview."""
    people = preview.lines.people
    changes = [line for line in people if line.change is Change.CHANGED]
    return Told(
        new=preview.count(Change.NEW),
        changed=len(changes),
        unchanged=preview.count(Change.UNCHANGED),
        units=_by_unit(people, preview),
        untouched=_is_untouched(preview),
        heads=tuple(line for line in preview.heads if line.change is not Change.UNCHANGED),
        changes=tuple(changes[:MOST]),
        more_changes=_more(changes),
        leaving=preview.leaving[:MOST],
        more_leaving=_more(preview.leaving),
        errors=preview.errors[:MOST],
        more_errors=_more(preview.errors),
    )


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
