"""Several PDF files as one."""

import pytest
from pypdfium2 import PdfDocument

from guong.render.joining import joined, pages_of
from guong.typeset import compile_pdf


def pdf(*pages: str) -> bytes:
    return compile_pdf("#pagebreak()\n".join(f"{page}\n" for page in pages))


def texts(data: bytes) -> list[str]:
    return [page.get_textpage().get_text_range().strip() for page in PdfDocument(data)]


def test_pages_follow_one_another() -> None:
    assert texts(joined([pdf("mot", "hai"), pdf("ba")])) == ["mot", "hai", "ba"]


def test_every_part_begins_on_a_sheet_of_its_own() -> None:
    assert texts(joined([pdf("mot"), pdf("hai", "ba"), pdf("bon")], sheets=True)) == [
        "mot",
        "",
        "hai",
        "ba",
        "bon",
        "",
    ]


def test_a_file_knows_its_pages() -> None:
    assert pages_of(pdf("mot", "hai", "ba")) == 3


def test_nothing_is_not_joined() -> None:
    with pytest.raises(ValueError, match="nothing"):
        joined([])
