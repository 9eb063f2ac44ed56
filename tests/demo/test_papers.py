"""Every kind of paper of the campaign is filed by the demo and lies in the folder that it leaves behind (DESIGN §6)."""

import re
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from pypdfium2 import PdfDocument

from tests.demo.played import rows

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("demo")]

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "papers.md").read_text("utf-8")
ONCE, A_ROUND, A_CONFERENCE = 1, 2, 2  # with one conference a round
# Module of `core.documents` -> (kind in the archive, name in the folder, how many at least).
FILED = {
    "plan": ("plan", "ke-hoach", ONCE),
    "draw_minutes": ("draw_minutes", "bien-ban-gap-tham", ONCE),
    "draw_notice": ("draw_notice", "thong-bao-ket-qua-gap-tham", ONCE),
    "draw_replacement": ("draw_replacement", "bien-ban-thay-truong", ONCE),
    "staff_list_request": ("staff_list_request", "cong-van-lap-danh-sach", A_ROUND),
    "working_group_decision": ("working_group_decision", "quyet-dinh-to-cong-tac", A_ROUND),
    "counting_board_decision": ("counting_board_decision", "quyet-dinh-to-kiem-phieu", A_ROUND),
    "announcement": ("announcement", "thong-bao-lay-y-kien", A_ROUND),
    "conference_calendar": ("conference_calendar", "lich-hoi-nghi", A_ROUND),
    "invitation": ("invitation", "giay-moi-1", A_CONFERENCE),
    "programme": ("programme", "chuong-trinh", A_CONFERENCE),
    "attendance_list": ("attendance_list", "danh-sach-ky-nhan", A_CONFERENCE),
    "conference_minutes": ("conference_minutes", "bien-ban-hoi-nghi", A_CONFERENCE),
    "entry_log": ("entry_log", "nhat-ky-nhap-phieu", A_CONFERENCE),
    "sealing_minutes": ("sealing_minutes", "bien-ban-niem-phong", A_CONFERENCE),
    "handover_minutes": ("handover_minutes", "bien-ban-ban-giao", A_ROUND),
    "opening_minutes": ("opening_minutes", "bien-ban-mo-hom-phieu", A_ROUND),
    "key_destruction_minutes": ("key_destruction_minutes", "bien-ban-huy-chia-khoa", A_ROUND),
    "archive_sealing_minutes": ("archive_sealing_minutes", "bien-ban-niem-phong-luu-tru", A_ROUND),
    "ballot_destruction_minutes": ("ballot_destruction_minutes", "bien-ban-huy-phieu", A_ROUND),
    "tally_minutes": ("tally_minutes", "bien-ban-kiem-phieu-s1", A_CONFERENCE),
    "personal_summary": ("personal_summary", "bang-tong-hop-s1", A_CONFERENCE),
    "district_report": ("district_report", "bao-cao-tong-hop", A_ROUND),
    "round_announcement": ("round_announcement", "thong-bao", A_ROUND),
}
# Printed and carried, never numbered: no entry in the archive.
CARRIED = {
    "chair_script": ("loi-dan", A_CONFERENCE),
    "run_sheet": ("viec-trong-ngay-15-05", ONCE),
    "dossier_cover": ("bo-ho-so-hoi-nghi", A_CONFERENCE),
}


# Named on the page and not played, each with the reason.
NOT_PLAYED = {
    "cancellation_notice": "no conference is cancelled: the school that can't hold one is replaced before the calendar",
    "slip_destruction_minutes": "goes with a cancelled conference whose slips are printed",
    "committee_page": "made where the officer tells a filed report's results; the demo's rounds end with the report",
    "paper_poll_minutes": "a cell's own vote on paper alone, outside the campaign that the demo plays",
    "result_notice": "made where a head is told; the demo's rounds end with the report",
    "remediation_plan": "written by a head after the notice; the demo's rounds end with the report",
    "remediation_reminder": "written when a plan's item is late; the demo has no plan",
}


def in_folder(played: dict[str, Any], name: str) -> list[Path]:
    return [path for path in map(Path, played["documents"]) if path.stem == name]


def named_on_the_page() -> set[str]:
    lines = [line for line in PAGE.splitlines() if line.startswith("| ") and ".`" not in line]
    return {module for line in lines for module, _ in re.findall(r"`(\w+)\.(\w+)`", line.split(" | ")[1])}


def test_the_page_of_papers_names_each_that_is_looked_for() -> None:
    assert named_on_the_page() == FILED.keys() | CARRIED.keys() | NOT_PLAYED.keys()
    assert all(NOT_PLAYED.values())


def test_the_one_paper_of_the_design_that_is_not_made_stands_there_with_its_reason() -> None:
    assert "Not made in this campaign: Thông báo kết luận của Ban Thường vụ (issue 7" in PAGE


@pytest.mark.parametrize("module", FILED)
def test_a_kind_of_paper_is_in_the_archive_and_in_the_folder(
    played: dict[str, Any], folder: Path, module: str
) -> None:
    kind, name, least = FILED[module]
    found = rows(
        folder / "out", f"SELECT kind FROM papers_paper WHERE kind = '{kind}' OR kind LIKE '{kind}-%'"
    )
    assert len(found) >= least
    assert sorted({path.suffix for path in in_folder(played, name)})[:2] == [".docx", ".pdf"]
    assert len([path for path in in_folder(played, name) if path.suffix == ".pdf"]) >= least


@pytest.mark.parametrize("module", CARRIED)
def test_what_is_carried_lies_in_the_folder(played: dict[str, Any], module: str) -> None:
    name, least = CARRIED[module]
    assert len(in_folder(played, name)) >= least


def test_a_dossier_holds_every_part_of_a_conference(played: dict[str, Any]) -> None:
    pages = PdfDocument(in_folder(played, "bo-ho-so-hoi-nghi")[0])
    text = "\n".join(page.get_textpage().get_text_range() for page in pages).upper()
    for part in ("CHƯƠNG TRÌNH", "LỜI DẪN", "DANH SÁCH KÝ NHẬN", "PHIẾU XIN Ý KIẾN", "NIÊM PHONG"):
        assert part in text, part


def test_the_minutes_of_a_conference_tell_an_incident_and_show_photographs(played: dict[str, Any]) -> None:
    path = next(path for path in in_folder(played, "bien-ban-hoi-nghi") if path.suffix == ".docx")
    minutes = Document(str(path))
    words = "\n".join(paragraph.text for paragraph in minutes.paragraphs)
    assert "Cách xử lý:" in words
    assert "phát biểu quán triệt" in words
    hours = [row.cells[0].text for table in minutes.tables for row in table.rows]
    assert "8 giờ 15 phút" in hours
    assert len(minutes.inline_shapes) == 2


def test_every_duty_of_the_plan_was_followed_to_its_end(played: dict[str, Any], folder: Path) -> None:
    duties = rows(folder / "out", "SELECT due_on, done_on, evidence, paper_key FROM plans_duty")
    assert len(duties) == 10
    assert all(due and done and (evidence or key) for due, done, evidence, key in duties)
    keys = {key for _, _, _, key in duties if key}
    filed = {key for (key,) in rows(folder / "out", "SELECT key FROM papers_paper")}
    assert len(keys) == 3
    assert keys <= filed


def test_every_body_made_the_plan_known(played: dict[str, Any], folder: Path) -> None:
    briefings = rows(folder / "out", "SELECT body, present, expected FROM plans_briefing")
    bodies = rows(folder / "out", "SELECT DISTINCT body FROM plans_duty")
    assert {body for body, _, _ in briefings} == {body for (body,) in bodies}
    assert all(0 < present <= expected for _, present, expected in briefings)


def test_ballots_are_destroyed_after_six_months_and_not_before(played: dict[str, Any], folder: Path) -> None:
    dates = "SELECT kind, issued_on FROM papers_paper WHERE kind IN ('archive_sealing_minutes', 'ballot_destruction_minutes')"
    found = sorted((day, kind) for kind, day in rows(folder / "out", dates))
    sealing, destruction = "archive_sealing_minutes", "ballot_destruction_minutes"
    assert found == [
        ("2023-05-22", sealing),
        ("2023-10-23", sealing),
        ("2023-11-23", destruction),
        ("2024-04-24", destruction),
    ]
    assert rows(folder / "out", "SELECT count(*) FROM counting_opening WHERE length(archive) > 0") == [(0,)]


def test_nobody_is_sent_to_two_places_at_once_and_every_observer_is_accepted(
    played: dict[str, Any], folder: Path
) -> None:
    sent = rows(
        folder / "out",
        "SELECT d.full_name, c.held_on, c.begins_at, d.proposed FROM schedule_delegate d "
        "JOIN conferences_conference c ON c.id = d.conference_id",
    )
    assert len({(name, day, hour) for name, day, hour, _ in sent}) == len(sent) > 0
    assert not any(proposed for *_, proposed in sent)
