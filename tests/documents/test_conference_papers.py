"""Programme, script, minutes, dossier and announcement of a conference."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core.documents.announcement import announcement
from guong.core.documents.chair_script import chair_script
from guong.core.documents.conference_minutes import Attendance, conference_minutes, usual_proceedings
from guong.core.documents.dossier_cover import DossierPart, dossier_cover, usual_parts
from guong.core.documents.model import Heading, Photograph
from guong.core.documents.programme import LONGEST, ProgrammeItem, programme, timed, usual_items
from guong.core.documents.secrecy_words import SecrecyTerms, kept, not_hidden
from guong.core.eligibility import slips_to_print
from guong.core.questionnaire import official
from guong.render import to_docx, to_pdf
from tests.documents import invented
from tests.documents import invented_conference as papers
from tests.documents.reading import all_words, headings, tables
from tests.paper.reading import font_names, page_texts

PAPERS = {
    "programme": papers.one_programme,
    "script": papers.script,
    "minutes": papers.minutes,
    "cover": papers.cover,
    "told": papers.told,
}
BEGIN = datetime(2023, 5, 15, 8, 0)


@pytest.mark.parametrize("name", list(PAPERS))
def test_the_papers_become_pdf_and_word(name: str) -> None:
    document = PAPERS[name]()
    assert {font.split("-")[0] for font in font_names(to_pdf(document))} == {"Tinos"}
    assert to_docx(document)[:2] == b"PK"


@pytest.mark.parametrize("name", list(PAPERS))
def test_no_paper_of_a_conference_holds_a_result(name: str) -> None:
    words = all_words(PAPERS[name]())
    for form in (official("school_head"), official("ward_head")):
        assert not any(item.text in words for item in form.items if item.key != "prestige")
    assert "%" not in words


@given(st.lists(st.integers(1, 30), min_size=1, max_size=8), st.integers(7, 16))
def test_the_hours_of_a_programme_follow_one_another_and_add_up(minutes: list[int], hour: int) -> None:
    items = tuple(ProgrammeItem("Việc", "Chủ trì", n) for n in minutes)
    parts = timed(items, BEGIN.replace(hour=hour))
    assert parts[0].begins == BEGIN.replace(hour=hour)
    assert all(before.ends == after.begins for before, after in pairwise(parts))
    assert parts[-1].ends - parts[0].begins == timedelta(minutes=sum(minutes))


@pytest.mark.parametrize("subjects", [1, 2])
def test_the_usual_programme_states_its_sum(subjects: int) -> None:
    given_ = papers.given_programme(subjects)
    *rows, total = tables(programme(given_))[0]
    assert int(total[1]) == sum(int(row[4]) for row in rows) == sum(item.minutes for item in given_.items)
    assert (rows[0][1], rows[-1][1]) == (
        ("8h00 - 8h05", "9h22 - 9h25") if subjects == 1 else ("8h00 - 8h05", "9h37 - 9h40")
    )


@pytest.mark.parametrize("items", [(), (ProgrammeItem("Việc", "Chủ trì", LONGEST + 1),)])
def test_an_impossible_programme_is_refused(items: tuple[ProgrammeItem, ...]) -> None:
    with pytest.raises(ValueError, match="four hours"):
        programme(replace(papers.given_programme(), items=items))


def test_a_programme_past_midnight_or_an_item_without_a_minute_is_refused() -> None:
    with pytest.raises(ValueError, match="on its day"):
        timed((ProgrammeItem("Việc", "Chủ trì", 60),), BEGIN.replace(hour=23, minute=30))
    with pytest.raises(ValueError, match="minute"):
        ProgrammeItem("Việc", "Chủ trì", 0)
    with pytest.raises(ValueError, match="subject"):
        usual_items(leader="Chủ trì", subjects=0)


def test_the_script_follows_the_order_of_the_programme() -> None:
    assert [heading.split(". ", 1)[1] for heading in headings(papers.script())] == [
        "Tuyên bố lý do, giới thiệu đại biểu",
        "Số người có mặt",
        "Quán triệt",
        "Giới thiệu tổ kiểm phiếu",
        "Cách bỏ phiếu",
        "Mời người được góp ý rời phòng họp",
        "Bí mật được giữ thế nào",
        "Bỏ phiếu",
        "Kết thúc nhận phiếu, niêm phong",
        "Bế mạc",
    ]


def test_the_script_asks_voters_and_subject_in_the_words_of_2023() -> None:
    words = all_words(papers.script())
    assert "công tâm, khách quan, thẳng thắn" in words
    assert "cầu thị, khiêm tốn" in words
    assert "Đây không phải là lấy phiếu tín nhiệm." in words


def test_script_and_announcement_say_how_secrecy_is_kept_and_what_it_cannot_hide() -> None:
    for document in (papers.script(), papers.told()):
        words = all_words(document)
        assert all(f"- {said}" in words for said in (*kept(papers.SECRECY), *not_hidden()))


def test_the_script_counts_who_has_to_be_there() -> None:
    assert "Cần có mặt ít nhất 32 đồng chí (bằng chữ: ba mươi hai đồng chí)" in all_words(papers.script())


def test_the_script_for_two_subjects_sends_both_out() -> None:
    other = replace(papers.HEAD, name="Mai Thị Thuỳ Giang")
    words = all_words(chair_script(replace(papers.given_script(), subjects=(papers.HEAD, other))))
    assert "kính mời đồng chí Vũ Thị Ngọc Hằng và đồng chí Mai Thị Thuỳ Giang rời phòng họp" in words
    assert "mức độ uy tín cho từng đồng chí được góp ý" in words


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"subjects": ()}, "subjects"),
        ({"subjects": (invented.officials().chair,)}, "none of them leads"),
        ({"subjects": (invented.officials().board[2],)}, "none of them leads"),
        ({"roll": 0}, "summoned"),
        ({"quorum": (4, 3)}, "part of them"),
    ],
)
def test_an_impossible_script_is_refused(change: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        chair_script(replace(papers.given_script(), **change))  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.parametrize(("rows", "remarks"), [(4, 10), (5, 9)])
def test_what_is_promised_in_the_hall_is_never_below_the_floors(rows: int, remarks: int) -> None:
    with pytest.raises(ValueError, match="5 ballots"):
        SecrecyTerms("ngày mai", rows_from=rows, remarks_from=remarks)


def test_the_minutes_hold_all_that_the_archive_expects() -> None:
    document = papers.minutes()
    words = all_words(document)
    for said in (
        "Hồi 8 giờ, ngày 15 tháng 5 năm 2023, tại Hội trường Trường Tiểu học Hoa Sen",
        "Hội nghị kết thúc hồi 9 giờ 20 phút, ngày 15 tháng 5 năm 2023.",
        "03 bản (bằng chữ: ba bản)",
        "Đồng chí Hồ Vĩnh Kỳ - Uỷ viên Ban Thường vụ, Trưởng Ban Tuyên giáo Quận uỷ",
        "Đồng chí Quách Thị Tường An - Phó Trưởng phòng Nội vụ",
        "công tâm, khách quan, thẳng thắn",
        "Mạng chậm",
        "Bổ sung đồng chí Đặng Minh Giang",
        "1111 2222 3333 4444",
        "4821 0937 7715 0264",
    ):
        assert said in words
    assert tables(document)[0] == [
        ["Được triệu tập", "47", "bốn mươi bảy người"],
        ["Có mặt", "46", "bốn mươi sáu người"],
        ["Vắng mặt", "1", "một người"],
        ["- Nghỉ ốm", "1", "một người"],
    ]
    assert [signature.role for signature in document.signatures] == [
        "CHỦ TRÌ", "THƯ KÝ", "TỔ KIỂM PHIẾU", "ĐẠI BIỂU CHỨNG KIẾN",
    ]  # fmt: skip


def test_photographs_stand_in_the_annex_each_with_its_caption() -> None:
    document = papers.minutes()
    photographs = [block for block in document.annex if isinstance(block, Photograph)]
    assert len(photographs) == 2
    pages = " ".join(" ".join(page.split()) for page in page_texts(to_pdf(document)))
    assert all(photograph.caption in pages for photograph in photographs)
    assert conference_minutes(replace(papers.given_minutes(), photographs=())).annex == ()


def test_another_photograph_makes_another_paper() -> None:
    given_ = papers.given_minutes()
    other = (papers.photograph(given_.photographs[0].caption, "#ffffff"), given_.photographs[1])
    assert (
        conference_minutes(given_).content_code
        != conference_minutes(replace(given_, photographs=other)).content_code
    )


def test_minutes_without_incident_or_change_say_so() -> None:
    quiet = replace(papers.given_minutes(), incidents=(), roll_changes=(), page_codes=(), seal_code="")
    document = conference_minutes(quiet)
    assert "Không có." in all_words(document)
    assert "Danh sách không thay đổi" in all_words(document)
    assert not any(isinstance(block, Heading) and block.text.startswith("VI.") for block in document.blocks)


def test_the_minutes_say_where_the_quorum_was_missed() -> None:
    few = replace(papers.given_minutes(), attendance=Attendance(47, 31, (("Vắng không lý do", 16),)))
    assert "hội nghị không đủ điều kiện tiến hành" in all_words(conference_minutes(few))


@given(st.integers(1, 500), st.data())
def test_a_quorum_is_exactly_the_fraction_of_those_summoned(summoned: int, data: st.DataObject) -> None:
    present = data.draw(st.integers(0, summoned))
    attendance = Attendance(summoned, present, (("Nghỉ", summoned - present),))
    assert attendance.has_quorum == (present >= -(-summoned * 2 // 3))


@pytest.mark.parametrize(
    ("summoned", "present", "absent"),
    [
        (47, 48, ()),
        (47, 46, ()),
        (47, 46, (("Ốm", 2),)),
        (47, -1, (("Ốm", 48),)),
        (47, 46, (("Ốm", 2), ("Bận", -1))),
    ],
)
def test_absences_make_up_the_difference(
    summoned: int, present: int, absent: tuple[tuple[str, int], ...]
) -> None:
    with pytest.raises(ValueError, match=r"summoned|negative"):
        Attendance(summoned, present, absent)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"conference": replace(invented.conference(), ended=BEGIN)}, "ends after"),
        ({"subjects": ()}, "subjects"),
        ({"proceedings": ()}, "proceedings"),
        ({"seal_code": "4821"}, "four groups"),
        ({"photographs": (Photograph(b"", " "),)}, "caption"),
        ({"copies": 0}, "copy"),
    ],
)
def test_impossible_minutes_are_refused(change: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        conference_minutes(replace(papers.given_minutes(), **change))  # type: ignore[arg-type]  # wrong on purpose


def test_the_usual_course_says_that_the_subject_left() -> None:
    assert any("rời phòng họp trước khi phát thẻ" in step for step in usual_proceedings())
    assert any(step.startswith("Các đồng chí được góp ý") for step in usual_proceedings(subjects=2))


@given(st.integers(1, 400), st.integers(1, 60))
def test_the_dossier_counts_slips_as_they_are_printed(roll: int, sheets: int) -> None:
    parts = usual_parts(roll=roll, subjects=("A", "B"), sheets=sheets)
    assert [part.count for part in parts if part.noun == "thẻ"] == [slips_to_print(roll)]
    assert [part.count for part in parts if part.noun == "phiếu"] == [sheets, sheets]


def test_the_cover_lists_everything_in_the_order_of_use() -> None:
    rows = tables(papers.cover())[0]
    assert [row[0] for row in rows] == [str(n) for n in range(1, 10)]
    assert ["Thẻ bỏ phiếu, gấp kín, đã trộn", "52 thẻ"] in [row[1:3] for row in rows]
    assert all(row[4:] == ["□", "□"] for row in rows)
    assert "Phong bì chìa khoá hòm phiếu không để trong bộ hồ sơ này" in all_words(papers.cover())


@pytest.mark.parametrize("change", [{"parts": ()}, {"subjects": ()}, {"roll": 0}])
def test_an_impossible_dossier_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="dossier"):
        dossier_cover(replace(papers.given_cover(), **change))  # type: ignore[arg-type]  # wrong on purpose


def test_a_part_of_which_there_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        DossierPart("Thẻ bỏ phiếu", 0, "thẻ", "Khi phát thẻ")


def test_the_announcement_says_who_takes_part_and_who_does_not() -> None:
    words = all_words(papers.told())
    assert "- Cán bộ, viên chức, người lao động trong biên chế của trường." in words
    assert "- Lao động hợp đồng." in words
    assert [row[2] for row in tables(papers.told())[0]][:2] == [
        "Trường Mầm non Hoa Cúc",
        "Trường Tiểu học Hoa Sen",
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"conferences": ()}, "conferences"),
        ({"voters": ()}, "takes part"),
        (
            {
                "conferences": (
                    replace(papers.given_announcement().conferences[0], begins=datetime(2023, 5, 7, 8)),
                )
            },
            "before",
        ),
    ],
)
def test_an_impossible_announcement_is_refused(change: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        announcement(replace(papers.given_announcement(), **change))  # type: ignore[arg-type]  # wrong on purpose
