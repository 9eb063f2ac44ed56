"""The list of units as a page shows it: found by group and words, told with heads and people."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from guong.core.wording import folded
from guong.office.registry.models import EmploymentKind, Level, Post, StaffEntry, Unit, WardEntry
from guong.office.registry.selectors.posts import heads_by_unit
from guong.office.registry.selectors.scope import Viewer, units_in_scope

GROUPS = (
    (Level.WARD, "Phường, xã"),
    (Level.PRESCHOOL, "Mầm non"),
    (Level.PRIMARY, "Tiểu học"),
    (Level.LOWER_SECONDARY, "THCS"),
    (Level.DISTRICT, "Cơ quan"),
)
CLOSED = "closed"


@dataclass(frozen=True)
class Group:
    """A group of the list: its key, its name, and how many units of the words looked for stand in it."""

    key: str
    name: str
    count: int


@dataclass(frozen=True)
class UnitList:
    """The units found, and the groups to choose from; ``total`` are all units in scope."""

    units: list[Unit]
    groups: tuple[Group, ...]
    total: int


@dataclass(frozen=True)
class UnitRow:
    """A unit with its heads, the people who may take part (heads counted) and those who may not."""

    unit: Unit
    heads: tuple[Post, ...]
    people: int
    contract: int


def find_units(*, user: Viewer, words: str = "", group: str = "") -> UnitList:
    """Return the units in scope whose name or code contains ``words``, accents left aside; bodies and wards first.

    ``group`` is a level's key, `CLOSED` for units that have ended, empty for all that exist.
    """
    scope = units_in_scope(user=user).select_related("kind", "parent")
    order = {level.value: place for place, (level, _) in enumerate((GROUPS[-1], *GROUPS[:-1]))}
    units = sorted(scope, key=lambda unit: (order[unit.level], unit.key))
    wanted = folded(words)
    found = [unit for unit in units if wanted in folded(f"{unit.name} {unit.key}")]
    counts = Counter(_group(unit) for unit in found)
    groups = tuple(
        Group(key, name, counts[key]) for key, name in (*_LEVELS, (CLOSED, "Đã kết thúc")) if counts[key]
    )
    shown = [unit for unit in found if (_group(unit) == group if group else _group(unit) != CLOSED)]
    return UnitList(shown, groups, len(units))


def unit_rows(*, units: Sequence[Unit], on: date) -> list[UnitRow]:
    """Return what the list tells of each unit on a day, in four queries."""
    heads = heads_by_unit(units=units, on=on)
    numbers = [unit.pk for unit in units]
    staff = StaffEntry.objects.filter(unit__in=numbers, active=True).order_by()
    by_employment = {
        (unit, employment): count
        for unit, employment, count in staff.values_list("unit_id", "employment").annotate(count=Count("id"))
    }
    wards = [unit.pk for unit in units if unit.level == Level.WARD]
    people = _ward_people(wards)
    return [
        UnitRow(
            unit,
            tuple(heads.get(unit.pk, ())),
            len(people[unit.pk])
            if unit.pk in wards
            else by_employment.get((unit.pk, EmploymentKind.PERMANENT), 0),
            0 if unit.pk in wards else by_employment.get((unit.pk, EmploymentKind.CONTRACT), 0),
        )
        for unit in units
    ]


_LEVELS = tuple((level.value, name) for level, name in GROUPS)


def _group(unit: Unit) -> str:
    return CLOSED if unit.valid_to is not None else unit.level


def _ward_people(wards: Sequence[int]) -> dict[int, set[int]]:
    people: dict[int, set[int]] = defaultdict(set)
    for model in (StaffEntry, WardEntry):
        rows = model._default_manager.filter(unit__in=wards, active=True).order_by()
        for unit, person in rows.values_list("unit_id", "person_id"):
            people[unit].add(person)
    return people
