"""Document -> DOCX with real styles and tables, so that an office can go on editing it in Word."""

from datetime import datetime
from io import BytesIO

from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from guong.core.documents.model import Document
from guong.core.documents.wide_tables import as_set
from guong.render.docx_base import word_file
from guong.render.docx_blocks import add_block
from guong.render.docx_frame import add_foot, add_head, add_signatures, add_title
from guong.render.own_template import fill_frame
from guong.render.packages import settled
from guong.render.words import XML_SAFE


def to_docx(document: Document, *, template: bytes | None = None) -> bytes:
    """Return the document as a Word file; the same document gives the same bytes.

    ``template`` is a DOCX whose styles, page frame, headers and footers are kept, their fields filled (`own_template`), and
    whose body is replaced; styles that it lacks are added. Raises docx's own errors where the template is no Word file.
    """
    word = word_file(template)
    if template is None:
        _set_page(word, document)
        add_foot(word, document)
    else:
        _turn(word, document)
        fill_frame(word, document)
    add_head(word, document)
    add_title(word, document)
    for block in as_set(document.blocks):
        add_block(word, block)
    add_signatures(word, document)
    if document.annex:
        word.add_paragraph("PHỤ LỤC", style="Loại văn bản").paragraph_format.page_break_before = True
        for block in as_set(document.annex):
            add_block(word, block)
    _set_properties(word, document)
    made = BytesIO()
    word.save(made)
    return settled(made.getvalue())


def _turn(word: WordFile, document: Document) -> None:
    """Turn an office's page where a paper lies on its side; its margins stay."""
    section = word.sections[0]
    is_wide = (section.page_width or 0) > (section.page_height or 0)
    if document.landscape != is_wide:
        section.orientation = WD_ORIENT.LANDSCAPE if document.landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = section.page_height, section.page_width


def _set_page(word: WordFile, document: Document) -> None:
    section, margins = word.sections[0], document.margins
    width, height = (Mm(297), Mm(210)) if document.landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if document.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height
    section.top_margin, section.bottom_margin = Mm(margins.top), Mm(margins.bottom)
    section.left_margin, section.right_margin = Mm(margins.left), Mm(margins.right)
    section.header_distance, section.footer_distance = Mm(10), Mm(9)


def _set_properties(word: WordFile, document: Document) -> None:
    properties, day = word.core_properties, document.letterhead.day
    moment = datetime(day.year, day.month, day.day)
    properties.created = properties.modified = moment
    properties.title = f"{document.kind} {document.abstract}".translate(XML_SAFE)[:255]
    properties.author = properties.last_modified_by = document.letterhead.issuer.translate(XML_SAFE)[:255]
    properties.comments, properties.language, properties.revision = "", "vi-VN", 1
