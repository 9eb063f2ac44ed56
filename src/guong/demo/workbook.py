"""The school's staff list as a real Excel file, as a school office would hand it in."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

import xlsxwriter

from guong.demo.people import StaffMember
from guong.office.registry.importing.columns import HEADS, STAFF, UNITS, SheetForm


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
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        _sheet(book, UNITS, [(school.code, school.name, school.level, "") for school in schools])
        heads = [
            (school.code, school.head.full_name, school.head.position, school.since, "") for school in schools
        ]
        _sheet(book, HEADS, heads)
        people = [_row(school.code, person) for school in schools for person in (school.head, *school.staff)]
        _sheet(book, STAFF, people)
    return buffer.getvalue()


def _row(code: str, person: StaffMember) -> tuple[str, ...]:
    employment = "Biên chế" if person.permanent else "Hợp đồng"
    return code, "", person.full_name, person.position, employment, "Có" if person.party_member else "Không"


def _sheet(book: xlsxwriter.Workbook, form: SheetForm, rows: Sequence[tuple[str, ...]]) -> None:
    sheet = book.add_worksheet(form.name)
    for place, column in enumerate(form.columns):
        sheet.write_string(0, place, column.heading)
        sheet.set_column(place, place, column.width)
    for number, row in enumerate(rows, start=1):
        for place, text in enumerate(row):
            sheet.write_string(number, place, text)
