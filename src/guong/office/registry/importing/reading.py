"""Turning an uploaded file into cells, by way of the guarded reader process."""

import json
import subprocess
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from guong.core import confined
from guong.core.old_encodings import looks_old
from guong.core.outcome import Refused
from guong.core.wording import in_digits, short_date
from guong.office.registry.importing import sheet_reader
from guong.office.registry.importing.columns import ROW_LIMIT

Value = str | float | bool | date
UPLOAD_LIMIT = 5 * 1024 * 1024
_PATIENCE = 20  # seconds

_SENTENCES = {
    "not_xlsx": "Tệp không đọc được như một bảng tính Excel (.xlsx). Đồng chí mở tệp bằng Excel, chọn Lưu thành "
    "“Excel Workbook (.xlsx)” rồi tải lên lại.",
    "encrypted": "Tệp có đặt mật khẩu nên không đọc được. Đồng chí bỏ mật khẩu của tệp rồi tải lên lại.",
    "too_large": "Nội dung tệp quá lớn. Đồng chí xoá các trang, hình ảnh không dùng, chỉ giữ các trang theo mẫu.",
    "too_many_rows": f"Có trang dài hơn {in_digits(ROW_LIMIT)} dòng. Đồng chí chia thành nhiều tệp, mỗi tệp "
    "một số đơn vị.",
    "too_many_columns": "Có trang rộng quá 60 cột. Đồng chí chỉ giữ các cột theo mẫu.",
    "too_slow": "Tệp quá phức tạp, đọc quá 20 giây chưa xong. Đồng chí chép dữ liệu sang mẫu mới rồi tải lên lại.",
}
_OLD = (
    "Tệp gõ bằng bảng mã cũ (TCVN3 hoặc VNI), ví dụ “{}”, nên tên người, tên đơn vị sẽ sai chữ. Đồng chí chuyển cả tệp sang "
    "Unicode (UniKey: Công cụ, Chuyển mã), xem lại vài tên rồi tải lên lại."
)


@dataclass(frozen=True)
class RawSheet:
    """Cells of a sheet from its first row and column on (text in NFC), and the names of cells with formulas."""

    rows: tuple[tuple[Value, ...], ...]
    formulas: tuple[str, ...]


class Unreadable(Exception):
    """The reader process could not read a file; the first argument is the reason."""


def read_sheets(data: bytes) -> Mapping[str, RawSheet] | Refused:
    """Return all sheets by name; the file read last is remembered, for its preview follows at once.

    Refused: ``too_large`` (5 MB as a file, 10 MB unpacked), ``not_xlsx``, ``encrypted``, ``too_many_rows``,
    ``too_many_columns``, ``too_slow``, ``old_encoding``.
    """
    if len(data) > UPLOAD_LIMIT:
        return _refused("too_large")
    try:
        sheets = _sheets(data)
    except Unreadable as unreadable:
        return _refused(unreadable.args[0])
    old = old_text(cell for sheet in sheets.values() for row in sheet.rows for cell in row)
    return sheets if old is None else old


def old_text(cells: Iterable[Value]) -> Refused | None:
    """Refuse cells typed for the fonts of the 1990s, naming the first: ``old_encoding``; None for Unicode."""
    found = next((plain(cell) for cell in cells if isinstance(cell, str) and looks_old(cell)), None)
    return None if found is None else Refused("old_encoding", _OLD.format(found[:40]))


@lru_cache(maxsize=1)
def _sheets(data: bytes) -> Mapping[str, RawSheet]:
    command = confined.command(sheet_reader.__name__, str(ROW_LIMIT))
    surroundings = confined.environment()
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=_PATIENCE, check=False, env=surroundings
        )
    except subprocess.TimeoutExpired as slow:
        raise Unreadable("too_slow") from slow
    if done.returncode:
        raise Unreadable("not_xlsx")
    answer: dict[str, Any] = json.loads(done.stdout)
    if "refused" in answer:
        raise Unreadable(answer["refused"])
    return {name: _sheet(sheet) for name, sheet in answer["sheets"].items()}


def plain(value: Value) -> str:
    """Return a cell as one line of NFC text; whole numbers without a decimal part."""
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, date):
        return short_date(value)
    return unicodedata.normalize("NFC", " ".join(str(value).split()))


def _refused(reason: str) -> Refused:
    return Refused(reason, _SENTENCES[reason])


def _sheet(raw: dict[str, Any]) -> RawSheet:
    rows = tuple(tuple(_value(cell) for cell in row) for row in raw["rows"])
    return RawSheet(rows, tuple(raw["formulas"]))


def _value(cell: Any) -> Value:
    return date.fromisoformat(cell["date"]) if isinstance(cell, dict) else cell
