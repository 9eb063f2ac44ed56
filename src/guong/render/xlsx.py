"""Document -> XLSX: its tables only, every cell as text or number, never a formula."""

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


def to_xlsx(document: Document) -> bytes:
    """Return the document's tables, one sheet each, below a line with the paper's kind and abstract.

    Text is written with ``write_string``, so that a leading ``=`` stays text; whole numbers become numbers. The same
    document gives the same bytes.
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
    for number, (title, table) in enumerate(titled, 1):
        _write(book, book.add_worksheet(f"Bảng {number}"), document, title, table)
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
    sheet.freeze_panes(top + len(table.header), 0)
    sheet.set_paper(9)
    if document.landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&C&8{document.foot.replace('&', '&&')}")


def _write_cell(sheet: Worksheet, row: int, column: int, cell: Cell, look: Format) -> None:
    words = cell.text.translate(XML_SAFE)
    if cell.columns > 1 or cell.rows > 1:
        sheet.merge_range(row, column, row + cell.rows - 1, column + cell.columns - 1, "", look)
    if words.isascii() and words.isdigit() and len(words) <= _LONGEST_NUMBER and str(int(words)) == words:
        sheet.write_number(row, column, int(words), look)
    else:
        sheet.write_string(row, column, words, look)


def _look(book: Workbook, cell: Cell, fallback: Align, *, head: bool) -> Format:
    align = (cell.align or fallback).value
    shade = {"bg_color": "#EDEDED"} if head else {}
    return book.add_format({**_FONT, **shade, "border": 1, "align": align, "bold": cell.bold or head})


def _headline(document: Document) -> str:
    return f"{document.kind}: {document.abstract}".translate(XML_SAFE)
