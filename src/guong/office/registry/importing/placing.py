"""Whether the units that lines name exist, may be touched by the officer, and can bear what the line says."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches

from guong.core.wording import folded, short_date
from guong.office.registry.importing.lines import Change, HeadLine, Line, Lines, StaffLine, UnitLine, WardLine
from guong.office.registry.importing.sheets import RowError
from guong.office.registry.importing.snapshot import Snapshot
from guong.office.registry.models import Level, Unit

_LIKE_DIGITS = str.maketrans("OIL", "011")
_ALIKE = 0.7
_NO_SUCH_UNIT = (
    " Đồng chí sửa lại mã; đơn vị mới thì ghi thêm vào trang “Đơn vị”, hoặc nạp tệp danh sách đơn vị trước."
)


@dataclass(frozen=True)
class Scope:
    """What the importing officer may touch: unit codes, and the body that new units belong to by default."""

    units: frozenset[str]
    default_parent: str


def misplaced(lines: Lines, scope: Scope, snapshot: Snapshot) -> Iterator[RowError]:
    """Return the faults of units: unknown, outside the scope, closed, in a circle, of the wrong level."""
    levels = {key: Level(unit.level) for key, unit in snapshot.units.items()}
    levels |= {line.unit: line.level for line in lines.units}
    yield from _wrong_units(lines.units, scope, snapshot, levels)
    named: tuple[HeadLine | StaffLine | WardLine, ...] = (*lines.heads, *lines.people)
    for line in named:
        fault = _unit_fault(line, scope, snapshot, levels)
        if fault:
            yield line.at.error("unit", fault)


def by_code(lines: Lines, known: Iterable[Unit]) -> Lines:
    """Return the lines with every unit by its code: lists may name a unit in words instead."""
    units = list(known)
    codes = {unit.key for unit in units} | {line.unit for line in lines.units}
    names: dict[str, set[str]] = defaultdict(set)
    for name, code in [(unit.name, unit.key) for unit in units] + [
        (one.name, one.unit) for one in lines.units
    ]:
        names[folded(name)].add(code)

    def code_of(unit: str) -> str:
        found = names.get(folded(unit), set()) if unit not in codes else set()
        return next(iter(found)) if len(found) == 1 else unit

    return replace(
        lines,
        units=tuple(replace(one, parent=code_of(one.parent), ward=code_of(one.ward)) for one in lines.units),
        heads=tuple(replace(one, unit=code_of(one.unit)) for one in lines.heads),
        staff=tuple(replace(one, unit=code_of(one.unit)) for one in lines.staff),
        wards=tuple(replace(one, unit=code_of(one.unit)) for one in lines.wards),
    )


def _nearest(code: str, codes: Iterable[str]) -> str:
    """Return the code that was probably meant: letters like digits and signs between don't matter, few others do."""
    by_look = {_look(known): known for known in codes}
    near = get_close_matches(_look(code), by_look, 1, _ALIKE)
    return by_look[near[0]] if near else ""


def _look(code: str) -> str:
    return "".join(filter(str.isalnum, code.upper())).translate(_LIKE_DIGITS)


def _unit_fault(line: Line, scope: Scope, snapshot: Snapshot, levels: dict[str, Level]) -> str:
    if line.unit not in levels:
        near = _nearest(line.unit, levels)
        mend = f" Mã gần giống: “{near}”." if near else _NO_SUCH_UNIT
        return f"Không có đơn vị mã “{line.unit}” trong trang “Đơn vị” hay trong sổ bộ.{mend}"
    unit = snapshot.units.get(line.unit)
    if unit is not None and line.unit not in scope.units:
        return f"Đơn vị “{line.unit}” không thuộc phạm vi của đồng chí."
    if unit is not None and unit.valid_to is not None:
        return f"“{unit.name}” đã kết thúc hoạt động sau ngày {short_date(unit.valid_to)}. Đồng chí ghi mã đơn vị kế tục."
    if isinstance(line, WardLine) and levels[line.unit] is not Level.WARD:
        return f"Đơn vị “{line.unit}” không phải là phường, xã nên không có các thành phần này."
    return ""


def _wrong_units(
    units: tuple[UnitLine, ...], scope: Scope, snapshot: Snapshot, levels: dict[str, Level]
) -> Iterator[RowError]:
    parents = {key: unit.parent.key for key, unit in snapshot.units.items() if unit.parent}
    parents |= {line.unit: line.parent for line in units}
    allowed = scope.units | {line.unit for line in units}
    for line in units:
        if line.unit in snapshot.units and line.unit not in scope.units:
            yield line.at.error("unit", f"Đơn vị “{line.unit}” không thuộc phạm vi của đồng chí.")
        elif not line.parent and snapshot.units.get(line.unit) is None:
            yield line.at.error("parent", "Đồng chí ghi mã đơn vị cấp trên của đơn vị mới này.")
        elif line.parent and line.parent not in allowed and line.change is not Change.UNCHANGED:
            yield line.at.error("parent", _no_parent(line.parent, scope))
        elif _circles(line.unit, parents):
            yield line.at.error("parent", "Các đơn vị cấp trên chỉ vòng quanh nhau. Đồng chí kiểm tra lại.")
        elif line.ward and (line.ward not in allowed or levels.get(line.ward) is not Level.WARD):
            yield line.at.error("ward", f"Không có phường, xã mã “{line.ward}” trong phạm vi.")


def _no_parent(code: str, scope: Scope) -> str:
    own = f" Đồng chí ghi “{scope.default_parent}”, hoặc để trống cột này." if scope.default_parent else ""
    return f"Không có đơn vị cấp trên mã “{code}” trong phạm vi.{own}"


def _circles(unit: str, parents: dict[str, str]) -> bool:
    seen: set[str] = set()
    while unit in parents:
        if unit in seen:
            return True
        seen.add(unit)
        unit = parents[unit]
    return False
