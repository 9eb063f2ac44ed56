"""A workbook's lines against the register: what is new, what changes, what can't be."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from guong.core.eligibility import head_eligibility
from guong.core.wording import short_date
from guong.office.registry.importing.agreeing import disagreements, merged_people
from guong.office.registry.importing.differences import compare_staff, compare_unit, compare_ward
from guong.office.registry.importing.lines import (
    Change,
    HeadLine,
    Leaving,
    Lines,
    Preview,
    StaffLine,
    WardLine,
)
from guong.office.registry.importing.meaning import Meaning
from guong.office.registry.importing.placing import Scope, by_code, misplaced
from guong.office.registry.importing.sheets import RowError
from guong.office.registry.importing.snapshot import Snapshot, known_units, take
from guong.office.registry.importing.tenures import HeadPlan, plan_heads
from guong.office.registry.models import SCHOOL_LEVELS, StaffEntry, WardEntry


def compare(lines: Lines, *, scope: Scope, today: date) -> Preview:
    """Return what importing the lines would do; faults of reading and of comparing stand together."""
    units = known_units()
    lines = by_code(lines, units.values())
    snapshot = take(units, {line.unit for line in (*lines.heads, *lines.people)})
    lines = replace(lines, units=tuple(compare_unit(line, scope, snapshot) for line in lines.units))
    levels = {key: unit.level for key, unit in snapshot.units.items()}
    levels |= {line.unit: line.level for line in lines.units}
    names = {key: unit.name for key, unit in snapshot.units.items()}
    names |= {line.unit: line.name for line in lines.units}
    meaning = Meaning(lines, snapshot)
    plans = plan_heads(lines, snapshot, meaning)
    errors = [*lines.errors, *misplaced(lines, scope, snapshot), *disagreements(lines), *_collisions(plans)]
    compared = replace(
        lines,
        heads=tuple(_head(plan, today) for plan in plans),
        staff=tuple(
            compare_staff(line, meaning.person(line), snapshot, levels.get(line.unit)) for line in lines.staff
        ),
        wards=tuple(compare_ward(line, meaning.person(line), snapshot) for line in lines.wards),
    )
    return Preview(
        lines=compared,
        leaving=tuple(
            Leaving(row.unit.key, row.person.full_name, _what(row))
            for row in leaving(lines, snapshot, meaning)
        ),
        merged=merged_people(lines),
        errors=_in_order(errors, lines),
        off_roll=sum(line.off_roll and levels.get(line.unit) in SCHOOL_LEVELS for line in lines.staff),
        names=names,
    )


def leaving(lines: Lines, snapshot: Snapshot, meaning: Meaning) -> Iterator[StaffEntry | WardEntry]:
    """Return the register's rows that the file's lists no longer have.

    A list stands for the whole staff of its unit, a ward's list for each class that it names.
    """
    staff = {(line.unit, _number(meaning, line)) for line in lines.staff}
    for unit in {line.unit for line in lines.staff}:
        for entry in snapshot.staff.get(unit, ()):
            if entry.active and (unit, entry.person_id) not in staff:
                yield entry
    wards = {(line.unit, line.ward_class, _number(meaning, line)) for line in lines.wards}
    for unit, ward_class in {(line.unit, line.ward_class) for line in lines.wards}:
        for row in snapshot.wards.get(unit, ()):
            here = row.active and row.ward_class == ward_class
            if here and (unit, ward_class, row.person_id) not in wards:
                yield row


def _number(meaning: Meaning, line: StaffLine | WardLine) -> int | None:
    person = meaning.person(line)
    return person.pk if person else None


def _what(row: StaffEntry | WardEntry) -> str:
    return row.position if isinstance(row, StaffEntry) else str(row.get_ward_class_display())


def _head(plan: HeadPlan, today: date) -> HeadLine:
    line = plan.line
    change = Change.NEW if plan.held is None else Change.UNCHANGED if plan.unchanged else Change.CHANGED
    young = head_eligibility(line.since, today) if line.until is None else None
    replaced = "; ".join(
        f"Đồng chí {post.person.full_name} thôi giữ từ {short_date(line.since)}" for post in plan.ended
    )
    return replace(line, change=change, too_new=young.eligible_on if young else None, replaces=replaced)


def _collisions(plans: Iterable[HeadPlan]) -> Iterator[RowError]:
    for plan in plans:
        for post in plan.in_the_way:
            until = f" đến {short_date(post.ends_on)}" if post.ends_on else ""
            sentence = (
                f"Trong sổ bộ, đồng chí {post.person.full_name} giữ chức vụ “{post.title}” từ "
                f"{short_date(post.starts_on)}{until}, trùng với thời gian của dòng này. Đồng chí kiểm tra lại ngày."
            )
            yield plan.line.at.error("since", sentence)


def _in_order(errors: Iterable[RowError], lines: Lines) -> tuple[RowError, ...]:
    order = {sheet.name: place for place, sheet in enumerate(lines.sheets)}
    return tuple(sorted(errors, key=lambda error: (order[error.sheet], error.row, error.column)))
