"""From cells to lines: headings in any order, sample rows left out, every fault named by its place."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from guong.core.outcome import Refused
from guong.office.registry.cells import Row, plain
from guong.office.registry.columns import HEADS, SAMPLE, SHEETS, STAFF, UNITS, SheetForm
from guong.office.registry.lines import HeadLine, Lines, RowError, StaffLine, UnitLine
from guong.office.registry.models import EmploymentKind, Level
from guong.office.registry.reading import RawSheet

ERROR_HEADING = "Lỗi cần sửa"
_LEVELS = {level.label.casefold(): level for level in Level} | {
    "trung học cơ sở": Level.LOWER_SECONDARY,
    "phường": Level.WARD,
    "xã": Level.WARD,
    "quận": Level.DISTRICT,
    "huyện": Level.DISTRICT,
}
_EMPLOYMENTS = {kind.label.casefold(): kind for kind in EmploymentKind}
_YES_NO = {"có": True, "x": True, "không": False}


def parse(sheets: Mapping[str, RawSheet], *, today: date) -> Lines | Refused:
    """Return all lines and faults. Refused: ``wrong_sheets``, ``missing_columns``, ``empty``."""
    missing = [form.name for form in SHEETS if form.name not in sheets]
    if missing:
        names = ", ".join(f"“{name}”" for name in missing)
        return Refused(
            "wrong_sheets", f"Tệp thiếu trang {names}. Đồng chí dùng đúng mẫu và giữ nguyên tên ba trang."
        )
    rows: dict[str, list[Row]] = {}
    for form in SHEETS:
        found = _rows(form, sheets[form.name])
        if isinstance(found, Refused):
            return found
        rows[form.key] = found
    if not any(rows.values()):
        return Refused(
            "empty", "Tệp chưa có dòng nào ngoài dòng ví dụ. Đồng chí điền danh sách rồi tải lên lại."
        )
    units = tuple(filter(None, map(_unit, rows["units"])))
    heads = tuple(line for row in rows["heads"] if (line := _head(row, today=today)))
    staff = tuple(filter(None, map(_staff, rows["staff"])))
    errors = [error for form in SHEETS for error in _formulas(form, sheets[form.name])]
    told = {(error.sheet, error.row, error.column) for error in errors}
    faults = (error for found in rows.values() for row in found for error in row.errors)
    errors += [error for error in faults if (error.sheet, error.row, error.column) not in told]
    errors += [*_repeated_units(units), *_repeated_heads(heads), *_repeated_staff(staff)]
    return Lines(units, heads, staff, tuple(errors))


def _rows(form: SheetForm, sheet: RawSheet) -> list[Row] | Refused:
    headings = [plain(cell).rstrip(" *").casefold() for cell in sheet.rows[0]] if sheet.rows else []
    places = {column.key: column.heading.casefold() for column in form.columns}
    missing = [form.column(key).heading for key, heading in places.items() if heading not in headings]
    required = [name for name in missing if any(c.heading == name and c.required for c in form.columns)]
    if required:
        names = ", ".join(f"“{name}”" for name in required)
        return Refused(
            "missing_columns",
            f"Trang “{form.name}” thiếu cột {names}. Dòng đầu tiên của trang phải là tên các cột như trong mẫu.",
        )
    at = {key: headings.index(heading) for key, heading in places.items() if heading in headings}
    rows = []
    for number, cells in enumerate(sheet.rows[1:], 2):
        row = Row(form, number, {key: cells[place] for key, place in at.items() if place < len(cells)})
        if any(plain(cell) for cell in row.cells.values()) and plain(row.cells["unit"]) != SAMPLE:
            rows.append(row)
    return rows


def _unit(row: Row) -> UnitLine | None:
    unit, name, parent = row.text("unit"), row.text("name"), row.text("parent")
    level = row.choice("level", _LEVELS)
    if level is None or row.errors:
        return None
    return UnitLine(row.number, unit, name, level, parent)


def _head(row: Row, *, today: date) -> HeadLine | None:
    unit, name, title, code = row.text("unit"), row.name("name"), row.text("title"), row.text("code")
    since = row.day("since", today=today)
    if since is None or row.errors:
        return None
    return HeadLine(row.number, unit, name, title, since, code)


def _staff(row: Row) -> StaffLine | None:
    unit, code, name, position = row.text("unit"), row.text("code"), row.name("name"), row.text("position")
    employment, member = row.choice("employment", _EMPLOYMENTS), row.choice("member", _YES_NO)
    if employment is None or member is None or row.errors:
        return None
    return StaffLine(row.number, unit, code, name, position, employment, member)


def _formulas(form: SheetForm, sheet: RawSheet) -> Iterator[RowError]:
    headings = {column.heading.casefold(): column.heading for column in form.columns}
    for cell in sheet.formulas:
        letters = cell.rstrip("0123456789")
        row, place = int(cell[len(letters) :]), _place(letters)
        words = plain(sheet.rows[0][place]) if place < len(sheet.rows[0]) else ""
        column = headings.get(words.rstrip(" *").casefold(), f"Cột {letters}")
        sentence = f"Ô {cell} chứa công thức. Đồng chí chép ô này rồi dán lại dạng giá trị (Paste Values)."
        yield RowError(form.name, row, column, sentence)


def _place(letters: str) -> int:
    """Return the place of a column counted from 0: A is 0, AA is 26."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    return place - 1


def _repeated_units(units: tuple[UnitLine, ...]) -> Iterator[RowError]:
    first: dict[str, int] = {}
    for line in units:
        before = first.setdefault(line.unit.casefold(), line.row)
        if before != line.row:
            sentence = f"Mã đơn vị “{line.unit}” đã có ở dòng {before}. Mỗi đơn vị chỉ ghi một dòng."
            yield RowError(UNITS.name, line.row, UNITS.column("unit").heading, sentence)


def _repeated_heads(heads: tuple[HeadLine, ...]) -> Iterator[RowError]:
    first: dict[tuple[str, str], int] = {}
    for line in heads:
        before = first.setdefault((line.unit, line.title.casefold()), line.row)
        if before != line.row:
            sentence = (
                f"Chức vụ này của đơn vị {line.unit} đã có ở dòng {before}. Mỗi chức vụ chỉ ghi một người."
            )
            yield RowError(HEADS.name, line.row, HEADS.column("title").heading, sentence)


def _repeated_staff(staff: tuple[StaffLine, ...]) -> Iterator[RowError]:
    first: dict[tuple[str, str], int] = {}
    namesakes = Counter((line.unit, line.name.casefold()) for line in staff)
    for line in staff:
        before = first.setdefault(line.identity, line.row)
        if before != line.row and line.code:
            sentence = f"Mã cán bộ “{line.code}” đã có ở dòng {before} của đơn vị {line.unit}."
            yield RowError(STAFF.name, line.row, STAFF.column("code").heading, sentence)
        elif not line.code and namesakes[(line.unit, line.name.casefold())] > 1:
            sentence = (
                f"Đơn vị {line.unit} có hai dòng cùng tên “{line.name}”. Nếu là một người, đồng chí xoá một dòng; "
                "nếu là hai người, đồng chí ghi mã cán bộ cho cả hai."
            )
            yield RowError(STAFF.name, line.row, STAFF.column("name").heading, sentence)
