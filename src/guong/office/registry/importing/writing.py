"""Writing a preview into the register: a handful of statements, however long the lists are."""

from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Model
from django.utils import timezone

from guong.office.registry.importing.comparing import leaving
from guong.office.registry.importing.lines import Change, Lines, PersonLine
from guong.office.registry.importing.meaning import Known, Meaning
from guong.office.registry.importing.snapshot import known_units, take
from guong.office.registry.importing.tenures import HeadPlan, plan_heads
from guong.office.registry.kinds import KIND_OF_LEVEL, ensure_kinds
from guong.office.registry.models import Person, Post, StaffCategory, StaffEntry, Unit, WardEntry

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class _People:
    """Whom every line means, as rows of the register, and what the register said before."""

    meaning: Meaning
    rows: dict[Known, Person]

    def of(self, line: PersonLine) -> Person:
        return self.rows[self.meaning.known(line)]


def write(lines: Lines) -> int:
    """Write compared lines inside the caller's transaction; returns how many people left a list."""
    _write_units(lines)
    snapshot = take(known_units(), {line.unit for line in (*lines.heads, *lines.people)})
    meaning = Meaning(lines, snapshot)
    plans = plan_heads(lines, snapshot, meaning)
    gone = list(leaving(lines, snapshot, meaning))
    people = _write_people(lines, meaning)
    _write_staff(lines, snapshot.units, people)
    _write_wards(lines, snapshot.units, people)
    for model in (StaffEntry, WardEntry):
        numbers = [row.pk for row in gone if isinstance(row, model)]
        model.objects.filter(pk__in=numbers).update(active=False, left_on=timezone.localdate())
    _write_posts(plans, snapshot.units, people)
    return len({(row.unit_id, row.person_id) for row in gone})


def _write_units(lines: Lines) -> None:
    kinds = ensure_kinds()
    touched = [line for line in lines.units if line.change is not Change.UNCHANGED]
    rows = [
        Unit(
            key=line.unit,
            name=line.name,
            level=line.level,
            public=line.public,
            kind=kinds[KIND_OF_LEVEL[line.level]],
        )
        for line in touched
    ]
    _write_over(Unit, rows, unique=["key"], values=["name", "level", "public", "kind"])
    units = {unit.key: unit for unit in Unit.objects.all()}
    for line in touched:
        units[line.unit].parent = units[line.parent] if line.parent else None
        units[line.unit].ward = units[line.ward] if line.ward else None
    Unit.objects.bulk_update([units[line.unit] for line in touched], ["parent", "ward"])


def _write_people(lines: Lines, meaning: Meaning) -> _People:
    """Make newcomers, correct names and add codes; nobody is made twice, however many lines name the person."""
    rows: dict[Known, Person] = {}
    touched: dict[Known, Person] = {}
    for line in (*lines.people, *lines.heads):
        known = meaning.known(line)
        before = meaning.person(line)
        if known in rows:
            continue
        rows[known] = before or Person(full_name=line.name, code=line.code)
        code = line.code or rows[known].code
        if before is None or (before.full_name, before.code) != (line.name, code):
            touched[known] = Person(key=rows[known].key, full_name=line.name, code=code)
    _write_over(Person, list(touched.values()), unique=["key"], values=["full_name", "code"])
    made = Person.objects.in_bulk([person.key for person in touched.values()], field_name="key")
    return _People(meaning, rows | {known: made[person.key] for known, person in touched.items()})


def _write_staff(lines: Lines, units: dict[str, Unit], people: _People) -> None:
    rows = [
        StaffEntry(
            person=people.of(line),
            unit=units[line.unit],
            position=line.position,
            category=line.category or StaffCategory.OTHER,
            employment=line.employment,
            is_party_member=bool(line.member),
        )
        for line in lines.staff
        if line.change is not Change.UNCHANGED
    ]
    values = ["position", "category", "employment", "is_party_member", "active", "left_on"]
    _write_over(StaffEntry, rows, unique=["person", "unit"], values=values)


def _write_wards(lines: Lines, units: dict[str, Unit], people: _People) -> None:
    rows = [
        WardEntry(
            person=people.of(line),
            unit=units[line.unit],
            ward_class=line.ward_class,
            position=line.position,
            area=line.area,
        )
        for line in lines.wards
        if line.change is not Change.UNCHANGED
    ]
    unique = ["person", "unit", "ward_class"]
    _write_over(WardEntry, rows, unique=unique, values=["position", "area", "active", "left_on"])


def _write_posts(plans: list[HeadPlan], units: dict[str, Unit], people: _People) -> None:
    changed, new = [], []
    for plan in plans:
        for post in plan.ended:
            post.ends_on = plan.last_day
            changed.append(post)
        line = plan.line
        if plan.held is None:
            person, unit = people.of(line), units[line.unit]
            post = Post(unit=unit, person=person, title=line.title, is_head=True, starts_on=line.since)
            post.ends_on = line.until
            new.append(post)
        elif not plan.unchanged:
            plan.held.title, plan.held.starts_on, plan.held.ends_on = line.title, line.since, line.until
            changed.append(plan.held)
    Post.objects.bulk_update(changed, ["title", "starts_on", "ends_on"])
    Post.objects.bulk_create(new)


def _write_over(model: type[Row], rows: list[Row], *, unique: list[str], values: list[str]) -> None:
    """Insert rows; where one with the same ``unique`` fields stands already, give it the ``values``."""
    if rows:
        model._default_manager.bulk_create(
            rows, update_conflicts=True, unique_fields=unique, update_fields=values
        )
