"""The plan says what plan 167-KH/QU says, part by part, and its annex says the rules and the ballots."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core.documents.model import Heading, Paragraph, Table
from guong.core.documents.plan import PlanDuty, plan
from guong.core.documents.rule_sheet import RuleSheet, rule_lines
from guong.core.draw import Method
from guong.core.questionnaire import official
from guong.render import to_docx, to_pdf
from tests.documents import invented_plan as invented
from tests.documents.reading import all_words, headings
from tests.paper.reading import font_names, page_texts


def test_the_parts_stand_in_the_order_of_the_model_plan() -> None:
    assert headings(invented.document()) == [
        "I. MỤC ĐÍCH, YÊU CẦU",
        "1. Mục đích",
        "2. Yêu cầu",
        "II. NỘI DUNG, ĐỐI TƯỢNG VÀ CÁCH THỨC TRIỂN KHAI",
        "1. Nội dung lấy ý kiến",
        "2. Đối tượng thực hiện",
        "3. Cách thức triển khai",
        "4. Thời gian thực hiện",
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Ban Tuyên giáo Quận uỷ",
        "2. Ban Tổ chức Quận uỷ",
        "3. UBND Quận",
        "4. Đảng uỷ 14 phường",
    ]


def test_the_opening_sentence_joins_all_bases_and_names_the_matter() -> None:
    first = invented.document().blocks[0]
    assert isinstance(first, Paragraph)
    words = first.runs[0].text
    assert words.startswith("Thực hiện Chương trình 01-CTr/QU, ngày 15/10/2020")
    assert all(base in words for base in invented.BASES)
    assert words.endswith("Ban Thường vụ Quận uỷ ban hành Kế hoạch l" + invented.MATTER[1:] + " như sau:")


def test_the_last_sentence_ends_the_plan_with_the_official_mark() -> None:
    last = invented.document().blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.runs[0].text.endswith("nghiêm túc triển khai thực hiện./.")


def test_contract_staff_are_left_out_in_italics() -> None:
    runs = [run for block in invented.document().blocks if isinstance(block, Paragraph) for run in block.runs]
    assert [run.text for run in runs if run.italic][-1] == "trừ lao động hợp đồng"


def test_the_months_of_the_plan_are_those_of_its_rules() -> None:
    five = replace(invented.given_plan(), rules=replace(invented.RULES, months_in_post=5))
    assert "đơn vị mới dưới 5 tháng" in all_words(plan(five))
    assert "từ đủ 05 tháng trở lên" in all_words(plan(five))


def test_the_annex_holds_every_item_of_both_ballots() -> None:
    tables = [block for block in invented.document().annex if isinstance(block, Table)][1:]
    for table, key, number in zip(tables, ("school_head", "ward_head"), (15, 18), strict=True):
        wordings = [item.text for item in official(key).items if item.key != "prestige"]
        assert [row[1].text for row in table.rows] == wordings
        assert len(wordings) == number


def test_every_rule_of_the_sheet_stands_in_the_annex() -> None:
    table = next(block for block in invented.document().annex if isinstance(block, Table))
    assert [(row[1].text, row[2].text) for row in table.rows] == list(rule_lines(invented.RULES))


def test_the_rules_name_reference_days_quorum_thresholds_and_the_way_of_drawing() -> None:
    words = dict(rule_lines(invented.RULES))
    assert (
        "ngày 15 tháng 5 năm 2023 (đợt trường học) và ngày 09 tháng 10 năm 2023"
        in words["Thời gian giữ chức vụ"]
    )
    assert words["Số người cần có mặt"] == "Ít nhất 2/3 số người được triệu tập."
    assert words["Nhóm có ít người"].startswith("Dưới 05 phiếu thì không mở")
    assert "Mầm non 05 trường, dự phòng 02" in words["Gắp thăm"]
    assert "từ hộp" in words["Gắp thăm"]
    computed = dict(rule_lines(replace(invented.RULES, draw_method=Method.COMPUTED)))
    assert "ai cũng tính lại được" in computed["Gắp thăm"]


def test_a_plan_without_a_draw_has_no_rule_on_lots() -> None:
    assert "Gắp thăm" not in dict(rule_lines(replace(invented.RULES, levels=())))


@pytest.mark.parametrize(
    "part", ["bases", "purposes", "subjects", "voters", "method", "times", "duties", "forms", "recipients"]
)
def test_a_plan_that_lacks_a_part_is_refused(part: str) -> None:
    with pytest.raises(ValueError, match=part):
        plan(replace(invented.given_plan(), **{part: ()}))  # type: ignore[arg-type]  # every part is a tuple


def test_a_body_without_a_task_is_refused() -> None:
    with pytest.raises(ValueError, match="task"):
        plan(replace(invented.given_plan(), duties=(PlanDuty("UBND Quận", ()),)))


@pytest.mark.parametrize(
    "change",
    [
        {"quorum": (0, 3)},
        {"quorum": (4, 3)},
        {"rows_from": 4},
        {"remarks_from": 9},
        {"rows_from": 12},
        {"months_in_post": -1},
        {"keep_months": 0},
        {"references": ()},
    ],
)
def test_impossible_rules_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"quorum|results need|months"):
        replace(invented.RULES, **change)  # type: ignore[arg-type]  # wrong on purpose


@given(rows=st.integers(5, 40), more=st.integers(0, 40))
def test_thresholds_may_only_be_raised_and_are_printed_as_they_are(rows: int, more: int) -> None:
    remarks = max(10, rows + more)
    rules: RuleSheet = replace(invented.RULES, rows_from=rows, remarks_from=remarks)
    words = dict(rule_lines(rules))["Nhóm có ít người"]
    assert f"Dưới {rows:02d} phiếu thì không mở" in words
    assert f"Dưới {remarks} phiếu thì ghi chú" in words


def test_no_heading_stands_in_the_annex_twice() -> None:
    found = [block.text for block in invented.document().annex if isinstance(block, Heading)]
    assert len(found) == len(set(found)) == 4


def test_the_plan_becomes_pdf_and_word() -> None:
    pdf = to_pdf(invented.document())
    assert {font.split("-")[0] for font in font_names(pdf)} == {"Tinos"}
    pages = page_texts(pdf)
    signed = next(page for page in pages if "T/M BAN THƯỜNG VỤ" in page)
    assert "triển khai thực hiện./." in " ".join(signed.split())
    assert to_docx(invented.document())[:2] == b"PK"
