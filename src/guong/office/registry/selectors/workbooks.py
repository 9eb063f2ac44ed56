"""Tables that an officer brings: XLSX through the guarded reader process, CSV as text; cells as one line of NFC text each."""

import csv
import io

from guong.core.outcome import Refused
from guong.office.registry.importing.reading import UPLOAD_LIMIT, old_text, plain, read_sheets

Table = list[list[str]]
TABLE_LIMIT = UPLOAD_LIMIT
_MOST_COLUMNS = 60
_DELIMITERS = ";,\t"
_NOT_UTF8 = Refused(
    "not_utf8",
    "Tệp CSV không ở bảng mã UTF-8 nên chữ Việt sẽ sai. Đề nghị chọn Lưu thành “CSV UTF-8”, hoặc gửi tệp Excel (.xlsx).",
)
_NOT_A_TABLE = Refused(
    "not_a_table", "Tệp không đọc được như một bảng. Đề nghị dùng tệp mẫu Excel, hoặc CSV UTF-8."
)
_FORMULAS = Refused(
    "formulas", "Bảng có ô chứa công thức. Đề nghị dán lại thành giá trị (Dán đặc biệt, Giá trị) rồi gửi."
)


def read_tables(data: bytes) -> list[Table] | Refused:
    """Return the tables of a file, told apart by its bytes, whatever it is called.

    Refused: as `importing.reading.read_sheets`, ``formulas``, ``not_utf8``, ``not_a_table``, ``too_large``; text as well ``old_encoding``.
    """
    if not data.startswith(b"PK"):
        return _from_text(data)
    sheets = read_sheets(data)
    if isinstance(sheets, Refused):
        return sheets
    if any(sheet.formulas for sheet in sheets.values()):
        return _FORMULAS
    return [[[plain(cell) for cell in row] for row in sheet.rows] for sheet in sheets.values()]


def _from_text(data: bytes) -> list[Table] | Refused:
    if len(data) > TABLE_LIMIT or b"\0" in data:
        return _NOT_A_TABLE
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _NOT_UTF8
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        rows = [
            [plain(cell) for cell in row[:_MOST_COLUMNS]]
            for row in csv.reader(io.StringIO(text), delimiter=delimiter)
        ]
    except csv.Error:
        return _NOT_A_TABLE
    old = old_text(cell for row in rows for cell in row)
    if old is not None:
        return old
    return [rows] if first.count(delimiter) else _NOT_A_TABLE
