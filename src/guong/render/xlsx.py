"""Document -> XLSX: its tables only, every cell as text or number, never a formula."""

import re
from datetime import datetime
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from guong.core.documents.model import Align, Cell, Document, Heading, Table
from guong.core.documents.spans import placed
from guong.render.words import XML_SAFE

_FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter", "text_wrap": True}
_WIDTH_FACTOR = 0.55
_LONGEST_NUMBER = 9
_WHOLE = re.compile(r"0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_DECIMAL = re.compile(r"[+-]?(?:0|[1-9][0-9]{0,5}),[0-9]")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_FOOT = "&C&8"  # in the middle, eight points
_LONGEST_FOOT = 255
_LONGEST_NAME = 31


def to_xlsx(document: Document) -> bytes:
    """Return the document's tables, one sheet each, below a line with the paper's kind and abstract.

    A sheet bears its table's title. Text is written with ``write_string``, so that a leading ``=`` stays text; numbers
    become numbers, in the Vietnamese way of writing too: ``1.234`` and ``63,5``. The same document gives the same bytes.
    """
    made = BytesIO()
    book = xlsxwriter.Workbook(
        made,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    day = document.letterhead.day
    book.set_properties(
        {"title": f"{document.kind} {document.abstract}", "created": datetime(day.year, day.month, day.day)}
    )
    titled = _titled_tables(document)
    names = _names([table.title for _, table in titled])
    for name, (title, table) in zip(names, titled, strict=True):
        _write(book, book.add_worksheet(name), document, title, table)
    if not titled:
        book.add_worksheet("Bảng 1").write_string(0, 0, _headline(document))
    book.close()
    return made.getvalue()


def _titled_tables(document: Document) -> list[tuple[str, Table]]:
    title, found = "", []
    for block in (*document.blocks, *document.annex):
        if isinstance(block, Heading):
            title = block.text
        elif isinstance(block, Table):
            found.append((block.title or title, block))
    return found


def _names(titles: list[str]) -> list[str]:
    """Return a name for each sheet as Excel allows it; a table without a title of its own is numbered."""
    names: list[str] = []
    for number, title in enumerate(titles, 1):
        name = _NOT_IN_NAMES.sub(" ", title.translate(XML_SAFE)).strip("' ")[:_LONGEST_NAME].strip("' ")
        taken = {entry.casefold() for entry in names}
        if not name or name.casefold() in taken:
            name = f"Bảng {number}" if f"bảng {number}" not in taken else f"Bảng {number} tiếp"
        names.append(name)
    return names


def _write(book: Workbook, sheet: Worksheet, document: Document, title: str, table: Table) -> None:
    bold = book.add_format({**_FONT, "bold": True, "text_wrap": False})
    sheet.write_string(0, 0, _headline(document), bold)
    sheet.write_string(1, 0, title.translate(XML_SAFE), bold)
    top = 3
    for row, column, cell in placed((*table.header, *table.rows)):
        look = _look(book, cell, table.columns[column].align, head=row < len(table.header))
        _write_cell(sheet, top + row, column, cell, look)
    for place, entry in enumerate(table.columns):
        sheet.set_column(place, place, max(6, entry.width * _WIDTH_FACTOR))
    sheet.repeat_rows(top, top + max(len(table.header) - 1, 0))
    sheet.freeze_panes(top + len(table.header), table.leading)
    sheet.set_paper(9)
    if document.landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"{_FOOT}{_foot(document.foot.translate(XML_SAFE))}")


def _foot(words: str) -> str:
    """The foot with its own ampersands told from codes, cut to what a sheet's foot may hold."""
    shown = words
    while len(shown.replace("&", "&&")) > _LONGEST_FOOT - len(_FOOT):
        shown = shown[:-1]
    return shown.replace("&", "&&")


def _write_cell(sheet: Worksheet, row: int, column: int, cell: Cell, look: Format) -> None:
    words = cell.text.translate(XML_SAFE)
    if cell.columns > 1 or cell.rows > 1:
        sheet.merge_range(row, column, row + cell.rows - 1, column + cell.columns - 1, "", look)
    number = _number(words)
    if number is None:
        sheet.write_string(row, column, words, look)
    else:
        sheet.write_number(row, column, number, look)


def _number(words: str) -> int | float | None:
    if len(words) > _LONGEST_NUMBER:
        return None
    if _WHOLE.fullmatch(words):
        return int(words.replace(".", ""))
    return float(words.replace(",", ".")) if _DECIMAL.fullmatch(words) else None


def _look(book: Workbook, cell: Cell, fallback: Align, *, head: bool) -> Format:
    align = (cell.align or fallback).value
    shade = {"bg_color": "#EDEDED"} if head else {}
    kind = {"num_format": "0.0"} if _DECIMAL.fullmatch(cell.text) else {}
    return book.add_format({**_FONT, **shade, **kind, "border": 1, "align": align, "bold": cell.bold or head})


def _headline(document: Document) -> str:
    return f"{document.kind}: {document.abstract}".translate(XML_SAFE)
