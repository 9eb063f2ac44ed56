"""Lists as real Excel files, as an office would hand them in."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import xlsxwriter

from guong.demo.people import StaffMember
from guong.office.registry.importing.columns import HEADS, STAFF, UNITS, SheetForm

Row = Mapping[str, str | date]
_MADE = datetime(2023, 5, 4)  # stands in the file instead of the moment of writing, so that bytes repeat


@dataclass(frozen=True)
class School:
    """One school as its office states it; ``since`` is the head's first day in post, dd/mm/yyyy."""

    code: str
    name: str
    level: str
    head: StaffMember
    since: str
    staff: tuple[StaffMember, ...]


def school_workbook(schools: Sequence[School]) -> bytes:
    """Return an XLSX file with units, their heads (also lines of the staff list) and their staff."""
    return lists_workbook(
        {
            UNITS: [{"unit": one.code, "name": one.name, "level": one.level} for one in schools],
            HEADS: [
                {
                    "unit": one.code,
                    "name": one.head.full_name,
                    "title": one.head.position,
                    "since": one.since,
                }
                for one in schools
            ],
            STAFF: [staff_row(one.code, person) for one in schools for person in (one.head, *one.staff)],
        }
    )


def lists_workbook(lists: Mapping[SheetForm, Sequence[Row]]) -> bytes:
    """Return an XLSX file with a sheet for each list; rows are cells by the columns' names for programs."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"created": _MADE})
        heading = book.add_format({"bold": True, "bg_color": "#E6F1F5", "border": 1, "text_wrap": True})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for form, rows in lists.items():
            _sheet(book.add_worksheet(form.name), form, rows, heading, day)
    return buffer.getvalue()


def staff_row(code: str, person: StaffMember) -> Row:
    """Return a person's line of a staff list."""
    return {
        "unit": code,
        "name": person.full_name,
        "position": person.position,
        "employment": "Biên chế" if person.permanent else "Hợp đồng",
        "member": "Có" if person.party_member else "Không",
    }


def _sheet(sheet: Any, form: SheetForm, rows: Sequence[Row], heading: Any, day: Any) -> None:
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(form.columns):
        sheet.write_string(0, place, column.heading, heading)
        sheet.set_column(place, place, column.width)
    for number, row in enumerate(rows, start=1):
        for place, column in enumerate(form.columns):
            value = row.get(column.key, "")
            if isinstance(value, date):
                sheet.write_datetime(number, place, datetime(value.year, value.month, value.day), day)
            elif value:
                sheet.write_string(number, place, value)
