"""A workbook's lines against the register: what is new, what changes, what can't be."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from guong.core.eligibility import head_eligibility
from guong.office.registry.columns import HEADS, STAFF, UNITS, SheetForm
from guong.office.registry.lines import (
    Change,
    HeadLine,
    Leaving,
    Lines,
    Preview,
    RowError,
    StaffLine,
    UnitLine,
)
from guong.office.registry.models import Post, StaffEntry, Unit
from guong.office.registry.reading import RawSheet


@dataclass(frozen=True)
class Scope:
    """What the importing officer may touch: unit codes, and the body that new units belong to by default."""

    units: frozenset[str]
    default_parent: str


@dataclass(frozen=True)
class _Known:
    units: dict[str, Unit]
    staff: dict[str, list[StaffEntry]]
    heads: dict[str, list[Post]]


def compare(lines: Lines, *, scope: Scope, today: date, sheets: dict[str, RawSheet]) -> Preview:
    """Return what importing the lines would do; faults of reading and of comparing stand together."""
    known = _known({line.unit for line in lines.heads} | {line.unit for line in lines.staff})
    units = tuple(_unit(line, scope, known) for line in lines.units)
    codes = {line.unit for line in units} | set(known.units)
    errors = [*lines.errors, *_wrong_units(units, scope, known)]
    errors += [*_orphans(HEADS, lines.heads, codes), *_orphans(STAFF, lines.staff, codes)]
    errors += [*_outside(HEADS, lines.heads, scope, known), *_outside(STAFF, lines.staff, scope, known)]
    errors += _unclear_heads(lines)
    return Preview(
        units=units,
        heads=tuple(_head(line, known, today) for line in lines.heads),
        staff=tuple(_staff(line, known) for line in lines.staff),
        leaving=tuple(_leaving(lines.staff, known)),
        errors=tuple(sorted(errors, key=_place)),
        sheets=sheets,
    )


def matches(entry: StaffEntry, line: StaffLine) -> bool:
    """Return whether a line means a person already on the list: by code, else by name."""
    if line.code:
        return entry.person.code == line.code
    return not entry.person.code and entry.person.full_name.casefold() == line.name.casefold()


def _known(codes: set[str]) -> _Known:
    units = {unit.key: unit for unit in Unit.objects.select_related("parent", "kind")}
    staff: dict[str, list[StaffEntry]] = defaultdict(list)
    for entry in StaffEntry.objects.filter(unit__key__in=codes).select_related("person", "unit"):
        staff[entry.unit.key].append(entry)
    heads: dict[str, list[Post]] = defaultdict(list)
    posts = Post.objects.filter(unit__key__in=codes, is_head=True, ends_on__isnull=True)
    for post in posts.select_related("person", "unit"):
        heads[post.unit.key].append(post)
    return _Known(units, staff, heads)


def _unit(line: UnitLine, scope: Scope, known: _Known) -> UnitLine:
    unit = known.units.get(line.unit)
    if unit is None:
        return replace(line, parent=line.parent or scope.default_parent)
    now = unit.parent.key if unit.parent else ""
    line = replace(line, parent=line.parent or now)
    same = (unit.name, unit.level, now) == (line.name, line.level, line.parent)
    return replace(line, change=Change.UNCHANGED if same else Change.CHANGED)


def _head(line: HeadLine, known: _Known, today: date) -> HeadLine:
    held = next(
        (post for post in known.heads[line.unit] if post.title.casefold() == line.title.casefold()), None
    )
    change = Change.NEW
    if held is not None:
        same = held.person.full_name.casefold() == line.name.casefold() and held.starts_on == line.since
        change = Change.UNCHANGED if same else Change.CHANGED
    young = head_eligibility(line.since, today)
    return replace(line, change=change, too_new=young.eligible_on if young else None)


def _staff(line: StaffLine, known: _Known) -> StaffLine:
    entry = next((entry for entry in known.staff[line.unit] if matches(entry, line)), None)
    if entry is None:
        return line
    now = (entry.person.full_name, entry.position, entry.employment, entry.is_party_member, entry.active)
    same = now == (line.name, line.position, line.employment, line.member, True)
    return replace(line, change=Change.UNCHANGED if same else Change.CHANGED)


def _leaving(staff: tuple[StaffLine, ...], known: _Known) -> Iterator[Leaving]:
    by_unit: dict[str, list[StaffLine]] = defaultdict(list)
    for line in staff:
        by_unit[line.unit].append(line)
    for unit, listed in by_unit.items():
        for entry in known.staff[unit]:
            if entry.active and not any(matches(entry, line) for line in listed):
                yield Leaving(unit, entry.person.full_name)


def _wrong_units(units: tuple[UnitLine, ...], scope: Scope, known: _Known) -> Iterator[RowError]:
    parents = {key: unit.parent.key for key, unit in known.units.items() if unit.parent}
    parents |= {line.unit: line.parent for line in units}
    allowed = scope.units | {line.unit for line in units}
    for line in units:
        if line.unit in known.units and line.unit not in scope.units:
            yield _error(UNITS, line.row, "unit", f"Đơn vị “{line.unit}” không thuộc phạm vi của đồng chí.")
        elif not line.parent and known.units.get(line.unit) is None:
            yield _error(UNITS, line.row, "parent", "Đồng chí ghi mã đơn vị cấp trên của đơn vị mới này.")
        elif line.parent and line.parent not in allowed and line.change is not Change.UNCHANGED:
            yield _error(
                UNITS, line.row, "parent", f"Không có đơn vị cấp trên mã “{line.parent}” trong phạm vi."
            )
        elif _circles(line.unit, parents):
            yield _error(
                UNITS, line.row, "parent", "Các đơn vị cấp trên chỉ vòng quanh nhau. Đồng chí kiểm tra lại."
            )


def _circles(unit: str, parents: dict[str, str]) -> bool:
    seen: set[str] = set()
    while unit in parents:
        if unit in seen:
            return True
        seen.add(unit)
        unit = parents[unit]
    return False


def _orphans(
    form: SheetForm, lines: tuple[HeadLine, ...] | tuple[StaffLine, ...], codes: set[str]
) -> Iterator[RowError]:
    for line in lines:
        if line.unit not in codes:
            sentence = f"Không có đơn vị mã “{line.unit}” trong trang “{UNITS.name}” hay trong sổ bộ."
            yield _error(form, line.row, "unit", sentence)


def _outside(
    form: SheetForm, lines: tuple[HeadLine, ...] | tuple[StaffLine, ...], scope: Scope, known: _Known
) -> Iterator[RowError]:
    for line in lines:
        if line.unit in known.units and line.unit not in scope.units:
            yield _error(form, line.row, "unit", f"Đơn vị “{line.unit}” không thuộc phạm vi của đồng chí.")


def _unclear_heads(lines: Lines) -> Iterator[RowError]:
    namesakes: dict[tuple[str, str], int] = defaultdict(int)
    for person in lines.staff:
        namesakes[(person.unit, person.name.casefold())] += 1
    for head in lines.heads:
        if not head.code and namesakes[(head.unit, head.name.casefold())] > 1:
            sentence = (
                f"Danh sách cán bộ có hai người tên “{head.name}”. Đồng chí ghi mã cán bộ của người đứng đầu."
            )
            yield _error(HEADS, head.row, "code", sentence)


def _error(form: SheetForm, row: int, key: str, sentence: str) -> RowError:
    return RowError(form.name, row, form.column(key).heading, sentence)


def _place(error: RowError) -> tuple[int, int, str]:
    order = [form.name for form in (UNITS, HEADS, STAFF)]
    return (order.index(error.sheet), error.row, error.column)
