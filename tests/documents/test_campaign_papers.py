"""Letter, decisions, calendar, invitation and day sheet: what they say, and what they refuse."""

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core.documents.conference_calendar import CalendarEntry, conference_calendar
from guong.core.documents.counting_board_decision import BoardConference, BoardSeat, counting_board_decision
from guong.core.documents.invitation import invitation
from guong.core.documents.model import Document, Table
from guong.core.documents.run_sheet import STATES, run_sheet
from guong.core.documents.staff_list_request import staff_list_request
from guong.core.documents.working_group_decision import GroupMember, working_group_decision
from guong.render import to_docx, to_pdf, to_xlsx
from tests.documents import invented_campaign as invented
from tests.documents.reading import all_words, tables
from tests.paper.reading import font_names, page_texts

PAPERS = {
    "request": invented.request,
    "group": invented.group,
    "boards": invented.boards,
    "calendar": invented.calendar,
    "one_invitation": invented.one_invitation,
    "day_sheet": invented.day_sheet,
}


@pytest.mark.parametrize("name", list(PAPERS))
def test_the_papers_become_pdf_and_word(name: str) -> None:
    document = PAPERS[name]()
    assert {font.split("-")[0] for font in font_names(to_pdf(document))} == {"Tinos"}
    assert to_docx(document)[:2] == b"PK"


def test_a_letter_names_its_addressees_above_the_text_and_has_no_title() -> None:
    (page,) = page_texts(to_pdf(invented.request()))
    words = " ".join(page.split())
    assert words.index("Kính gửi:") < words.index("Thực hiện Kế hoạch")
    assert "CÔNG VĂN" not in words
    assert words.index("Số 48-CV/BTG") < words.index("Đề nghị lập danh sách") < words.index("Kính gửi:")


def test_the_letter_says_by_when_and_from_which_day_the_list_is() -> None:
    words = all_words(invented.request())
    assert "tính đến ngày 24 tháng 4 năm 2023" in words
    assert "trước 17 giờ, ngày 28 tháng 4 năm 2023" in words
    assert "Không thu thập số điện thoại" in words


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"addressees": ()}, "addressees"),
        ({"columns": ()}, "columns"),
        ({"people": ()}, "people"),
        ({"deadline": datetime(2023, 4, 20, 17, 0)}, "deadline"),
        ({"deadline": datetime(2023, 5, 15, 7, 0)}, "deadline"),
    ],
)
def test_an_impossible_request_is_refused(change: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        staff_list_request(replace(invented.given_request(), **change))  # type: ignore[arg-type]  # wrong on purpose


def test_a_decision_has_bases_the_deciding_body_and_numbered_articles() -> None:
    lines = all_words(invented.group()).splitlines()
    assert sum(line.startswith("- Căn cứ") for line in lines) == 3
    assert "BAN THƯỜNG VỤ QUẬN UỶ QUYẾT ĐỊNH" in lines
    assert [line.strip() for line in lines if line.startswith("Điều ")] == [f"Điều {n}." for n in range(1, 5)]
    assert "gồm 05 đồng chí (bằng chữ: năm đồng chí):" in all_words(invented.group())


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ((), "two members"),
        (invented.given_group().members[:1], "two members"),
        (invented.given_group().members[1:], "head"),
        ((invented.given_group().members[1], invented.given_group().members[0]), "head"),
        ((*invented.given_group().members, invented.given_group().members[1]), "twice"),
    ],
)
def test_an_impossible_working_group_is_refused(members: tuple[GroupMember, ...], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        working_group_decision(replace(invented.given_group(), members=members))


def test_a_working_group_without_a_task_or_a_basis_is_refused() -> None:
    with pytest.raises(ValueError, match="task"):
        working_group_decision(replace(invented.given_group(), tasks=()))
    with pytest.raises(ValueError, match="bases"):
        working_group_decision(replace(invented.given_group(), bases=()))


def test_one_decision_names_every_board_with_its_witness() -> None:
    document = invented.boards()
    rows = tables(document)[0]
    assert len(rows) == 12
    assert [row[-1] for row in rows[:4]] == ["Tổ trưởng", "Thư ký", "Thành viên", "Chứng kiến"]
    assert "3 hội nghị (bằng chữ: ba hội nghị)" in all_words(document)
    assert "Trường Mầm non Hoa Cúc\n8 giờ, ngày 15/5/2023\nHội trường tầng 2" in all_words(document)


def seats(*people: object) -> tuple[BoardSeat, ...]:
    """Seats of a head and members."""
    return tuple(BoardSeat(person, "Thành viên" if n else "Tổ trưởng") for n, person in enumerate(people))  # type: ignore[arg-type]  # persons


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"seats": seats(*invented.MEMBERS[:2])}, "three members"),
        ({"seats": tuple(BoardSeat(person, "Thành viên") for person in invented.MEMBERS)}, "its head first"),
        ({"witnesses": ()}, "witness"),
        ({"witnesses": (invented.MEMBERS[0],)}, "twice"),
        ({"seats": seats(invented.MEMBERS[1], invented.MEMBERS[1], invented.MEMBERS[2])}, "twice"),
        ({"subjects": (invented.MEMBERS[0].name,)}, "about himself"),
        ({"subjects": (invented.WITNESSES[0].name,)}, "about himself"),
    ],
)
def test_an_impossible_board_is_refused(change: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        replace(invented.board_conference(0), **change)  # type: ignore[arg-type]  # wrong on purpose


def test_nobody_counts_at_two_conferences_at_once() -> None:
    first = invented.board_conference(0)
    second = replace(first, unit="Trường Tiểu học Hoa Sen")
    with pytest.raises(ValueError, match="at once"):
        counting_board_decision(replace(invented.given_boards(), conferences=(first, second)))
    later = replace(second, begins=invented.HOURS[1])
    assert counting_board_decision(replace(invented.given_boards(), conferences=(first, later)))


@pytest.mark.parametrize("conferences", [(), (invented.board_conference(0), invented.board_conference(0))])
def test_a_decision_names_each_conference_once(conferences: tuple[BoardConference, ...]) -> None:
    with pytest.raises(ValueError, match=r"at least one|twice"):
        counting_board_decision(replace(invented.given_boards(), conferences=conferences))


@given(st.permutations(range(6)))
def test_the_calendar_stands_in_the_order_of_days_and_hours(order: list[int]) -> None:
    entries = tuple(invented.calendar_entry(place) for place in order)
    rows = tables(conference_calendar(replace(invented.given_calendar(), entries=entries)))[0]
    assert [row[0] for row in rows if len(row) == 1] == [
        "Thứ Hai, ngày 15 tháng 5 năm 2023: 03 hội nghị",
        "Thứ Ba, ngày 16 tháng 5 năm 2023: 03 hội nghị",
    ]
    assert [(row[0], row[1]) for row in rows if len(row) > 1] == [
        ("1", "8 giờ"), ("2", "10 giờ"), ("3", "14 giờ"), ("4", "8 giờ"), ("5", "10 giờ"), ("6", "14 giờ"),
    ]  # fmt: skip


def test_the_calendar_counts_conferences_and_days() -> None:
    words = all_words(invented.calendar())
    assert "6 hội nghị (bằng chữ: sáu hội nghị), trong 2 ngày (bằng chữ: hai ngày)" in words
    one = replace(invented.given_calendar(), entries=(invented.calendar_entry(0),))
    assert "1 hội nghị (bằng chữ: một hội nghị), ngày 15 tháng 5 năm 2023" in all_words(
        conference_calendar(one)
    )


@pytest.mark.parametrize(
    "entries",
    [
        (),
        (invented.calendar_entry(0), invented.calendar_entry(0)),
        (invented.calendar_entry(0), replace(invented.calendar_entry(1), begins=invented.HOURS[0])),
    ],
)
def test_an_impossible_calendar_is_refused(entries: tuple[CalendarEntry, ...]) -> None:
    with pytest.raises(ValueError, match=r"at least one|twice|at once"):
        conference_calendar(replace(invented.given_calendar(), entries=entries))


def test_a_leader_may_look_in_at_two_conferences_of_one_hour() -> None:
    first = replace(invented.calendar_entry(0), officers=invented.OFFICERS[:1])
    second = replace(
        invented.calendar_entry(1),
        begins=first.begins,
        officers=invented.OFFICERS[1:2],
        leaders=first.leaders,
    )
    assert conference_calendar(replace(invented.given_calendar(), entries=(first, second)))


def test_the_calendar_in_excel_lies_on_its_side_with_a_line_across_for_each_day() -> None:
    (sheet,) = openpyxl.load_workbook(BytesIO(to_xlsx(invented.calendar()))).worksheets
    assert sheet.page_setup.orientation == "landscape"
    days = [row[0].value for row in sheet.iter_rows() if str(row[0].value).startswith("Thứ")]
    assert len(days) == 2
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A5:G5", "A9:G9"}
    assert sheet["B6"].value == "8 giờ"


def test_a_row_of_the_calendar_is_not_broken_across_pages() -> None:
    pages = page_texts(to_pdf(invented.calendar()))
    texts = [" ".join(page.split()) for page in pages]
    for entry in invented.given_calendar().entries:
        page = next(text for text in texts if entry.unit in text)
        assert entry.place in page


def test_the_invitation_says_when_where_and_as_what() -> None:
    words = all_words(invented.one_invitation())
    assert "10 giờ, thứ Hai, ngày 15 tháng 5 năm 2023" in words
    assert "Đại biểu chứng kiến việc niêm phong hòm phiếu" in words
    assert "." * 60 in all_words(invitation(replace(invented.given_invitation(), invited="")))


def test_an_invitation_after_the_conference_is_refused() -> None:
    late = replace(invented.given_invitation(), begins=datetime(2023, 5, 7, 8))
    with pytest.raises(ValueError, match="before"):
        invitation(late)


@pytest.mark.parametrize("stops", range(1, 7))
def test_the_sheet_of_a_day_fits_one_page(stops: int) -> None:
    made = tuple(
        replace(invented.run_stop(place % 3), begins=datetime(2023, 5, 15, 7 + place))
        for place in range(stops)
    )
    document = run_sheet(replace(invented.given_run_sheet(), stops=made))
    assert document.kind == f"HÔM NAY CÓ {stops} HỘI NGHỊ"
    assert len(page_texts(to_pdf(document))) == 1


def test_every_conference_of_the_day_has_a_box_for_each_state_and_no_telephone_number() -> None:
    document = invented.day_sheet()
    for row in tables(document)[0]:
        assert row[4].splitlines() == [f"□ {state}" for state in STATES]
        assert "Đón: Phó Hiệu trưởng" in row[2]
    assert not any(len(word) > 8 and word.isdigit() for word in all_words(document).split())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"stops": ()}, "one to six"),
        ({"stops": tuple(invented.run_stop(0) for _ in range(7))}, "one to six"),
        ({"day": date(2023, 5, 16)}, "one day"),
        ({"stops": (invented.run_stop(0), invented.run_stop(0))}, "at once"),
        ({"stops": (replace(invented.run_stop(0), officers=()),)}, "has an officer"),
    ],
)
def test_an_impossible_day_is_refused(change: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        run_sheet(replace(invented.given_run_sheet(), **change))  # type: ignore[arg-type]  # wrong on purpose


def test_no_paper_of_the_preparation_has_a_table_without_a_header() -> None:
    documents: list[Document] = [make() for make in PAPERS.values()]
    found = [block for document in documents for block in document.blocks if isinstance(block, Table)]
    assert found
    assert all(table.header for table in found)
