"""The part of the register that a file speaks of, read in four queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TypeVar

from guong.office.registry.importing.lines import known_by
from guong.office.registry.models import Person, Post, StaffEntry, Unit, WardEntry

Listed = TypeVar("Listed", StaffEntry, WardEntry, Post)


@dataclass(frozen=True)
class Snapshot:
    """``units`` are all, by code; lists, classes and heads' posts those of the units asked for, by unit code."""

    units: dict[str, Unit]
    staff: dict[str, list[StaffEntry]]
    wards: dict[str, list[WardEntry]]
    posts: dict[str, list[Post]]
    people: dict[tuple[str, str], Person]
    by_name: dict[tuple[str, str], list[Person]]

    def person(self, known: tuple[str, str], *, name: str) -> Person | None:
        """Return the person of a unit whom `lines.known_by` names.

        ``name``: where the file knows nobody else of this name, the only one who bears it in the register is meant, and
        a code may be new to the person; empty where namesakes stand side by side.
        """
        found = self.people.get(known)
        if found is not None or not name:
            return found
        namesakes = self.by_name.get((known[0], name.casefold()), [])
        coded = known[1].startswith("#")
        return namesakes[0] if len(namesakes) == 1 and not (coded and namesakes[0].code) else None


def known_units() -> dict[str, Unit]:
    """Return every unit of the register by its code."""
    return {unit.key: unit for unit in Unit.objects.select_related("parent", "ward", "kind")}


def take(units: dict[str, Unit], codes: Collection[str]) -> Snapshot:
    """Read the register as it is for the units with these codes; ``units`` as `known_units`."""
    keys = sorted(codes)
    asked = {unit.pk: unit for key, unit in units.items() if key in codes}
    staff = _by_unit(StaffEntry.objects.filter(unit__in=list(asked)).select_related("person"), asked)
    wards = _by_unit(WardEntry.objects.filter(unit__in=list(asked)).select_related("person"), asked)
    posts = _by_unit(Post.objects.filter(unit__in=list(asked), is_head=True).select_related("person"), asked)
    people: dict[tuple[str, str], Person] = {}
    by_name: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for unit in keys:
        rows = (*staff.get(unit, ()), *wards.get(unit, ()), *posts.get(unit, ()))
        for person in {row.person_id: row.person for row in sorted(rows, key=_presence)}.values():
            people[(unit, known_by(person.code, person.full_name))] = person
            by_name[(unit, person.full_name.casefold())].append(person)
    return Snapshot(units, staff, wards, posts, people, by_name)


def _by_unit(rows: Iterable[Listed], units: dict[int, Unit]) -> dict[str, list[Listed]]:
    found: dict[str, list[Listed]] = defaultdict(list)
    for row in rows:
        row.unit = units[row.unit_id]  # one object for all rows of a unit instead of one a row
        found[row.unit.key].append(row)
    return dict(found)


def _presence(row: StaffEntry | WardEntry | Post) -> bool:
    """Put those who are there now last, so that they win over a namesake of former times."""
    return row.ends_on is None if isinstance(row, Post) else row.active
