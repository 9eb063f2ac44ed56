"""A Word file that an office brings as the frame of its papers: what it may hold, and how its fields are filled.

Its styles, page frame, headers and footers are kept, its body is replaced. Fields in headers and footers are words in braces
(``{so_ky_hieu}``); a field that the program doesn't know is refused when the file is brought, never printed as it stands.
"""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from docx import Document as new_word_file
from docx.document import Document as WordFile
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.section import _Footer, _Header

from guong.core.documents.model import Document
from guong.core.evidence import EvidenceKind, read_evidence
from guong.core.outcome import Refused
from guong.core.wording import dated
from guong.render.words import XML_SAFE

MOST_BYTES = 2 * 1024 * 1024
FIELDS = ("{so_ky_hieu}", "{trich_yeu}", "{co_quan}", "{ngay}", "{ma_noi_dung}")
CODE = "{ma_noi_dung}"
_WORDS_OWN = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_BRACES = re.compile(r"\{[^{}]{0,80}\}")
_LINKED_OUT = re.compile(rb"TargetMode\s*=\s*[\"']External[\"']", re.IGNORECASE)
# What python-docx raises on files that only look like Word's; broken XML is a SyntaxError to lxml.
BROKEN = (OpcError, SyntaxError, zipfile.BadZipFile, KeyError, ValueError, AttributeError)
NOT_WORD = Refused(
    "not_word",
    "Tệp này không phải văn bản Word (.docx) mở được. Đề nghị mở tệp trong Word, lưu thành .docx rồi gửi lại.",
)
TOO_LARGE = Refused("template_too_large", "Mẫu lớn hơn 2 MB. Đề nghị bỏ bớt ảnh trong mẫu rồi gửi lại.")
LINKED_OUT = Refused(
    "linked_out",
    "Mẫu có liên kết ra ngoài (ảnh, mẫu gốc, đường dẫn trên mạng). Đề nghị bỏ liên kết, chèn hẳn vào tệp rồi gửi lại.",
)


def unknown_field(found: str) -> Refused:
    """Return the refusal of a field that the program can't fill, with those that it can."""
    sentence = (
        f"Mẫu có trường “{found}” mà chương trình không điền được. Chỉ dùng các trường {', '.join(FIELDS)}, ở đầu trang hoặc "
        "chân trang, và số trang của Word."
    )
    return Refused("unknown_field", sentence)


def check_template(data: bytes) -> Refused | None:
    """Return what is wrong with an office's file, None where papers can be printed in it.

    Refused: ``file_empty``, ``template_too_large``, ``not_word``, ``file_macros``, ``linked_out``, ``unknown_field``.
    """
    if len(data) > MOST_BYTES:
        return TOO_LARGE
    kind = read_evidence(data, "mau.docx")
    if isinstance(kind, Refused):
        return kind if kind.reason in {"file_empty", "file_macros"} else NOT_WORD
    if kind.kind is not EvidenceKind.DOCX:
        return NOT_WORD
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = [name for name in package.namelist() if name.endswith(".rels")]
            if any(_LINKED_OUT.search(package.read(name)) for name in names):
                return LINKED_OUT
        word = new_word_file(BytesIO(data))
        return _foreign_field(word)
    except BROKEN:
        return NOT_WORD


def fill_frame(word: WordFile, document: Document) -> None:
    """Fill the fields of an office's headers and footers; the content code comes in where the office has no place for it."""
    head = document.letterhead
    values = {
        "{so_ky_hieu}": head.number,
        "{trich_yeu}": document.abstract,
        "{co_quan}": head.issuer,
        "{ngay}": dated(head.place, head.day),
        CODE: document.foot,
    }
    has_code = False
    for frame in _frames(word):
        for paragraph in frame._element.iter(qn("w:p")):
            has_code |= _filled(paragraph, values)
    if not has_code:
        section = word.sections[0]
        first = (section.first_page_footer,) if section.different_first_page_header_footer else ()
        for footer in (section.footer, *first):
            footer.add_paragraph(document.foot.translate(XML_SAFE), style="Chân trang")


def _foreign_field(word: WordFile) -> Refused | None:
    """Return the refusal of the first field that isn't filled: an unknown one, or any in the body, which is replaced."""
    frames = [frame._element for frame in _frames(word)]
    written = ["".join(text.text or "" for text in part.iter(qn("w:t"))) for part in frames]
    found = [field for text in written for field in _BRACES.findall(text) if field not in FIELDS]
    body = "".join(text.text or "" for text in word.element.body.iter(qn("w:t")))
    found += _BRACES.findall(body)
    for part in (*frames, word.element.body):
        instructions = [one.text or "" for one in part.iter(qn("w:instrText"))]
        instructions += [one.get(qn("w:instr"), "") for one in part.iter(qn("w:fldSimple"))]
        found += [
            one.strip() for one in instructions if one.split() and one.split()[0].upper() not in _WORDS_OWN
        ]
    return unknown_field(found[0]) if found else None


def _frames(word: WordFile) -> Iterator[_Header | _Footer]:
    """Every header and footer that the file itself holds."""
    for section in word.sections:
        parts = (
            section.header,
            section.first_page_header,
            section.even_page_header,
            section.footer,
            section.first_page_footer,
            section.even_page_footer,
        )
        yield from (part for part in parts if not part.is_linked_to_previous)


def _filled(paragraph: object, values: dict[str, str]) -> bool:
    """Fill one paragraph; its words take the form of its first run. Tells whether it held the place of the content code."""
    texts = paragraph.findall(f"{qn('w:r')}/{qn('w:t')}")  # type: ignore[attr-defined]  # lxml's elements have no stubs here
    whole = "".join(text.text or "" for text in texts)
    if not any(field in whole for field in FIELDS):
        return False
    has_code = CODE in whole
    for field, value in values.items():
        whole = whole.replace(field, value.translate(XML_SAFE))
    for place, text in enumerate(texts):
        text.text = whole if not place else ""
    return has_code
