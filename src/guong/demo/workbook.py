"""The school's staff list as a real Excel file, as a school office would hand it in."""

import io
from collections.abc import Sequence

import xlsxwriter

from guong.demo.people import StaffMember
from guong.office.registry.columns import HEADS, STAFF, UNITS, SheetForm


def school_workbook(
    *, code: str, name: str, level: str, head: StaffMember, since: str, staff: list[StaffMember]
) -> bytes:
    """Return an XLSX file with the unit, its head (also a line of the staff list) and its staff; ``since`` is dd/mm/yyyy."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        _sheet(book, UNITS, [(code, name, level, "")])
        _sheet(book, HEADS, [(code, head.full_name, head.position, since, "")])
        _sheet(book, STAFF, [_staff_row(code, person) for person in (head, *staff)])
    return buffer.getvalue()


def _staff_row(code: str, person: StaffMember) -> tuple[str, ...]:
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
