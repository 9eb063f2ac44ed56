"""Letterhead, title, foot and signatures of a Word paper."""

from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from guong.core.documents.model import Document, Profile, Signature
from guong.core.wording import dated
from guong.render.docx_styles import room_of
from guong.render.words import XML_SAFE

_PER_ROW = 2
_TITLE_RULE = Mm(30)
_CELL_MARGIN = Emu(68580)  # Word's 0.19 cm at either side of a cell
_BORDER = '<w:pBdr {}><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'


def add_head(word: WordFile, document: Document) -> None:
    """Add the letterhead as a borderless table: names and mottos above, number and date on one line beneath.

    Rules are as long as the custom asks, whatever the office types above them.
    """
    head = document.letterhead
    party = head.profile is Profile.PARTY
    (left, right), (number, date_line) = _bare_rows(word, (1, 1) if party else (3, 4), 2)
    _line(left, head.superior.upper(), "Cơ quan cấp trên")
    _line(left, head.issuer.upper(), "Cơ quan ban hành")
    if party:
        _line(left, "*", "Cơ quan cấp trên")
        _line(right, "ĐẢNG CỘNG SẢN VIỆT NAM", "Cơ quan ban hành")
        _rule(right.add_paragraph(), _inside(right), Mm(62))
    else:
        _rule(left.add_paragraph(), _inside(left), Mm(24))
        motto = _line(right, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Cơ quan ban hành")
        motto.runs[0].font.size = Pt(12)
        _line(right, "Độc lập - Tự do - Hạnh phúc", "Cơ quan ban hành")
        _rule(right.add_paragraph(), _inside(right), Mm(54))
    _line(number, head.number or "Số ........", "Số, địa danh")
    if document.addressees:
        _line(number, document.abstract, "Trích yếu công văn")
    place_date = _line(date_line, dated(head.place, head.day), "Số, địa danh")
    place_date.runs[0].italic = True


def add_title(word: WordFile, document: Document) -> None:
    """Add the kind of paper and its abstract, or to whom a letter goes."""
    if document.addressees:
        _add_addressees(word, document.addressees)
        return
    word.add_paragraph(document.kind.translate(XML_SAFE), style="Loại văn bản")
    word.add_paragraph(document.abstract.translate(XML_SAFE), style="Trích yếu")
    _rule(word.add_paragraph(), room_of(word), _TITLE_RULE)
    word.paragraphs[-1].paragraph_format.space_after = Pt(8)


def _add_addressees(word: WordFile, addressees: tuple[str, ...]) -> None:
    for place, name in enumerate(addressees):
        paragraph = word.add_paragraph(style="Kính gửi")
        head = paragraph.add_run("Kính gửi:" if not place else "")
        head.bold = head.italic = True
        dash = "- " if len(addressees) > 1 else ""
        paragraph.add_run(f"\t{dash}{name.translate(XML_SAFE)}")
        form = paragraph.paragraph_format
        form.left_indent, form.first_line_indent = Mm(55), Mm(-25)
        form.tab_stops.add_tab_stop(Mm(55))
        form.space_before = Pt(12) if not place else Pt(0)
        form.space_after = Pt(12) if place == len(addressees) - 1 else Pt(2)


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
    """Add the places to sign, two in a row; a single or odd signer stands right of the recipients, as by custom.

    They stay on one page with the last line of text: a page of mere signatures could be put under another paper. The
    recipients stay with them, so that no page holds nothing else.
    """
    signatures, recipients = document.signatures, document.recipients
    if not signatures:
        return
    word.paragraphs[-1].paragraph_format.keep_with_next = True
    beside = bool(len(signatures) % _PER_ROW) and bool(recipients or len(signatures) == 1)
    paired = signatures[:-1] if beside else signatures
    pairs = [paired[start : start + _PER_ROW] for start in range(0, len(paired), _PER_ROW)]
    rows = _bare_rows(word, (1, 1), len(pairs) + bool(beside or recipients))
    for place, (cells, pair) in enumerate(zip(rows, pairs, strict=False)):
        for cell, signature in zip(cells, pair, strict=False):
            _fill_signature(cell, signature, last=place == len(rows) - 1)
    _fill_recipients(rows[-1][0], recipients)
    if beside:
        _fill_signature(rows[-1][1], signatures[-1], last=True)


def _fill_signature(cell: _Cell, signature: Signature, *, last: bool) -> None:
    for words in (signature.authority, *signature.role.split("\n")):
        if words:
            _line(cell, words, "Chữ ký")
    if signature.hint:
        hint = _line(cell, signature.hint, "Chữ ký")
        hint.runs[0].bold, hint.runs[0].italic, hint.runs[0].font.size = False, True, Pt(11)
    for name in signature.names:
        _line(cell, name, "Chữ ký").paragraph_format.space_before = Pt(42)
    if not signature.names:
        _line(cell, "", "Chữ ký").paragraph_format.space_before = Pt(42)
    cell.paragraphs[0].paragraph_format.space_before = Pt(16)
    for paragraph in cell.paragraphs:
        paragraph.paragraph_format.keep_with_next = not last


def _fill_recipients(cell: _Cell, recipients: tuple[str, ...]) -> None:
    if not recipients:
        return
    heading = _line(cell, "Nơi nhận:", "Nơi nhận")
    heading.paragraph_format.space_before = Pt(16)
    heading.runs[0].bold = heading.runs[0].italic = True
    for recipient in recipients:
        _line(cell, f"- {recipient}", "Nơi nhận")


def _bare_rows(word: WordFile, shares: tuple[int, int], number: int) -> list[tuple[_Cell, _Cell]]:
    table: WordTable = word.add_table(number, 2)
    table.autofit = False
    room = room_of(word)
    made = []
    for row in table.rows:
        left, right = row.cells
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, share, column in zip((left, right), shares, table.columns, strict=True):
            cell.width = column.width = Emu(room * share // sum(shares))
        made.append((left, right))
    return made


def _line(cell: _Cell, words: str, style: str) -> WordParagraph:
    first = cell.paragraphs[0]
    used = first.runs or first.style is None or first.style.name != "Normal"
    paragraph: WordParagraph = cell.add_paragraph() if used else first
    paragraph.style = style
    paragraph.add_run(words.translate(XML_SAFE))
    return paragraph


def _inside(cell: _Cell) -> int:
    return (cell.width or 0) - 2 * _CELL_MARGIN


def _rule(paragraph: WordParagraph, room: int, length: int) -> None:
    """Draw a centred rule as the top border of an empty low line; ``room`` is the width that it is centred in."""
    paragraph.style = "Đường kẻ"
    paragraph._p.get_or_add_pPr().append(parse_xml(_BORDER.format(nsdecls("w"))))
    side = max(0, (room - length) // 2)
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Emu(side)
    form.space_before = Pt(4)
    form.line_spacing, form.line_spacing_rule = Pt(4), WD_LINE_SPACING.EXACTLY


def _add_field(paragraph: WordParagraph, instruction: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    paragraph._p.append(field)
