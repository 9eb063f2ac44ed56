"""The school's list: the downloaded template, filled in as a school office does, once wrongly and once rightly."""

import io
from collections.abc import Sequence
from pathlib import Path

import openpyxl

CODE, SCHOOL = "TH-01", "Trường Tiểu học Bến Gió"
HEAD = "Tô Thị Hoa Lau"
STAFF = (
    "Mạc Văn Bờ Tre",
    "Kiều Thị Cỏ Gấu",
    "Phùng Thị Dã Quỳ",
    "La Văn Gió Nồm",
    "Ông Thị Hạt Sương",
    "Khúc Thị Lá Cọ",
    "Mai Thị Mưa Bay",
    "Quách Văn Nắng Hạ",
    "Tống Thị Ong Mật",
    "Từ Thị Phù Sa",
    "Thân Thị Rạng Đông",
    "Vi Thị Sóng Biếc",
)
CONTRACT = "Giang Văn Tạm Trú"


def filled(template: Path, *, faulty: bool) -> bytes:
    """Return the template with one school in it; ``faulty``: an unknown kind of employment and a day that never was."""
    book = openpyxl.load_workbook(template)
    _write(book["Đơn vị"], [(CODE, SCHOOL, "Tiểu học", "")])
    since = "31/02/2021" if faulty else "15/08/2021"
    _write(book["Người đứng đầu"], [(CODE, HEAD, "Bí thư chi bộ, Hiệu trưởng", since, "")])
    people = [(CODE, "", name, "Giáo viên", "Biên chế", "Có") for name in (HEAD, *STAFF)]
    if faulty:
        people[4] = (*people[4][:4], "Thử việc", "Có")
    people.append((CODE, "", CONTRACT, "Nhân viên bảo vệ", "Hợp đồng", "Không"))
    _write(book["Danh sách cán bộ"], people)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _write(sheet: openpyxl.worksheet.worksheet.Worksheet, rows: Sequence[tuple[str, ...]]) -> None:
    for number, row in enumerate(rows, start=3):
        for place, cell in enumerate(row, start=1):
            sheet.cell(number, place).value = cell
