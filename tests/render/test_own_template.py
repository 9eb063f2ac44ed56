"""An office's own Word file as the frame of papers: what is kept of it, what is filled, what is refused."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from guong.core.documents.tally_minutes import tally_minutes
from guong.core.outcome import Refused
from guong.render.docx import to_docx
from guong.render.own_template import CODE, FIELDS, MOST_BYTES
from guong.render.template_trial import starting_file, tried
from tests.documents import invented

PAPER = tally_minutes(invented.tally())


def saved(word: WordFile) -> bytes:
    made = BytesIO()
    word.save(made)
    return made.getvalue()


def with_header(*texts: str) -> bytes:
    """A file whose header holds these runs in one paragraph."""
    word = docx.Document()
    paragraph = word.sections[0].header.paragraphs[0]
    for text in texts:
        paragraph.add_run(text)
    return saved(word)


def printed(template: bytes) -> WordFile:
    assert tried(template) is None
    return docx.Document(BytesIO(to_docx(PAPER, template=template)))


def header(word: WordFile) -> str:
    return "\n".join(paragraph.text for paragraph in word.sections[0].header.paragraphs)


def footer(word: WordFile) -> str:
    return "\n".join(paragraph.text for paragraph in word.sections[0].footer.paragraphs)


def test_fields_are_filled_in_header_and_footer() -> None:
    word = printed(with_header("{co_quan}: {so_ky_hieu}, {ngay}. {trich_yeu}. {ma_noi_dung}"))
    head = PAPER.letterhead
    shown = header(word)
    for value in (head.issuer, head.number, PAPER.abstract, PAPER.foot):
        assert value in shown
    assert not re.search(r"[{}]", shown)


def test_a_field_that_word_cut_into_runs_is_filled_too() -> None:
    assert header(printed(with_header("{so_", "ky_", "hieu} của {co", "_quan}"))).startswith(
        PAPER.letterhead.number
    )


def test_the_content_code_stands_in_the_footer_whatever_the_office_brings() -> None:
    assert PAPER.foot in footer(printed(with_header("Đảng uỷ phường")))
    assert header(printed(with_header("Đảng uỷ phường"))) == "Đảng uỷ phường"


def test_margins_stay_and_the_body_goes() -> None:
    word = docx.Document()
    word.sections[0].left_margin = Mm(41)
    word.add_paragraph("Chữ cũ trong thân mẫu")
    made = printed(saved(word))
    margin = made.sections[0].left_margin
    assert margin is not None
    assert abs(margin - Mm(41)) < Mm(1)  # Word counts in twentieths of a point
    assert "Chữ cũ" not in " ".join(paragraph.text for paragraph in made.paragraphs)


def test_words_that_look_like_fields_inside_a_value_stay_words() -> None:
    assert header(printed(with_header("{so_ky_hieu}"))) == PAPER.letterhead.number


def test_our_own_file_comes_back_as_a_template_with_one_code_a_page() -> None:
    word = printed(starting_file())
    assert footer(word) == PAPER.foot
    assert [one.text for one in word.sections[0].first_page_footer.paragraphs] == [PAPER.foot]


@pytest.mark.parametrize("field", ["{ten_la}", "{so_ky_hieu_moi}", "{ }", "{{co_quan}}", "{CO_QUAN}"])
def test_an_unknown_field_is_named_and_refused(field: str) -> None:
    problem = tried(with_header(f"Số: {field}"))
    if field == "{{co_quan}}":  # the inner one is known, the outer braces are words
        assert problem is None
        return
    assert isinstance(problem, Refused)
    assert problem.reason == "unknown_field"
    assert field in problem.sentence
    assert all(known in problem.sentence for known in FIELDS)


def test_a_field_in_the_body_would_vanish_and_is_refused() -> None:
    word = docx.Document()
    word.add_paragraph(f"Mã: {CODE}")
    problem = tried(saved(word))
    assert problem is not None
    assert problem.reason == "unknown_field"


@pytest.mark.parametrize(
    "instruction", ["MERGEFIELD TenDonVi", "INCLUDETEXT tep.docx", "DDEAUTO cmd", "DATE"]
)
def test_fields_of_word_other_than_page_numbers_are_refused(instruction: str) -> None:
    word = docx.Document()
    paragraph = word.sections[0].footer.paragraphs[0]
    paragraph._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{instruction}"/>'))
    problem = tried(saved(word))
    assert problem is not None
    assert (problem.reason, instruction in problem.sentence) == ("unknown_field", True)


def test_page_numbers_are_words_own_and_stay() -> None:
    word = docx.Document()
    paragraph = word.sections[0].footer.paragraphs[0]
    paragraph._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "/>'))
    assert tried(saved(word)) is None


def linked_out() -> bytes:
    word = docx.Document()
    word.part.relate_to(
        "https://xau.example/mau.dotx",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",
        is_external=True,
    )
    return saved(word)


def with_macros() -> bytes:
    made = BytesIO(with_header("x"))
    with zipfile.ZipFile(made, "a") as package:
        package.writestr("word/vbaProject.bin", b"macro")
    return made.getvalue()


def broken() -> bytes:
    """A package whose document is no XML."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(with_header("x"))) as whole, zipfile.ZipFile(made, "w") as package:
        for name in whole.namelist():
            package.writestr(name, b"<w:document" if name == "word/document.xml" else whole.read(name))
    return made.getvalue()


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: b"", "file_empty"),
        (lambda: b"%PDF-1.7\n", "not_word"),
        (lambda: b"PK\x03\x04 broken", "not_word"),
        (broken, "not_word"),
        (with_macros, "file_macros"),
        (linked_out, "linked_out"),
        (lambda: with_header("x").ljust(MOST_BYTES + 1, b" "), "template_too_large"),
    ],
)
def test_what_is_no_frame_for_papers_is_refused(make: Callable[[], bytes], reason: str) -> None:
    problem = tried(make())
    assert problem is not None
    assert problem.reason == reason
