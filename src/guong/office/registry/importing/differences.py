"""Line against register, value by value: what the preview shows as changed."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from guong.office.registry.importing.lines import (
    Change,
    Difference,
    Line,
    StaffLine,
    UnitLine,
    WardLine,
)
from guong.office.registry.importing.placing import Scope
from guong.office.registry.importing.snapshot import Snapshot
from guong.office.registry.models import (
    SCHOOL_LEVELS,
    EmploymentKind,
    Level,
    Person,
    StaffCategory,
    Unit,
)

_MANAGERS = ("hiệu trưởng", "phó hiệu trưởng", "bí thư", "phó bí thư")
_TEACHERS = ("giáo viên", "tổ trưởng chuyên môn", "tổ phó chuyên môn", "tổng phụ trách")
Pair = tuple[str, object, object]
Compared = TypeVar("Compared", bound=Line)


def compare_unit(line: UnitLine, scope: Scope, snapshot: Snapshot) -> UnitLine:
    """Return the line with its parent filled in, and with what it changes."""
    unit = snapshot.units.get(line.unit)
    if unit is None:
        return replace(line, parent=line.parent or scope.default_parent)
    line = replace(line, parent=line.parent or _key(unit.parent), ward=line.ward or _key(unit.ward))
    pairs: list[Pair] = [
        ("Tên", unit.name, line.name),
        ("Cấp", Level(unit.level).label, line.level.label),
        ("Thuộc", _key(unit.parent), line.parent),
        ("Nơi đóng", _key(unit.ward), line.ward),
        ("Loại hình", _ownership(unit.public), _ownership(line.public)),
    ]
    return _compared(line, pairs)


def compare_staff(line: StaffLine, person: Person | None, snapshot: Snapshot, level: str | None) -> StaffLine:
    """Return the line with what the file leaves open filled in, and with what it changes."""
    entries = snapshot.staff.get(line.unit, ())
    entry = next((entry for entry in entries if person and entry.person_id == person.pk), None)
    usual = usual_category(line.position, in_school=level in SCHOOL_LEVELS)
    if entry is None:
        return replace(line, category=line.category or usual, member=bool(line.member))
    kept = StaffCategory(entry.category) if entry.position == line.position else usual
    if kept is StaffCategory.OTHER:
        kept = usual
    line = replace(
        line,
        category=line.category or kept,
        member=entry.is_party_member if line.member is None else line.member,
    )
    assert line.category is not None
    pairs: list[Pair] = [
        *_person_pairs(entry.person, line),
        ("Chức vụ, công việc", entry.position, line.position),
        ("Loại cán bộ", StaffCategory(entry.category).label, line.category.label),
        ("Hình thức lao động", EmploymentKind(entry.employment).label, line.employment.label),
        ("Đảng viên", _yes(entry.is_party_member), _yes(bool(line.member))),
        ("Trong danh sách", _yes(entry.active), _yes(True)),
    ]
    return _compared(line, pairs)


def compare_ward(line: WardLine, person: Person | None, snapshot: Snapshot) -> WardLine:
    """Return the line with what it changes."""
    for row in snapshot.wards.get(line.unit, ()):
        if person and row.person_id == person.pk and row.ward_class == line.ward_class:
            pairs: list[Pair] = [
                *_person_pairs(row.person, line),
                ("Chức vụ", row.position, line.position),
                ("Tổ dân phố, chi bộ", row.area, line.area),
                ("Trong danh sách", _yes(row.active), _yes(True)),
            ]
            return _compared(line, pairs)
    return line


def usual_category(position: str, *, in_school: bool) -> StaffCategory:
    """Return the category that a position suggests where the list doesn't tell it; an office corrects it in the list."""
    if not in_school:
        return StaffCategory.OFFICIAL
    words = position.casefold()
    if words.startswith(_MANAGERS):
        return StaffCategory.MANAGER
    return StaffCategory.TEACHER if words.startswith(_TEACHERS) else StaffCategory.EMPLOYEE


def _person_pairs(person: Person, line: StaffLine | WardLine) -> list[Pair]:
    return [
        ("Họ và tên", person.full_name, line.name),
        ("Mã cán bộ", person.code, line.code or person.code),
    ]


def _compared(line: Compared, pairs: Iterable[Pair]) -> Compared:
    differences = tuple(
        Difference(what, str(before), str(after))
        for what, before, after in pairs
        if str(before) != str(after)
    )
    change = Change.CHANGED if differences else Change.UNCHANGED
    return replace(line, change=change, differences=differences)


def _key(unit: Unit | None) -> str:
    return unit.key if unit else ""


def _ownership(public: bool) -> str:
    return "Công lập" if public else "Ngoài công lập"


def _yes(yes: bool) -> str:
    return "Có" if yes else "Không"
