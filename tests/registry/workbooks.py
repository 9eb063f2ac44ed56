"""Real XLSX bytes for the import tests."""

import io
from collections.abc import Mapping, Sequence
from datetime import date

import openpyxl

Cell = str | int | float | date | None
Table = Sequence[Sequence[Cell]]

UNITS: Table = (
    ("Mã đơn vị", "Tên đơn vị", "Cấp", "Mã đơn vị cấp trên"),
    ("TH-01", "Trường Tiểu học Hoa Sen", "Tiểu học", "QU"),
)
HEADS: Table = (
    ("Mã đơn vị", "Họ và tên", "Chức vụ", "Giữ chức từ ngày", "Mã cán bộ"),
    ("TH-01", "Trần Thị Hoa Mai", "Bí thư chi bộ, Hiệu trưởng", "15/08/2021", ""),
)
STAFF: Table = (
    ("Mã đơn vị", "Mã cán bộ", "Họ và tên", "Chức vụ, công việc", "Hình thức lao động", "Đảng viên"),
    ("TH-01", "", "Trần Thị Hoa Mai", "Hiệu trưởng", "Biên chế", "Có"),
    ("TH-01", "", "Lê Văn Sông Thao", "Giáo viên", "Biên chế", "Không"),
    ("TH-01", "", "Phạm Thị Cỏ May", "Nhân viên nuôi dưỡng", "Hợp đồng", "Không"),
)


def workbook(units: Table = UNITS, heads: Table = HEADS, staff: Table = STAFF) -> bytes:
    """Return a workbook with the three sheets of the template."""
    return book({"Đơn vị": units, "Người đứng đầu": heads, "Danh sách cán bộ": staff})


def book(sheets: Mapping[str, Table]) -> bytes:
    """Return a workbook of any sheets; a text that begins with "=" becomes a formula, as in Excel."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def cells(data: bytes, sheet: str) -> list[list[Cell]]:
    """Return the cells of a sheet of finished bytes."""
    opened = openpyxl.load_workbook(io.BytesIO(data))
    return [list(row) for row in opened[sheet].iter_rows(values_only=True)]
