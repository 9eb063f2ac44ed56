"""Importing the register's workbook: read, show what would change, then write all of it or nothing."""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from guong.core.outcome import Refused
from guong.office.journal.services import Actor, record
from guong.office.registry.comparing import Scope, compare, matches
from guong.office.registry.lines import Change, HeadLine, Preview, StaffLine, UnitLine
from guong.office.registry.models import Person, Post, StaffEntry, Unit
from guong.office.registry.parsing import parse
from guong.office.registry.reading import read_sheets
from guong.office.registry.selectors import units_in_scope
from guong.office.registry.services import KIND_OF_LEVEL, ensure_kinds


@dataclass(frozen=True)
class Imported:
    """What an import wrote: lines that were new or changed, and people who left their unit's list."""

    units: int
    heads: int
    staff: int
    left: int


def read_workbook(data: bytes, *, user: AbstractBaseUser | None = None) -> Preview | Refused:
    """Return what importing a workbook would do, with every fault by sheet, row and column.

    ``user`` limits it to the officer's units and gives new units their body; None (set-up, demo) limits nothing.
    Refused as a whole: as `reading.read_sheets` and `parsing.parse`.
    """
    sheets = read_sheets(data)
    if isinstance(sheets, Refused):
        return sheets
    today = timezone.localdate()
    lines = parse(sheets, today=today)
    if isinstance(lines, Refused):
        return lines
    return compare(lines, scope=_scope(user), today=today, sheets=sheets)


def apply_import(*, preview: Preview, actor: Actor) -> Imported | Refused:
    """Write a preview into the register in one transaction. Refused: ``has_errors``."""
    if preview.errors:
        return Refused("has_errors", f"Còn {len(preview.errors)} chỗ cần sửa; chưa có gì được ghi vào sổ bộ.")
    with transaction.atomic():
        _write_units(preview.units)
        units = {unit.key: unit for unit in Unit.objects.all()}
        for line in preview.staff:
            _write_staff(units[line.unit], line)
        left = _let_go(units, preview)
        for head in preview.heads:
            _write_head(units[head.unit], head)
        done = Imported(_written(preview.units), _written(preview.heads), _written(preview.staff), left)
        text = (
            f"Nhập sổ bộ từ Excel: {done.units} đơn vị, {done.heads} người đứng đầu, {done.staff} cán bộ thêm mới "
            f"hoặc thay đổi, {done.left} cán bộ thôi trong danh sách."
        )
        record(actor=actor, act="registry.import", unit_key="", text=text)
    return done


def _scope(user: AbstractBaseUser | None) -> Scope:
    if user is None:
        roots = Unit.objects.filter(parent__isnull=True).values_list("key", flat=True)
        return Scope(
            frozenset(Unit.objects.values_list("key", flat=True)), roots[0] if len(roots) == 1 else ""
        )
    units = units_in_scope(user=user)
    bodies = units.filter(assignments__user_id=user.pk).values_list("key", flat=True)
    return Scope(frozenset(units.values_list("key", flat=True)), bodies[0] if len(bodies) == 1 else "")


def _written(lines: tuple[UnitLine, ...] | tuple[HeadLine, ...] | tuple[StaffLine, ...]) -> int:
    return sum(line.change is not Change.UNCHANGED for line in lines)


def _write_units(lines: tuple[UnitLine, ...]) -> None:
    kinds = ensure_kinds()
    for line in lines:
        defaults = {"name": line.name, "level": line.level, "kind": kinds[KIND_OF_LEVEL[line.level]]}
        Unit.objects.update_or_create(key=line.unit, defaults=defaults)
    units = {unit.key: unit for unit in Unit.objects.all()}
    for line in lines:
        unit = units[line.unit]
        unit.parent = units[line.parent] if line.parent else None
        unit.save(update_fields=["parent"])


def _write_staff(unit: Unit, line: StaffLine) -> None:
    if line.change is Change.UNCHANGED:
        return
    entries = unit.staff.select_related("person")
    entry = next((entry for entry in entries if matches(entry, line)), None)
    if entry is None:
        entry = StaffEntry(unit=unit, person=_newcomer(unit, line))
    elif entry.person.full_name != line.name:
        entry.person.full_name = line.name
        entry.person.save(update_fields=["full_name"])
    entry.position, entry.employment = line.position, line.employment
    entry.is_party_member, entry.active = line.member, True
    entry.save()


def _newcomer(unit: Unit, line: StaffLine) -> Person:
    """Return the person for a new line: a head who wasn't on the staff list yet stays the same person."""
    held = Post.objects.filter(
        unit=unit, is_head=True, ends_on__isnull=True, person__staff_entries__isnull=True
    )
    for post in held.select_related("person"):
        if post.person.code == line.code and post.person.full_name.casefold() == line.name.casefold():
            return post.person
    return Person.objects.create(full_name=line.name, code=line.code)


def _let_go(units: dict[str, Unit], preview: Preview) -> int:
    left = 0
    for unit_key in {line.unit for line in preview.staff}:
        listed = [line for line in preview.staff if line.unit == unit_key]
        for entry in units[unit_key].staff.filter(active=True).select_related("person"):
            if not any(matches(entry, line) for line in listed):
                entry.active = False
                entry.save(update_fields=["active"])
                left += 1
    return left


def _write_head(unit: Unit, line: HeadLine) -> None:
    if line.change is Change.UNCHANGED:
        return
    held = Post.objects.filter(
        unit=unit, is_head=True, ends_on__isnull=True, title__iexact=line.title
    ).first()
    if held is not None and _same_person(held.person, line):
        held.starts_on = line.since
        held.save(update_fields=["starts_on"])
        return
    if held is not None:
        held.ends_on = max(held.starts_on, line.since - timedelta(days=1))
        held.save(update_fields=["ends_on"])
    Post.objects.create(
        unit=unit, person=_head_person(unit, line), title=line.title, is_head=True, starts_on=line.since
    )


def _head_person(unit: Unit, line: HeadLine) -> Person:
    for entry in unit.staff.filter(active=True).select_related("person"):
        if _same_person(entry.person, line):
            return entry.person
    for post in Post.objects.filter(unit=unit, is_head=True, ends_on__isnull=True).select_related("person"):
        if _same_person(post.person, line):
            return post.person
    return Person.objects.create(full_name=line.name, code=line.code)


def _same_person(person: Person, line: HeadLine) -> bool:
    if line.code:
        return person.code == line.code
    return person.full_name.casefold() == line.name.casefold()
