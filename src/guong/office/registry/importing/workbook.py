"""Workbooks that go out: the empty template, and a faulty file handed back with its faults."""

import io
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import xlsxwriter

from guong.office.registry.importing.columns import CHOICES_SHEET, ROW_LIMIT, SHEETS, SheetForm
from guong.office.registry.importing.lines import Preview
from guong.office.registry.importing.reading import plain
from guong.office.registry.importing.sheets import RowError, Sheet

_FONT = {"font_name": "Times New Roman", "font_size": 12}
ERROR_HEADING = "Lỗi cần sửa"
_ERROR_WIDTH = 70


def template_bytes() -> bytes:
    """Return the empty template: headings, choices to pick from, one sample row each."""
    target = io.BytesIO()
    with _workbook(target) as book:
        heading, optional, sample = _heading(book), _heading(book, optional=True), _sample(book)
        text = book.add_format({**_FONT, "num_format": "@"})
        sheets = [(form, _sheet(book, form.name)) for form in SHEETS]
        ranges = _choices(book)
        for form, sheet in sheets:
            _offer(sheet, form, ranges)
            for place, column in enumerate(form.columns):
                sheet.set_column(place, place, column.width, text)
                sheet.write_string(0, place, column.heading, heading if column.required else optional)
                sheet.write_string(1, place, column.sample, sample)
                if column.hint:
                    sheet.write_comment(0, place, column.hint, {"x_scale": 2})
            sheet.write_string(
                1, len(form.columns), "← Dòng ví dụ, chương trình bỏ qua; đồng chí có thể xoá.", sample
            )
    return target.getvalue()


def error_workbook(*, preview: Preview) -> bytes:
    """Return the uploaded file's lists as they were, each with a column of faults after the last heading."""
    by_sheet: dict[str, dict[int, list[RowError]]] = defaultdict(lambda: defaultdict(list))
    for error in preview.errors:
        by_sheet[error.sheet][error.row].append(error)
    target = io.BytesIO()
    with _workbook(target) as book:
        for sheet in preview.lines.sheets:
            _hand_back(book, sheet, by_sheet[sheet.name])
    return target.getvalue()


def _hand_back(book: Any, found: Sheet, errors: dict[int, list[RowError]]) -> None:
    sheet, heading = _sheet(book, found.name, top=found.top), _heading(book)
    text = book.add_format({**_FONT, "num_format": "@"})
    fault = book.add_format({**_FONT, "font_color": "#B3261E", "bold": True, "text_wrap": True})
    headings = [plain(cell) for cell in found.raw.rows[found.top]]
    old = headings.index(ERROR_HEADING) if ERROR_HEADING in headings else None
    last = old if old is not None else 1 + max(place for place, words in enumerate(headings) if words)
    sheet.set_column(0, last - 1, 24, text)
    sheet.set_column(last, last, _ERROR_WIDTH, fault)
    for number, row in enumerate(found.raw.rows):
        for place, cell in enumerate(row[:last]):
            sheet.write_string(number, place, plain(cell), heading if number == found.top else text)
        if number + 1 in errors:
            said = "\n".join(f"{error.column}: {error.sentence}" for error in errors[number + 1])
            sheet.write_string(number, last, said, fault)
    sheet.write_string(found.top, last, ERROR_HEADING, heading)


@contextmanager
def _workbook(target: io.BytesIO) -> Iterator[Any]:
    # Text stays text: "=..." from a list must never become a formula (research/security.md §2 no. 65).
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(target, options)
    yield book
    book.close()


def _sheet(book: Any, name: str, *, top: int = 0) -> Any:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(top + 1, 0)
    sheet.set_row(top, 30)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
    return sheet


def _heading(book: Any, *, optional: bool = False) -> Any:
    colours = (
        {"bg_color": "#E6F1F5", "font_color": "#084459"}
        if optional
        else {"bg_color": "#0B5A78", "font_color": "#FFFFFF"}
    )
    look = {"bold": True, "border": 1, "valign": "vcenter", "text_wrap": True, "num_format": "@"}
    return book.add_format({**_FONT, **look, **colours})


def _sample(book: Any) -> Any:
    return book.add_format(
        {**_FONT, "italic": True, "font_color": "#6B7785", "bg_color": "#FFF5DD", "num_format": "@"}
    )


def _choices(book: Any) -> dict[tuple[str, ...], str]:
    """Write all choices into a hidden sheet (a list inside a rule can't hold commas); return their ranges."""
    sheet = book.add_worksheet(CHOICES_SHEET)
    sheet.hide()
    ranges = {}
    listed = {column.choices for form in SHEETS for column in form.columns if column.choices}
    for place, choices in enumerate(sorted(listed)):
        sheet.write_column(0, place, choices)
        letter = chr(ord("A") + place)
        ranges[choices] = f"='{CHOICES_SHEET}'!${letter}$1:${letter}${len(choices)}"
    return ranges


def _offer(sheet: Any, form: SheetForm, ranges: dict[tuple[str, ...], str]) -> None:
    for place, column in enumerate(form.columns):
        if column.choices:
            rule = {
                "validate": "list",
                "source": ranges[column.choices],
                "error_title": "Giá trị không có trong danh sách",
                "error_message": "Đồng chí chọn một giá trị trong danh sách thả xuống.",
            }
            sheet.data_validation(1, place, ROW_LIMIT, place, rule)
