"""Where things stand on a page: cells below spans, titles of tables, symbols that stay whole."""

import pypdfium2
import pytest

from guong.core.documents.model import Align, Block, Cell, Column, Document, Table, header_row, text
from guong.render import to_pdf
from tests.documents import invented
from tests.paper.reading import page_texts

CENTRE = (30 + (210 - 30 - 15) / 2) * 72 / 25.4


def paper(*blocks: Block) -> Document:
    """A paper of these blocks."""
    return Document(invented.letterhead(), "BIÊN BẢN", "Thử", blocks)


def edges(pdf: bytes, words: str) -> tuple[float, float]:
    """Left and right edge of the words on the first page, in points."""
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    found = page.search(words).get_next()
    assert found, words
    first, last = page.get_charbox(found[0]), page.get_charbox(found[0] + found[1] - 1)
    return first[0], last[2]


def test_a_cell_below_a_span_is_set_as_its_own_column() -> None:
    table = Table(
        (Column(1, Align.CENTER), Column(1)),
        (header_row("A", "B"),),
        ((Cell("x", rows=2), Cell("oanh")), (Cell("uyên"),)),
    )
    pdf = to_pdf(paper(table))
    assert abs(edges(pdf, "oanh")[0] - edges(pdf, "uyên")[0]) < 1.5


def test_the_title_of_a_table_stands_in_the_middle() -> None:
    table = Table(
        (Column(1), Column(1)), (header_row("A", "B"),), ((Cell("1"), Cell("2")),), title="Cấp Mầm non"
    )
    left, right = edges(to_pdf(paper(table)), "Cấp Mầm non")
    assert abs((left + right) / 2 - CENTRE) < 2


@pytest.mark.parametrize("before", range(8, 24))
def test_a_symbol_or_a_date_is_not_broken_at_a_lines_end(before: int) -> None:
    words = "nhà " * before + "Kế hoạch số 74-KH/QU, ngày 30/9/2021 của Quận uỷ"
    (page,) = page_texts(to_pdf(paper(text(words))))
    lines = page.splitlines()
    assert any("74-KH/QU" in line for line in lines)
    assert any("30/9/2021" in line for line in lines)
