"""The papers of a release: who reads what in them, what stays out, and one page that is one page."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdfium2
import pytest

from guong.core.aggregation import KnownRow, known_row
from guong.core.documents.committee_page import committee_page, proposed_conclusions
from guong.core.documents.model import Document
from guong.core.documents.result_notice import result_notice
from guong.core.questionnaire import Item, official
from guong.render import to_docx, to_pdf
from tests.documents import invented_release
from tests.documents.reading import all_words

LEVELS = ("Rất tốt", "Tốt", "Trung bình", "Yếu kém")
FIGURELESS = (invented_release.conclusion, invented_release.year_end, invented_release.news)


def test_the_notice_is_for_the_person_alone_and_says_by_when_the_plan_is_due() -> None:
    words = all_words(invented_release.notice())
    assert f"Kính gửi: {invented_release.HEAD.printed}" in words
    assert "chỉ người nhận mở" in words
    assert "chậm nhất ngày 30 tháng 6 năm 2023" in words
    assert [one.role for one in invented_release.notice().signatures] == ["NGƯỜI NHẬN", "TRƯỞNG BAN"]


def test_the_notice_carries_the_persons_own_result_as_its_annex() -> None:
    notice = invented_release.notice()
    assert notice.annex == invented_release.given_notice().summary.blocks


def test_a_plan_due_before_the_notice_is_a_mistake() -> None:
    given = replace(invented_release.given_notice(), plan_due=date(2023, 5, 1))
    with pytest.raises(ValueError, match="due after"):
        result_notice(given)


@pytest.mark.slow
def test_the_committees_page_is_one_page_with_four_numbers_and_three_conclusions() -> None:
    page = invented_release.page()
    assert len(pypdfium2.PdfDocument(to_pdf(page))) == 1
    words = all_words(page)
    for told in (
        "đồng chí được góp ý",
        "người tham gia",
        "có mặt trên số triệu tập",
        "ý kiến trong bảng tổng hợp",
    ):
        assert told in words
    assert len(invented_release.given_page().conclusions) == 3


def test_a_round_without_a_picture_says_why() -> None:
    words = all_words(committee_page(replace(invented_release.given_page(), chart="")))
    assert "không công bố vì nhóm có ít người" in words


@pytest.mark.parametrize("make", FIGURELESS)
def test_what_others_read_holds_no_word_of_a_result(make: object) -> None:
    assert callable(make)
    document = make()
    assert isinstance(document, Document)
    words = all_words(document)
    assert not [word for word in (*LEVELS, "uy tín", "hợp lệ") if word in words]


def rows(*worse: int) -> list[KnownRow]:
    return [known_row((100 - one, 0, one, 0), returned=100) for one in worse]


def items(number: int) -> list[Item]:
    return [item for item in official("school_head").items if len(item.levels) == 4][:number]


def test_the_second_conclusion_names_the_two_items_most_in_need() -> None:
    second = proposed_conclusions(items(4), rows(10, 40, 20, 30))[1]
    assert "nội dung 2 (phát huy dân chủ)" in second
    assert "nội dung 4 (" in second
    assert "nội dung 3 (" not in second


def test_where_nobody_ticked_a_worse_level_no_item_is_named() -> None:
    assert "nội dung 1" not in proposed_conclusions(items(2), rows(0, 0))[1]


@pytest.mark.slow
@pytest.mark.parametrize(
    "make", [invented_release.notice, invented_release.page, *FIGURELESS], ids=lambda make: make.__name__
)
def test_each_paper_becomes_word_and_pdf(make: object) -> None:
    assert callable(make)
    document = make()
    assert to_pdf(document).startswith(b"%PDF")
    assert BytesIO(to_docx(document)).read(2) == b"PK"
