"""The schools' list: the downloaded template, filled in as an office does, once wrongly and once rightly."""

import io
from collections.abc import Sequence
from pathlib import Path

import openpyxl

from tests.e2e.days import too_late_to_ask

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
OTHER_SCHOOL, NEW_HEAD_SCHOOL = "Trường Tiểu học Cầu Mây", "Trường Tiểu học Đồi Chè"
# Schools that are only on the list of the draw: code, name, head; the second head is too new in the post.
_OTHERS = (
    ("TH-02", OTHER_SCHOOL, "Đoàn Văn Bãi Bồi"),
    ("TH-03", NEW_HEAD_SCHOOL, "Lưu Thị Cỏ May"),
)


def filled(template: Path, *, faulty: bool) -> bytes:
    """Return the template with three schools in it; ``faulty``: an unknown kind of employment and a day that never was."""
    book = openpyxl.load_workbook(template)
    schools = [(CODE, SCHOOL, HEAD), *_OTHERS]
    _write(book["Đơn vị"], [(code, name, "Tiểu học", "") for code, name, _ in schools])
    since = "31/02/2021" if faulty else "15/08/2021"
    days = (since, "01/9/2019", f"{too_late_to_ask():%d/%m/%Y}")
    heads = [(*_seat(school), day, "") for school, day in zip(schools, days, strict=True)]
    _write(book["Người đứng đầu"], heads)
    staff = [(CODE, name) for name in (HEAD, *STAFF)] + [(code, head) for code, _, head in _OTHERS]
    people = [(code, "", name, "Giáo viên", "Biên chế", "Có") for code, name in staff]
    if faulty:
        people[4] = (*people[4][:4], "Thử việc", "Có")
    people.append((CODE, "", CONTRACT, "Nhân viên bảo vệ", "Hợp đồng", "Không"))
    _write(book["Danh sách cán bộ"], people)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _seat(school: tuple[str, str, str]) -> tuple[str, str, str]:
    code, _, head = school
    return code, head, "Bí thư chi bộ, Hiệu trưởng"


def _write(sheet: openpyxl.worksheet.worksheet.Worksheet, rows: Sequence[tuple[str, ...]]) -> None:
    for number, row in enumerate(rows, start=3):
        for place, cell in enumerate(row, start=1):
            sheet.cell(number, place).value = cell
