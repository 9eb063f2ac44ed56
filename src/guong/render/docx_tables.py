"""Tables of a Word file: spans, widths, header rows that repeat, rows that don't break.

Written as XML: python-docx's grid of cells takes a second for a page of merged cells, and each cell's place anew.
"""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Length, Pt

from guong.core.documents.model import Align, Cell, Table
from guong.core.documents.spans import placed
from guong.render.docx_styles import room_of
from guong.render.table_height import stays_together
from guong.render.words import XML_SAFE

ALIGNMENTS = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTER: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
    Align.JUSTIFY: WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_JUSTIFICATION = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}
_MANY_COLUMNS = 8
_CELL_MARGIN = 51  # twentieths of a point: 0.9 mm, so that "phiếu" fits a column of 11 mm
_TWIPS_A_MM = 1440 / 25.4
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def add_table(word: WordFile, block: Table) -> None:
    """Add a bordered table of the page's width; its header rows repeat on each page, no row breaks across pages.

    A short table stays on one page; no table leaves its last row alone on the next.
    """
    if block.title:
        title = word.add_paragraph(block.title.translate(XML_SAFE), style="Heading 2")
        title.alignment = ALIGNMENTS[Align.CENTER]
    after = word.add_paragraph(style="Sau bảng")
    style = str(word.styles["Ô bảng"].style_id)
    after._p.addprevious(parse_xml(_table(block, room_of(word), style)))


def _table(block: Table, room: Length, style: str) -> str:
    twips, whole = room.twips, sum(column.width for column in block.columns)
    edges = [
        round(twips * sum(column.width for column in block.columns[:n]) / whole)
        for n in range(len(block.columns) + 1)
    ]
    margins = "".join(f'<w:{side} w:w="{_CELL_MARGIN}" w:type="dxa"/>' for side in ("left", "right"))
    grid = "".join(f'<w:gridCol w:w="{end - start}"/>' for start, end in zip(edges, edges[1:], strict=False))
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{twips}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{''.join(_rows(block, edges, style))}</w:tbl>"
    )


def _rows(block: Table, edges: list[int], style: str) -> Iterator[str]:
    rows, header = (*block.header, *block.rows), len(block.header)
    first, covered = {}, {}
    for row, column, cell in placed(rows):
        first[row, column] = cell
        covered.update({(row + down, column): cell for down in range(1, cell.rows)})
    short = stays_together(block, room=edges[-1] / _TWIPS_A_MM)
    for row in range(len(rows)):
        keep = row < len(rows) - 1 and (short or row <= header or row == len(rows) - 2)
        made, column = [_row_properties(block, header=row < header)], 0
        while column < len(block.columns):
            cell = first.get((row, column)) or covered.get((row, column)) or Cell("")
            width = edges[column + cell.columns] - edges[column]
            inner = _paragraph(cell, block, column, style, keep=keep) if (row, column) not in covered else ""
            made.append(_cell(cell, width, inner, style))
            column += cell.columns
        yield f"<w:tr>{''.join(made)}</w:tr>"


def _row_properties(block: Table, *, header: bool) -> str:
    height = round(block.row_height * _TWIPS_A_MM)
    high = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height and not header else ""
    return f"<w:trPr><w:cantSplit/>{high}{'<w:tblHeader/>' if header else ''}</w:trPr>"


def _cell(cell: Cell, width: int, inner: str, style: str) -> str:
    """Return a cell; an empty ``inner`` is the continuation of the cell above it."""
    across = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    down = f'<w:vMerge w:val="{"restart" if inner else "continue"}"/>' if cell.rows > 1 else ""
    content = inner or f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p>'
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{across}{down}<w:vAlign w:val="center"/></w:tcPr>'
        f"{content}</w:tc>"
    )


def _paragraph(cell: Cell, block: Table, column: int, style: str, *, keep: bool) -> str:
    align = _JUSTIFICATION[cell.align or block.columns[column].align]
    size = f'<w:sz w:val="{Pt(10).pt * 2:.0f}"/>' if len(block.columns) > _MANY_COLUMNS else ""
    look = f"<w:rPr>{'<w:b/>' if cell.bold else ''}{size}</w:rPr>"
    lines = cell.text.translate(XML_SAFE).replace("\t", " ").split("\n")
    words = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{"<w:keepNext/>" if keep else ""}<w:jc w:val="{align}"/></w:pPr>'
        f"<w:r>{look}{words}</w:r></w:p>"
    )
