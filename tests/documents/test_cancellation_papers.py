"""The notice that a conference is cancelled and the minutes of its slips: what they say and what they refuse."""

from dataclasses import replace
from datetime import date

import pytest

from guong.core.documents.cancellation_notice import cancellation_notice
from guong.core.documents.model import Document
from guong.core.documents.parties import Person
from guong.core.documents.slip_destruction_minutes import KeyEnvelopes, slip_destruction_minutes
from guong.render import to_docx, to_pdf
from tests.documents.invented_cancellation import MINUTES, NOTICE, notice, slips
from tests.documents.reading import all_words
from tests.paper.reading import font_names


def test_the_notice_says_which_conference_why_and_who_decided() -> None:
    words = all_words(cancellation_notice(NOTICE))
    assert "Huỷ hội nghị lấy ý kiến góp ý người đứng đầu Trường Tiểu học Hoa Sen" in words
    assert "Trường sáp nhập từ ngày 11/5/2023." in words
    assert "đồng chí Tạ Thị Lan Chi, Trưởng Ban." in words
    assert "8 giờ, thứ Hai, ngày 15 tháng 5 năm 2023" in words


def test_the_notice_takes_invitations_and_slips_back_and_names_who_comes_instead() -> None:
    words = all_words(cancellation_notice(NOTICE))
    assert "không còn giá trị: Số 01-GM; Số 02-GM" in words
    assert "ai đang giữ thẻ thì nộp về BAN TUYÊN GIÁO để huỷ" in words
    assert "Đơn vị vào thay: Trường Tiểu học Cầu Vồng" in words


def test_a_notice_without_slips_or_papers_speaks_of_none() -> None:
    words = all_words(cancellation_notice(replace(NOTICE, has_slips=False, papers=(), instead="")))
    assert "Thẻ bỏ phiếu" not in words
    assert "không còn giá trị" not in words
    assert "Đơn vị vào thay" not in words


@pytest.mark.parametrize(
    "change", [{"reason": " "}, {"decided_by": ""}, {"cancelled_on": date(2023, 5, 13)}], ids=str
)
def test_a_notice_that_cannot_be_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"cancellation|notice"):
        cancellation_notice(replace(NOTICE, **change))  # type: ignore[arg-type]


def test_the_minutes_count_slips_in_digits_and_words() -> None:
    words = all_words(slip_destruction_minutes(MINUTES))
    assert "47 thẻ (bằng chữ: bốn mươi bảy thẻ)" in words
    assert "46 thẻ (bằng chữ: bốn mươi sáu thẻ)" in words
    assert "1 thẻ (bằng chữ: một thẻ)" in words
    assert "Một thẻ rách khi cắt, đã bỏ." in words


def test_the_minutes_say_that_even_a_lost_slip_cannot_vote() -> None:
    words = all_words(slip_destruction_minutes(MINUTES))
    assert "kể cả thẻ chưa thu được, không bỏ phiếu được nữa" in words


@pytest.mark.parametrize(
    ("envelopes", "said"),
    [
        (KeyEnvelopes.SHARED, "người được giao tiếp tục giữ"),
        (KeyEnvelopes.OWN, "được huỷ cùng thẻ bỏ phiếu"),
        (KeyEnvelopes.NONE, "Chưa làm phong bì chìa khoá"),
    ],
)
def test_the_minutes_say_what_becomes_of_the_key_envelopes(envelopes: KeyEnvelopes, said: str) -> None:
    assert said in all_words(slip_destruction_minutes(replace(MINUTES, envelopes=envelopes)))


@pytest.mark.parametrize(
    "change",
    [
        {"collected": 48},
        {"remark": " "},
        {"witness": Person("Vũ Đình Khải")},
        {"cancelled_on": date(2023, 5, 13)},
    ],
    ids=str,
)
def test_minutes_that_cannot_be_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"slips|witnesses"):
        slip_destruction_minutes(replace(MINUTES, **change))  # type: ignore[arg-type]


@pytest.mark.parametrize("document", [notice(), slips()], ids=["notice", "slips"])
def test_both_papers_become_pdf_and_word(document: Document) -> None:
    assert {font.split("-")[0] for font in font_names(to_pdf(document))} == {"Tinos"}
    assert to_docx(document)[:2] == b"PK"
