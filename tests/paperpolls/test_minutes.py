"""The filed minutes and the printed sheets of a poll on paper alone."""

import pypdfium2
import pytest

from guong.office.paperpolls import refusals, services
from guong.office.papers import archive
from guong.office.papers.models import Paper
from guong.office.papers.services import file_paper
from tests.conferences.world import good
from tests.paper.reading import page_texts
from tests.paperpolls.world import NAMES, SITTING, Cell, again, agreed, made, minuted


def test_the_minutes_are_numbered_and_filed_in_word_and_pdf_with_all_that_was_counted(cell: Cell) -> None:
    poll, paper = minuted(cell)
    files = {file.format: archive.load(file) for file in paper.files.all()}
    words = " ".join(page_texts(files["pdf"]))
    assert files["docx"][:2] == b"PK"
    assert poll.minutes_number == paper.printed_number == "Số 01-BB/TKP"
    assert "CHI BỘ TRƯỜNG TIỂU HỌC HOA SEN" in words
    assert "Phiếu hợp lệ: 9 phiếu (bằng chữ: chín phiếu)" in words
    assert "7 (bảy)" in words
    assert "đồng chí Mạc Thị Hà và đồng chí Tạ Văn Sơn nhập riêng" in words
    assert "huỷ từ ngày 15 tháng 11 năm 2025" in words
    for name in (*NAMES, "Đỗ Quang Ẩn", "Ngô Hữu Thuỷ", "Bùi Tố Uyên"):
        assert name in words


def test_only_who_counts_may_read_them(cell: Cell) -> None:
    _, paper = minuted(cell)
    assert paper.permission == "count_votes"


def test_pressing_twice_files_one_paper(cell: Cell) -> None:
    poll, paper = minuted(cell)
    assert good(services.make_minutes(actor=cell.counter, poll=poll, sitting=SITTING)).pk == paper.pk


def test_two_polls_of_one_meeting_have_minutes_of_their_own(cell: Cell) -> None:
    _, first = minuted(cell)
    second = good(services.make_minutes(actor=cell.counter, poll=agreed(cell), sitting=SITTING))
    assert first.pk != second.pk


def test_one_sheet_is_printed_for_each_person_summoned(cell: Cell) -> None:
    pdf = good(services.print_sheets(poll=made(cell, summoned=7)))
    assert len(pypdfium2.PdfDocument(pdf)) == 7


def test_a_tally_dropped_while_its_minutes_were_rendered_is_not_closed_by_them(
    cell: Cell, monkeypatch: pytest.MonkeyPatch
) -> None:
    poll = agreed(cell)

    def filed_meanwhile(**given: object) -> Paper:
        services.count_again(actor=cell.counter, poll=poll)
        return file_paper(**given)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr("guong.office.paperpolls.services.minutes.file_paper", filed_meanwhile)
    outcome = services.make_minutes(actor=cell.counter, poll=poll, sitting=SITTING)
    assert outcome is refusals.TYPED_MEANWHILE
    assert again(poll).minutes_number == ""
