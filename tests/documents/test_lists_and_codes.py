"""The attendance list, the entry log, the summary, and the code of a paper's content."""

from dataclasses import replace

from guong.core.disclosure import SUPPRESSED
from guong.core.documents.attendance_list import attendance_list
from guong.core.documents.entry_log import entry_log
from guong.core.documents.model import Figure, Table
from guong.core.documents.personal_summary import personal_summary
from guong.core.documents.tally_minutes import tally_minutes
from tests.documents import invented
from tests.documents.reading import all_words


def test_the_attendance_list_has_one_place_to_sign_and_neither_channel_nor_time() -> None:
    document = attendance_list(invented.attendance())
    table = next(block for block in document.blocks if isinstance(block, Table))
    heads = [cell.text for cell in table.header[0]]
    assert heads == ["TT", "Họ và tên", "Chức vụ, công việc", "Tổ, bộ phận", "Ký nhận"]
    assert {row[-1].text for row in table.rows} == {""}


def test_the_entry_log_has_one_line_a_subject_and_none_a_sheet() -> None:
    document = entry_log(invented.entries())
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert len(table.rows) == len(invented.entries().totals)


def test_the_summary_begins_with_participation_and_shows_the_picture() -> None:
    document = personal_summary(invented.summary())
    assert "47 người; có mặt 46 người" in all_words(document)
    assert any(isinstance(block, Figure) for block in document.blocks)


def test_a_suppressed_summary_has_no_table_and_no_picture() -> None:
    document = personal_summary(invented.summary(suppressed=True))
    assert not any(isinstance(block, Table | Figure) for block in document.blocks)
    assert all_words(document).count(SUPPRESSED) == 3


def test_the_content_code_changes_with_one_letter() -> None:
    document = tally_minutes(invented.tally())
    assert document.content_code == tally_minutes(invented.tally()).content_code
    assert document.content_code != replace(document, abstract=document.abstract + ".").content_code


def test_the_foot_names_code_and_rules() -> None:
    document = tally_minutes(invented.tally())
    assert document.foot == f"Mã nội dung: {document.content_code} · Bộ quy tắc: {invented.RULES}"
