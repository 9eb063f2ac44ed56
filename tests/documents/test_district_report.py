"""The district report: what it says of a round, what it keeps back and why."""

from dataclasses import replace

import pytest

from guong.core.aggregation import KnownRow, known_row
from guong.core.disclosure import SUPPRESSED
from guong.core.documents.district_parts import DistrictReport
from guong.core.documents.district_report import district_report
from guong.core.documents.district_tables import change
from guong.core.documents.model import Document, Figure, Table
from tests.documents import invented_district as invented
from tests.documents.reading import all_words, headings


@pytest.fixture(scope="module")
def schools() -> DistrictReport:
    return invented.schools()


@pytest.fixture(scope="module")
def wards() -> DistrictReport:
    return invented.wards()


def table(document: Document, title: str) -> Table:
    """The table of that title."""
    blocks = (*document.blocks, *document.annex)
    return next(block for block in blocks if isinstance(block, Table) and block.title == title)


def exact(*levels: int) -> KnownRow:
    """A row of twenty or more ballots that is shown exactly."""
    return known_row(levels, returned=sum(levels))


def test_sections_are_numbered_without_gap(schools: DistrictReport) -> None:
    numbers = [heading.split(".")[0] for heading in headings(district_report(schools))]
    assert numbers == ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
    single = replace(schools, groups=schools.groups[:1], charts=replace(schools.charts, of_group=("",)))
    assert [heading.split(".")[0] for heading in headings(district_report(single))][-1] == "IX"


def test_each_picture_has_its_table(schools: DistrictReport) -> None:
    document = district_report(schools)
    for blocks in (document.blocks, document.annex):
        for place, block in enumerate(blocks):
            if isinstance(block, Figure):
                assert isinstance(blocks[place + 1], Table)


def test_every_criterion_has_its_row_in_the_forms_words(schools: DistrictReport) -> None:
    rows = table(district_report(schools), "Bốn mức của từng nội dung, cả đợt").rows
    assert [row[1].text for row in rows] == [item.text for item in schools.form.items[:-1]]


def test_a_small_group_is_named_with_its_reason_and_has_no_figure(schools: DistrictReport) -> None:
    document = district_report(schools)
    assert f"Trường Mầm non Bình Yên): {SUPPRESSED}" in all_words(document)
    people = table(document, "Mầm non, từng đồng chí").header[0]
    assert not any("Bình Yên" in cell.text for cell in people)


def test_a_group_of_seven_is_said_to_be_merged(schools: DistrictReport) -> None:
    words = all_words(district_report(schools))
    assert "Gộp bốn mức thành hai vì có dưới 10 phiếu: Giáp Thị Hạnh (Trường Tiểu học Cầu Vồng)" in words


def test_sums_of_coded_rows_are_ranges_and_the_report_says_why(schools: DistrictReport) -> None:
    document = district_report(schools)
    cells = [
        cell.text for row in table(document, "Bốn mức của từng nội dung, cả đợt").rows for cell in row[2:]
    ]
    assert any("–" in cell for cell in cells)
    assert "sẽ làm lộ kết quả ấy" in all_words(document)


def test_nobody_is_ranked(wards: DistrictReport) -> None:
    people = table(district_report(wards), "Bí thư Đảng uỷ, từng đồng chí").header[0][2:]
    assert [cell.text.split("\n")[1] for cell in people] == [f"Phường {ward}" for ward in invented.WARDS]


def test_people_stand_in_columns_with_all_eighteen_criteria(wards: DistrictReport) -> None:
    people = table(district_report(wards), "Chủ tịch UBND, từng đồng chí")
    assert len(people.columns) == 2 + 14
    assert len(people.rows) == 18 + 2


def test_a_criterion_that_was_worded_otherwise_is_not_compared(wards: DistrictReport) -> None:
    document = district_report(wards)
    assert len(table(document, "So với đợt trước").rows) == 17
    assert "1 nội dung có câu chữ khác nên không so sánh" in all_words(document)


def test_without_an_earlier_round_the_report_says_so(schools: DistrictReport) -> None:
    assert "Không có đợt trước hỏi cùng câu chữ để so sánh." in all_words(district_report(schools))


def test_words_not_written_yet_leave_dots(schools: DistrictReport) -> None:
    words = all_words(district_report(replace(schools, assessment=(), proposals=())))
    assert words.count("…" * 40) == 2


def test_a_withheld_channel_is_said_to_be_withheld(schools: DistrictReport) -> None:
    words = all_words(district_report(replace(schools, channels=None)))
    assert f"Phiếu theo hình thức\n{SUPPRESSED}." in words
    assert "thiết bị, " not in words


def test_the_total_line_is_the_sum_of_its_lines(schools: DistrictReport) -> None:
    *lines, total = table(district_report(schools), "Số người tham gia").rows
    for place in (1, 2, 3, 4, 6):
        assert int(total[place].text) == sum(int(line[place].text) for line in lines)


def test_a_round_without_any_result_shows_one_sentence(schools: DistrictReport) -> None:
    nothing = replace(schools.whole, subjects=0)
    empty = replace(schools, whole=nothing, groups=(), subjects=())
    document = district_report(empty)
    assert SUPPRESSED in all_words(document)
    assert not any(isinstance(block, Figure) for block in (*document.blocks, *document.annex))


@pytest.mark.parametrize(
    ("before", "now", "text"),
    [
        (exact(10, 10, 10, 10), exact(20, 10, 5, 5), "+25,0"),
        (exact(20, 10, 5, 5), exact(10, 10, 10, 10), "-25,0"),
        (exact(20, 10, 5, 5), exact(20, 10, 5, 5), "0,0"),
        (exact(10, 10, 10, 10), known_row((40, 0, 0, 0), returned=40), "tăng"),
        (known_row((40, 0, 0, 0), returned=40), exact(10, 10, 10, 10), "giảm"),
        (known_row((40, 0, 0, 0), returned=40), known_row((38, 2, 0, 0), returned=40), "chưa rõ"),
    ],
)
def test_a_change_is_told_as_far_as_it_is_known(before: KnownRow, now: KnownRow, text: str) -> None:
    assert change(before, now) == text
