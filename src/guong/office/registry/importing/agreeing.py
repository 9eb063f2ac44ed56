"""Whether the lines of one file agree with one another: nothing twice, namesakes told apart, no post held twice."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from guong.core.tenure import Tenure, same_post
from guong.office.registry.importing.columns import OFFICE_CLASS
from guong.office.registry.importing.lines import (
    HeadLine,
    Lines,
    Merged,
    PersonLine,
    StaffLine,
    UnitLine,
    WardLine,
)
from guong.office.registry.importing.sheets import RowError

_TOLD_APART = (
    "Nếu là một người, đồng chí ghi cùng một mã cán bộ ở các dòng; nếu là hai người, ghi hai mã khác nhau."
)


def disagreements(lines: Lines) -> list[RowError]:
    """Return the faults that only show where lines are laid side by side."""
    return [
        *_repeated_units(lines.units),
        *_repeated_staff(lines.staff),
        *_unclear_people(lines),
        *_unclear_heads(lines),
        *_held_twice(lines.heads),
    ]


def merged_people(lines: Lines) -> tuple[Merged, ...]:
    """Return the people of wards whom more than one line names: each is one voter (R-001-10)."""
    classes: dict[tuple[str, str], list[tuple[str, PersonLine]]] = defaultdict(list)
    for ward in lines.wards:
        classes[ward.person].append((str(ward.ward_class.label), ward))
    for staff in lines.staff:
        if staff.person in classes:
            classes[staff.person].append((OFFICE_CLASS, staff))
    return tuple(
        Merged(found[0][1].unit, found[0][1].name, tuple(name for name, _ in found), bool(found[0][1].code))
        for found in classes.values()
        if len(found) > 1
    )


def _repeated_units(units: tuple[UnitLine, ...]) -> Iterator[RowError]:
    first: dict[str, UnitLine] = {}
    for line in units:
        before = first.setdefault(line.unit.casefold(), line)
        if before is not line:
            sentence = (
                f"Mã đơn vị “{line.unit}” đã có ở {line.at.named(before.at)}. Mỗi đơn vị chỉ ghi một dòng."
            )
            yield line.at.error("unit", sentence)


def _repeated_staff(staff: tuple[StaffLine, ...]) -> Iterator[RowError]:
    groups: dict[tuple[str, str], list[StaffLine]] = defaultdict(list)
    for line in staff:
        groups[line.person].append(line)
    for group in groups.values():
        for line in group[1:] if group[0].code else group if len(group) > 1 else ():
            if line.code:
                sentence = (
                    f"Mã cán bộ “{line.code}” đã có ở {line.at.named(group[0].at)} của đơn vị {line.unit}."
                )
                yield line.at.error("code", sentence)
            else:
                sentence = (
                    f"Đơn vị {line.unit} có hai dòng cùng tên “{line.name}”. Nếu là một người, đồng chí xoá một dòng; "
                    "nếu là hai người, đồng chí ghi mã cán bộ cho cả hai."
                )
                yield line.at.error("name", sentence)


def _unclear_people(lines: Lines) -> Iterator[RowError]:
    """Namesakes in a ward whom nothing tells apart: the same class twice, two areas, a code on one line only."""
    by_name: dict[tuple[str, str], list[StaffLine | WardLine]] = defaultdict(list)
    for line in lines.people:
        by_name[(line.unit, line.name.casefold())].append(line)
    for group in by_name.values():
        of_ward = [line for line in group if isinstance(line, WardLine)]
        if not of_ward or len(group) < 2:
            continue
        if any(line.code for line in group) and not all(line.code for line in group):
            sentence = (
                f"Có dòng khác cùng tên “{group[0].name}”, dòng có mã cán bộ, dòng không. {_TOLD_APART}"
            )
            yield from (line.at.error("code", sentence) for line in group if not line.code)
        for one, other in combinations(of_ward, 2):
            if one.code == other.code and (fault := _contradiction(one, other)):
                yield other.at.error("name", f"{fault} {_TOLD_APART}")


def _contradiction(one: WardLine, other: WardLine) -> str:
    place = other.at.named(one.at)
    if one.ward_class is other.ward_class:
        return f"“{other.name}” đã có ở {place} với cùng thành phần."
    if not one.code and one.area and other.area and _number(one.area) != _number(other.area):
        return f"“{other.name}” cũng có ở {place} nhưng thuộc {one.area}, không phải {other.area}."
    return ""


def _number(area: str) -> str:
    """Return what an area and its cell have in common: "Chi bộ 5" and "Tổ dân phố số 5" are both of number 5."""
    return "".join(letter for letter in area if letter.isdecimal()).lstrip("0") or area.casefold()


def _unclear_heads(lines: Lines) -> Iterator[RowError]:
    namesakes: dict[tuple[str, str], set[str]] = defaultdict(set)
    for person in lines.people:
        namesakes[(person.unit, person.name.casefold())].add(person.person[1])
    for head in lines.heads:
        if not head.code and len(namesakes[(head.unit, head.name.casefold())]) > 1:
            sentence = (
                f"Danh sách cán bộ có hai người tên “{head.name}”. Đồng chí ghi mã cán bộ của người đứng đầu."
            )
            yield head.at.error("code", sentence)


def _held_twice(heads: tuple[HeadLine, ...]) -> Iterator[RowError]:
    by_unit: dict[str, list[HeadLine]] = defaultdict(list)
    for line in heads:
        by_unit[line.unit].append(line)
    for group in by_unit.values():
        for one, other in combinations(group, 2):
            if same_post(one.title, other.title) and tenure(one).overlaps(tenure(other)):
                sentence = (
                    f"Chức vụ “{other.title}” của đơn vị {other.unit} trùng thời gian với {other.at.named(one.at)} "
                    f"(đồng chí {one.name}). Đồng chí ghi “Giữ chức đến ngày” cho người giữ chức trước."
                )
                yield other.at.error("since", sentence)


def tenure(line: HeadLine) -> Tenure:
    """Return the time for which a line states the post."""
    return Tenure(line.since, line.until)
