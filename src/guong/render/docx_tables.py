"""Tables of a Word file: spans, widths, header rows that repeat, rows that don't break."""

from docx.document import Document as WordFile
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell, _Row

from guong.core.documents.model import Align, Cell, Table
from guong.core.documents.spans import placed
from guong.render.words import XML_SAFE

ALIGNMENTS = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTER: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
    Align.JUSTIFY: WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def add_table(word: WordFile, block: Table) -> WordTable:
    """Add a bordered table; its header rows repeat on each page and no row is broken across pages."""
    if block.title:
        word.add_paragraph(block.title.translate(XML_SAFE), style="Heading 2").alignment = ALIGNMENTS[
            Align.CENTER
        ]
    header_rows = len(block.header)
    table: WordTable = word.add_table(header_rows + len(block.rows), len(block.columns), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _set_widths(word, table, block)
    small = len(block.columns) > 8
    for row, column, cell in placed((*block.header, *block.rows)):
        target = table.cell(row, column)
        if cell.columns > 1 or cell.rows > 1:
            target = target.merge(table.cell(row + cell.rows - 1, column + cell.columns - 1))
        _fill(target, cell, block.columns[column].align, small=small)
    for place, entry in enumerate(table.rows):
        _keep_whole(entry, repeat=place < header_rows)
        if block.row_height and place >= header_rows:
            entry.height, entry.height_rule = Mm(block.row_height), WD_ROW_HEIGHT_RULE.AT_LEAST
    word.add_paragraph(style="Ghi chú").paragraph_format.space_after = Pt(0)
    return table


def _set_widths(word: WordFile, table: WordTable, block: Table) -> None:
    section = word.sections[0]
    room = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    whole = sum(column.width for column in block.columns)
    widths = [Emu(room * column.width // whole) for column in block.columns]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width


def _fill(target: _Cell, cell: Cell, fallback: Align, *, small: bool) -> None:
    paragraph = target.paragraphs[0]
    paragraph.style = "Ô bảng"
    run = paragraph.add_run(cell.text.translate(XML_SAFE))
    run.bold = cell.bold or None
    if small:
        run.font.size = Pt(10)
    paragraph.alignment = ALIGNMENTS[cell.align or fallback]
    target.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def _keep_whole(row: _Row, *, repeat: bool) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if repeat:
        mark = OxmlElement("w:tblHeader")
        mark.set(qn("w:val"), "true")
        properties.append(mark)
