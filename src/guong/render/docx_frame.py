"""Letterhead, title, foot and signatures of a Word paper."""

from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Pt
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from guong.core.documents.model import Document, Profile, Signature
from guong.core.wording import long_date
from guong.render.words import XML_SAFE

_PER_ROW = 2


def add_head(word: WordFile, document: Document) -> None:
    """Add the letterhead as a borderless table of two columns, by the document's profile."""
    head = document.letterhead
    party = head.profile is Profile.PARTY
    left, right = _bare_row(word, (1, 1) if party else (4, 5))
    _line(left, head.superior.upper(), "Cơ quan cấp trên")
    issuer = _line(left, head.issuer.upper(), "Cơ quan ban hành")
    if party:
        _line(left, "*", "Cơ quan cấp trên")
    else:
        _underline(issuer)
    _line(left, head.number or "Số ........", "Số, địa danh")
    if party:
        _underline(_line(right, "ĐẢNG CỘNG SẢN VIỆT NAM", "Cơ quan ban hành"))
    else:
        _line(right, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Cơ quan ban hành")
        _underline(_line(right, "Độc lập - Tự do - Hạnh phúc", "Cơ quan ban hành"))
    _line(right, "", "Số, địa danh")
    place_date = _line(right, f"{head.place}, {long_date(head.day)}", "Số, địa danh")
    place_date.runs[0].italic = True


def add_title(word: WordFile, document: Document) -> None:
    """Add the kind of paper and its abstract."""
    word.add_paragraph(document.kind.translate(XML_SAFE), style="Loại văn bản")
    word.add_paragraph(document.abstract.translate(XML_SAFE), style="Trích yếu")


def add_foot(word: WordFile, document: Document) -> None:
    """Add the content code at the foot of every page, and page numbers on top from the second page."""
    section = word.sections[0]
    section.different_first_page_header_footer = True
    for footer in (section.footer, section.first_page_footer):
        paragraph = footer.paragraphs[0]
        paragraph.style = "Chân trang"
        paragraph.add_run(document.foot.translate(XML_SAFE))
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _add_field(number, "PAGE")


def add_signatures(word: WordFile, document: Document) -> None:
    """Add the places to sign, two in a row; one signer stands right of the recipients, as by custom."""
    signatures, recipients = document.signatures, document.recipients
    if len(signatures) == 1:
        left, right = _bare_row(word, (1, 1))
        _fill_recipients(left, recipients)
        _fill_signature(right, signatures[0])
        return
    for start in range(0, len(signatures), _PER_ROW):
        cells = _bare_row(word, (1, 1))
        for cell, signature in zip(cells, signatures[start : start + _PER_ROW], strict=False):
            _fill_signature(cell, signature)
    if recipients:
        _fill_recipients(_bare_row(word, (1, 1))[0], recipients)


def _fill_signature(cell: _Cell, signature: Signature) -> None:
    for words in (signature.authority, *signature.role.split("\n")):
        if words:
            _line(cell, words, "Chữ ký").paragraph_format.keep_with_next = True
    if signature.hint:
        hint = _line(cell, signature.hint, "Chữ ký")
        hint.runs[0].bold, hint.runs[0].italic, hint.runs[0].font.size = False, True, Pt(11)
    for name in signature.names:
        _line(cell, name, "Chữ ký").paragraph_format.space_before = Pt(42)


def _fill_recipients(cell: _Cell, recipients: tuple[str, ...]) -> None:
    if not recipients:
        return
    heading = _line(cell, "Nơi nhận:", "Nơi nhận")
    heading.runs[0].bold = heading.runs[0].italic = True
    for recipient in recipients:
        _line(cell, f"- {recipient}", "Nơi nhận")


def _bare_row(word: WordFile, shares: tuple[int, int]) -> list[_Cell]:
    table: WordTable = word.add_table(1, 2)
    table.autofit = False
    section = word.sections[0]
    room = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    for cell, share, column in zip(table.rows[0].cells, shares, table.columns, strict=True):
        cell.width = column.width = Emu(room * share // sum(shares))
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    return list(table.rows[0].cells)


def _line(cell: _Cell, words: str, style: str) -> WordParagraph:
    first = cell.paragraphs[0]
    used = first.runs or first.style is None or first.style.name != "Normal"
    paragraph: WordParagraph = cell.add_paragraph() if used else first
    paragraph.style = style
    paragraph.add_run(words.translate(XML_SAFE))
    return paragraph


def _underline(paragraph: WordParagraph) -> None:
    """Draw the rule under a line as an underline: it keeps the line's length whatever the office types."""
    paragraph.runs[0].underline = True


def _add_field(paragraph: WordParagraph, instruction: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    paragraph._p.append(field)
