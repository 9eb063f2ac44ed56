"""From cells to lines: sample rows left out, every fault named by its place."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from guong.core.outcome import Refused
from guong.core.wording import folded, short_date
from guong.office.registry.importing.columns import OFFICE_CLASS, SAMPLE
from guong.office.registry.importing.lines import HeadLine, Lines, StaffLine, UnitLine, WardLine
from guong.office.registry.importing.reading import plain
from guong.office.registry.importing.rows import Row
from guong.office.registry.importing.sheets import LeftOut, Place, RowError, Sheet
from guong.office.registry.models import EmploymentKind, Level, StaffCategory, WardClass

_FURTHEST_END = timedelta(days=3660)  # a term of office is known ahead, a misread year is further off
_LEVELS = {folded(level.label): level for level in Level} | {
    "trung hoc co so": Level.LOWER_SECONDARY,
    "phuong": Level.WARD,
    "xa": Level.WARD,
    "quan": Level.DISTRICT,
    "huyen": Level.DISTRICT,
}
_OWNERSHIPS = {"cong lap": True, "ngoai cong lap": False, "tu thuc": False, "dan lap": False}
_EMPLOYMENTS = {folded(kind.label): kind for kind in EmploymentKind} | {
    "trong bien che": EmploymentKind.PERMANENT,
    "hop dong lao dong": EmploymentKind.CONTRACT,
    "lao dong hop dong": EmploymentKind.CONTRACT,
}
_CATEGORIES = {folded(category.label): category for category in StaffCategory}
_CLASSES = {folded(ward_class.label): ward_class for ward_class in WardClass} | {
    "uy vien bch dang bo phuong": WardClass.COMMITTEE,
    "bi thu chi bo": WardClass.CELL_SECRETARY,
    "to truong dan pho": WardClass.NEIGHBOURHOOD_HEAD,
    "truong ban cong tac mat tran": WardClass.FRONT_HEAD,
}
_OFFICE = folded(OFFICE_CLASS)
_YES_NO = {"co": True, "x": True, "khong": False}


def parse(sheets: tuple[Sheet, ...], left_out: tuple[LeftOut, ...], *, today: date) -> Lines | Refused:
    """Return all lines and faults. Refused: ``empty``."""
    rows = {key: [row for sheet in sheets if sheet.form.key == key for row in _rows(sheet)] for key in _KEYS}
    if not any(rows.values()):
        return Refused(
            "empty", "Tệp chưa có dòng nào ngoài dòng ví dụ. Đồng chí điền danh sách rồi tải lên lại."
        )
    units = tuple(filter(None, map(_unit, rows["units"])))
    heads = tuple(head for row in rows["heads"] if (head := _head(row, today=today)))
    listed = [line for row in rows["staff"] if (line := _staff(row))]
    of_wards = [entry for row in rows["wards"] if (entry := _ward(row))]
    errors = [error for sheet in sheets for error in _formulas(sheet)]
    told = {(error.sheet, error.row, error.column) for error in errors}
    faults = (error for found in rows.values() for row in found for error in row.errors)
    errors += [error for error in faults if (error.sheet, error.row, error.column) not in told]
    wards = tuple(line for line in of_wards if isinstance(line, WardLine))
    return Lines(
        units, heads, (*listed, *_only_here(of_wards, listed)), wards, tuple(errors), sheets, left_out
    )


_KEYS = ("units", "heads", "staff", "wards")


def _only_here(of_wards: list[StaffLine | WardLine], listed: list[StaffLine]) -> Iterator[StaffLine]:
    """Return the office's people among a ward's classes who don't stand on a staff list of the file as well."""
    known = {line.person for line in listed}
    for line in of_wards:
        if isinstance(line, StaffLine) and line.person not in known:
            yield line


def _rows(sheet: Sheet) -> Iterable[Row]:
    for number in range(sheet.top + 2, len(sheet.raw.rows) + 1):
        row = Row(Place(sheet, number))
        if row.plain("unit") != SAMPLE and any(row.plain(key) for key in sheet.places):
            yield row


def _unit(row: Row) -> UnitLine | None:
    unit, name, parent, ward = row.text("unit"), row.text("name"), row.text("parent"), row.text("ward")
    public = row.choice("public", _OWNERSHIPS)
    if name and not row.plain("level"):
        row.fault(
            "level", f"“{name}” chưa ghi cấp. Trường thì chọn “Mầm non”, “Tiểu học” hoặc “THCS” theo cấp học."
        )
        return None
    level = row.choice("level", _LEVELS)
    if level is None or row.errors:
        return None
    return UnitLine(
        at=row.at, unit=unit, name=name, level=level, public=public is not False, parent=parent, ward=ward
    )


def _head(row: Row, *, today: date) -> HeadLine | None:
    unit, name, title, code = row.text("unit"), row.name("name"), row.text("title"), row.text("code")
    since = row.day("since", latest=today)
    until = row.day("until", latest=today + _FURTHEST_END) if row.plain("until") else None
    if since and until and until < since:
        row.fault("until", f"Ngày thôi giữ chức {short_date(until)} trước ngày giữ chức {short_date(since)}.")
    if since is None or row.errors:
        return None
    return HeadLine(at=row.at, unit=unit, name=name, code=code, title=title, since=since, until=until)


def _staff(row: Row) -> StaffLine | None:
    unit, code, name, position = row.text("unit"), row.text("code"), row.name("name"), row.text("position")
    employment, member = row.choice("employment", _EMPLOYMENTS), row.choice("member", _YES_NO)
    category = row.choice("category", _CATEGORIES)
    if employment is None or member is None or row.errors:
        return None
    return StaffLine(
        at=row.at,
        unit=unit,
        code=code,
        name=name,
        position=position,
        employment=employment,
        member=member,
        category=category,
    )


def _ward(row: Row) -> StaffLine | WardLine | None:
    """Return a line of a class; the office's people become lines of the ward's staff list."""
    unit, code, name = row.text("unit"), row.text("code"), row.name("name")
    position, area = row.text("position"), row.text("area")
    if folded(row.plain("class")) == _OFFICE:
        employment = row.choice("employment", _EMPLOYMENTS) or EmploymentKind.PERMANENT
        return None if row.errors else _office(row.at, unit, code, name, position, employment)
    ward_class = row.choice("class", _CLASSES)
    if ward_class is None or row.errors:
        return None
    return WardLine(
        at=row.at, unit=unit, code=code, name=name, ward_class=ward_class, position=position, area=area
    )


def _office(
    at: Place, unit: str, code: str, name: str, position: str, employment: EmploymentKind
) -> StaffLine:
    return StaffLine(
        at=at,
        unit=unit,
        code=code,
        name=name,
        position=position or "Cán bộ, công chức phường",
        employment=employment,
        member=None,
        category=None,
    )


def _formulas(sheet: Sheet) -> Iterator[RowError]:
    for cell in sheet.raw.formulas:
        letters = cell.rstrip("0123456789")
        row, place = int(cell[len(letters) :]), _place(letters)
        headings = sheet.raw.rows[sheet.top]
        words = plain(headings[place]) if place < len(headings) else ""
        sentence = f"Ô {cell} chứa công thức. Đồng chí chép ô này rồi dán lại dạng giá trị (Paste Values)."
        yield RowError(sheet.name, row, words or f"Cột {letters}", sentence)


def _place(letters: str) -> int:
    """Return the place of a column counted from 0: A is 0, AA is 26."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    return place - 1
