"""Hostile words in every place of a paper are printed as they are, in all three formats (security.md §2 nos. 65, 66, 70)."""

from io import BytesIO

import openpyxl
import pytest

from guong.render import to_docx, to_pdf, to_xlsx
from tests.hostile import HIDDEN, HOSTILE
from tests.paper.reading import page_texts
from tests.render.test_papers import paper, word_text

PLACES = 10  # where `paper` puts them: heading, text, list, table, signature and the rest


def printed(data: bytes) -> str:
    """All text of a PDF without blanks and ends of lines."""
    return "".join("".join(page_texts(data)).split())


@pytest.mark.parametrize("kind", [kind for kind in HOSTILE if kind != "long"])
def test_hostile_words_are_printed_as_they_are(kind: str) -> None:
    words = HOSTILE[kind]
    assert printed(to_pdf(paper(words))).count("".join(words.split())) >= PLACES
    assert word_text(to_docx(paper(words))).count(words) >= PLACES


@pytest.mark.parametrize("kind", [kind for kind in HOSTILE if kind != "long"])
def test_in_a_sheet_they_are_text_and_never_a_formula(kind: str) -> None:
    book = openpyxl.load_workbook(BytesIO(to_xlsx(paper(HOSTILE[kind]))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert HOSTILE[kind] in [cell.value for cell in cells]
    assert "f" not in {cell.data_type for cell in cells}
    assert not any(cell.hyperlink for cell in cells)


@pytest.mark.parametrize("kind", HIDDEN)
def test_characters_that_hide_or_turn_words_are_left_out(kind: str) -> None:
    given, left = HIDDEN[kind]
    assert printed(to_pdf(paper(given))).count("".join(left.split())) >= PLACES
    for text in (word_text(to_docx(paper(given))), printed(to_pdf(paper(given)))):
        assert not set(given) - set(left) & set(text)
    book = openpyxl.load_workbook(BytesIO(to_xlsx(paper(given))))
    assert left in [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]


def test_three_thousand_characters_stand_whole_in_each_format() -> None:
    words = HOSTILE["long"]
    assert len(words) > 2900
    assert printed(to_pdf(paper(words))).count("".join(words.split())) >= 1
    assert word_text(to_docx(paper(words))).count(words) >= PLACES
    book = openpyxl.load_workbook(BytesIO(to_xlsx(paper(words))))
    assert words in [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
