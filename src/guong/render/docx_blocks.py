"""The blocks of a document in Word: paragraphs, headings, lists, label lines, figures."""

from io import BytesIO

from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from guong.core.documents.model import (
    Align,
    Block,
    Figure,
    Heading,
    KeyValues,
    NumberedList,
    PageBreak,
    Paragraph,
    Photograph,
    Run,
    Table,
)
from guong.render.docx_pictures import attach_svg
from guong.render.docx_styles import FIRST_LINE
from guong.render.docx_tables import ALIGNMENTS, add_table
from guong.render.photographs import size_in_mm
from guong.render.pictures import svg_as_png
from guong.render.words import XML_SAFE

_LABEL_WIDTH, _SHORT_LABEL_WIDTH, _SHORT_LABEL = Mm(60.5), Mm(43), 20


def add_block(word: WordFile, block: Block) -> None:
    """Add one block at the end of the Word file. Text is set as it is, never read as markup."""
    match block:
        case Paragraph():
            _add_paragraph(word, block)
        case Heading():
            word.add_paragraph(block.text.translate(XML_SAFE), style=f"Heading {block.level}")
        case NumberedList():
            _add_list(word, block)
        case KeyValues():
            _add_key_values(word, block)
        case Table():
            add_table(word, block)
        case Figure():
            _add_figure(word, block)
        case Photograph():
            _add_photograph(word, block)
        case PageBreak():
            word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def add_runs(paragraph: WordParagraph, runs: tuple[Run, ...]) -> None:
    """Add stretches of text with their styles to a Word paragraph."""
    for entry in runs:
        run = paragraph.add_run(entry.text.translate(XML_SAFE))
        run.bold, run.italic = entry.bold or None, entry.italic or None


def _add_paragraph(word: WordFile, block: Paragraph) -> None:
    paragraph = word.add_paragraph(style="Ghi chú" if block.note else None)
    paragraph.alignment = ALIGNMENTS[block.align]
    if block.indent and block.align is Align.JUSTIFY:
        paragraph.paragraph_format.first_line_indent = FIRST_LINE
    add_runs(paragraph, block.runs)


def _add_list(word: WordFile, block: NumberedList) -> None:
    for place, item in enumerate(block.items, 1):
        mark = f"{place}." if block.numbered else "-"
        paragraph = word.add_paragraph(f"{mark}\t{item.translate(XML_SAFE)}")
        form = paragraph.paragraph_format
        form.left_indent, form.first_line_indent = Mm(8), Mm(-8)
        form.tab_stops.add_tab_stop(Mm(8))
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def _add_key_values(word: WordFile, block: KeyValues) -> None:
    last = len(block.lines) - 1
    longest = max((len(label) for label, _ in block.lines), default=0)
    width = _LABEL_WIDTH if longest > _SHORT_LABEL else _SHORT_LABEL_WIDTH
    for place, (label, value) in enumerate(block.lines):
        head = f"{label.translate(XML_SAFE)}:" if label else ""
        paragraph = word.add_paragraph(f"{head}\t{value.translate(XML_SAFE)}")
        form = paragraph.paragraph_format
        form.left_indent, form.first_line_indent = width, Mm(-width.mm)
        form.tab_stops.add_tab_stop(width)
        form.space_after = Pt(1)
        form.keep_with_next = place == 0 < last or 0 < place == last - 1 or None


def _add_figure(word: WordFile, block: Figure) -> None:
    paragraph = word.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    shape = paragraph.add_run().add_picture(
        BytesIO(svg_as_png(block.svg, width=block.width)), width=Mm(block.width)
    )
    shape._inline.docPr.set("descr", block.alt.translate(XML_SAFE))
    attach_svg(paragraph.part, shape, block.svg)
    if block.caption:
        word.add_paragraph(
            block.caption.translate(XML_SAFE), style="Ghi chú"
        ).alignment = WD_ALIGN_PARAGRAPH.CENTER


def _add_photograph(word: WordFile, block: Photograph) -> None:
    width, height = size_in_mm(block.data, width=block.width, height=block.height)
    paragraph = word.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.keep_with_next = True
    shape = paragraph.add_run().add_picture(BytesIO(block.data), width=Mm(width), height=Mm(height))
    shape._inline.docPr.set("descr", block.caption.translate(XML_SAFE))
    caption = word.add_paragraph(block.caption.translate(XML_SAFE), style="Ghi chú")
    caption.alignment = WD_ALIGN_PARAGRAPH.CENTER
