"""The demo's drawn scans say what their writers meant, and nothing else is read off them."""

from random import Random

from guong.core.questionnaire import official
from guong.demo.answers import answer
from guong.demo.filled_sheets import PaperSheet, scanned_stack
from guong.paper import ballot_layout
from guong.paper.scanning import read_scans

FORM = official("school_head")


def test_every_row_that_is_read_off_a_drawn_scan_says_what_was_marked() -> None:
    random = Random(7)
    sheets = [PaperSheet(answer(random, FORM, "s1"), is_stamped=place % 2 == 0) for place in range(6)]
    scans = scanned_stack(FORM.raw, "Đ/c Vũ Thị Ngọc Hằng - Tiểu học Hoa Sen", sheets, random)
    pages = read_scans(scans, ballot_layout(FORM.raw))
    assert isinstance(pages, list)
    assert [(page.reading.side, page.reading.refusal) for page in pages] == [
        ("front", None),
        ("back", None),
    ] * 6
    for sheet, page in zip(sheets, pages[::2], strict=True):
        wrong = [
            row.item
            for row, mark in zip(page.reading.rows, sheet.part.marks, strict=True)
            if row.state == "read" and str(row.value) != mark
        ]
        assert wrong == []
    rows = [row for page in pages for row in page.reading.rows]
    assert sum(row.state == "read" for row in rows) >= 0.8 * len(rows)


def test_a_torn_sheet_is_refused_on_both_sides_and_the_others_are_read() -> None:
    random = Random(8)
    sheets = [PaperSheet(answer(random, FORM, "s1"), is_torn=place == 0) for place in range(2)]
    pages = read_scans(scanned_stack(FORM.raw, "Đ/c X", sheets, random), ballot_layout(FORM.raw))
    assert isinstance(pages, list)
    refusals = [page.reading.refusal for page in pages]
    assert [refused and refused.reason for refused in refusals] == ["markers_missing"] * 2 + [None] * 2
