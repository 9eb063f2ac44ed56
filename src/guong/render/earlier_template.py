"""The empty workbook for results of earlier years: one table, and the criteria of today's form to copy from."""

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from guong.core.earlier_results import CRITERION, HEADINGS, LABEL, MOST_ROWS, RETURNED

_FONT = {"font_name": "Times New Roman", "font_size": 12}
_WIDTHS = (34, 30, 70, 16)
_NOTES = {
    CRITERION: "Ghi đúng nguyên văn trên phiếu năm ấy: chỉ nội dung cùng câu chữ mới được so trước, sau.",
    RETURNED: "Số phiếu thu về của người ấy; cột bên phải là số phiếu chọn từng mức. Phiếu để trống không ghi.",
}


def earlier_template(criteria: Sequence[str], levels: Sequence[str]) -> bytes:
    """Return an XLSX with the headings, the four ``levels`` among them, and a sheet with the ``criteria`` of a form."""
    target = io.BytesIO()
    # Text stays text: "=..." from a list must never become a formula (research/security.md §2 no. 65).
    book = xlsxwriter.Workbook(
        target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    look = {"bold": True, "border": 1, "text_wrap": True, "bg_color": "#0B5A78", "font_color": "#FFFFFF"}
    heading, text = book.add_format({**_FONT, **look}), book.add_format({**_FONT, "num_format": "@"})
    _table(book, heading, text, levels)
    beside = book.add_worksheet("Nội dung trên phiếu")
    beside.set_column(0, 0, 100, text)
    beside.write_string(0, 0, f"Nội dung của mẫu phiếu hiện nay, để chép nguyên văn ({LABEL})", heading)
    beside.write_column(1, 0, criteria, text)
    book.close()
    return target.getvalue()


def _table(book: Any, heading: Any, text: Any, levels: Sequence[str]) -> None:
    """Write the empty table: words in the first columns, whole numbers in those of ballots."""
    number = book.add_format({**_FONT, "num_format": "0"})
    sheet = book.add_worksheet("Số liệu năm trước")
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    first = len(_WIDTHS) - 1
    for place, words in enumerate((*HEADINGS, *levels)):
        width = _WIDTHS[place] if place <= first else 14
        sheet.set_column(place, place, width, text if place < first else number)
        sheet.write_string(0, place, words, heading)
        if words in _NOTES:
            sheet.write_comment(0, place, _NOTES[words], {"x_scale": 2})
    rule = {
        "validate": "integer",
        "criteria": ">=",
        "value": 0,
        "error_title": "Số phiếu",
        "error_message": "Ghi số nguyên.",
    }
    sheet.data_validation(1, first, MOST_ROWS, first + len(levels), rule)
