"""The demo's drawn scans say what their writers meant, and nothing else is read off them."""

from random import Random

from guong.core.questionnaire import official
from guong.demo.answers import answer
from guong.demo.filled_sheets import scanned_stack
from guong.paper import ballot_layout
from guong.paper.scanning import read_scans

FORM = official("school_head")


def test_every_row_that_is_read_off_a_drawn_scan_says_what_was_marked() -> None:
    random = Random(7)
    sheets = [(answer(random, FORM, "s1"), place % 2 == 0) for place in range(6)]
    scans = scanned_stack(FORM, "Đ/c Vũ Thị Ngọc Hằng - Tiểu học Hoa Sen", sheets, random)
    pages = read_scans(scans, ballot_layout(FORM.raw))
    assert isinstance(pages, list)
    assert [(page.reading.side, page.reading.refusal) for page in pages] == [
        ("front", None),
        ("back", None),
    ] * 6
    for (part, _), page in zip(sheets, pages[::2], strict=True):
        wrong = [
            row.item
            for row, mark in zip(page.reading.rows, part.marks, strict=True)
            if row.state == "read" and str(row.value) != mark
        ]
        assert wrong == []
    rows = [row for page in pages for row in page.reading.rows]
    assert sum(row.state == "read" for row in rows) >= 0.8 * len(rows)
