"""The district's lists as real Excel files, and their way into the register."""

from collections.abc import Mapping, Sequence
from datetime import date
from random import Random

from guong.demo.district import OF_DISTRICT, District, DistrictSchool, DistrictWard, HeadLine, invent_district
from guong.demo.outcomes import granted
from guong.demo.places import LEAD_BODY, LEVELS
from guong.demo.workbook import Row, lists_workbook, staff_row
from guong.office.journal.services import Actor
from guong.office.registry.importing.columns import HEADS, STAFF, UNITS, WARDS
from guong.office.registry.imports import Imported, apply_import, read_workbook


def build_workbooks(random: Random) -> dict[str, bytes]:
    """Return the district's files by name, in the order in which they are imported; same bytes for the same seed."""
    district = invent_district(random)
    by_level = zip(("02-mam-non", "03-tieu-hoc", "04-thcs"), LEVELS, strict=True)
    return {
        "01-don-vi.xlsx": lists_workbook({UNITS: _units(district), HEADS: _heads(district)}),
        **{
            f"{name}.xlsx": lists_workbook(
                {
                    STAFF: [
                        staff_row(school.code, one)
                        for school in district.schools
                        if school.level is level
                        for one in school.staff
                    ]
                }
            )
            for name, level in by_level
        },
        "05-phuong.xlsx": lists_workbook({STAFF: _offices(district), WARDS: _classes(district)}),
    }


def import_workbooks(files: Mapping[str, bytes], *, actor: Actor) -> list[Imported]:
    """Import files in their order, nothing limited. Raises `DemoStopped` where one is refused."""
    return [
        granted(apply_import(preview=granted(read_workbook(data)), actor=actor)) for data in files.values()
    ]


def _units(district: District) -> list[Row]:
    wards: list[Row] = [
        {"unit": ward.code, "name": ward.name, "level": "Phường, xã", "parent": LEAD_BODY[0]}
        for ward in district.wards
    ]
    return wards + [
        {
            "unit": school.code,
            "name": school.name,
            "level": school.level.name,
            "parent": LEAD_BODY[0] if school.code == OF_DISTRICT else school.ward,
            "ward": school.ward if school.code == OF_DISTRICT else "",
            "public": "Công lập" if school.public else "Ngoài công lập",
        }
        for school in district.schools
    ]


def _heads(district: District) -> list[Row]:
    units: list[DistrictWard | DistrictSchool] = [*district.wards, *district.schools]
    return [_head(unit.code, head) for unit in units for head in unit.heads]


def _head(unit: str, head: HeadLine) -> Row:
    until: str | date = head.until or ""
    return {
        "unit": unit,
        "name": head.full_name,
        "title": head.title,
        "since": head.since,
        "until": until,
    }


def _offices(district: District) -> list[Row]:
    return [staff_row(ward.code, one) for ward in district.wards for one in ward.people.office]


def _classes(district: District) -> Sequence[Row]:
    return [
        {
            "unit": ward.code,
            "name": line.full_name,
            "class": line.ward_class,
            "position": line.position,
            "area": line.area,
        }
        for ward in district.wards
        for line in ward.people.classes
    ]
