"""The announcement after a round: that it took place and how many came; nothing of any answer."""

from dataclasses import replace
from datetime import date

import pytest

from guong.core.documents.model import Letterhead, Profile, Signature
from guong.core.documents.round_announcement import AnnouncedSites, RoundAnnouncement, round_announcement
from tests.documents.reading import all_words, tables


def given() -> RoundAnnouncement:
    """An invented round of fifteen schools."""
    return RoundAnnouncement(
        letterhead=Letterhead(
            Profile.PARTY, "Quận uỷ Hoa Sen", "Ban Tuyên giáo", "Hoa Sen", date(2023, 5, 26)
        ),
        plan="Kế hoạch số 167-KH/QU, ngày 27/01/2023",
        round_name="Các trường học",
        begins_on=date(2023, 5, 15),
        ends_on=date(2023, 5, 19),
        subjects=15,
        sites=(AnnouncedSites("Mầm non", 5, 231, 225), AnnouncedSites("Cả đợt", 15, 720, 698)),
        signature=Signature("TRƯỞNG BAN"),
        recipients=("Lưu.",),
        rule_set="Quy tắc áp dụng, bản 1",
    )


def test_it_says_that_the_round_took_place_and_how_many_came() -> None:
    words = all_words(round_announcement(given()))
    assert "từ ngày 15 tháng 5 năm 2023 đến ngày 19 tháng 5 năm 2023" in words
    assert "15 hội nghị (bằng chữ: mười lăm hội nghị)" in words
    assert "698 người (bằng chữ: sáu trăm chín mươi tám người)" in words


def test_it_holds_no_word_of_a_result() -> None:
    words = all_words(round_announcement(given()))
    assert not any(
        word in words for word in ("Rất tốt", "Tốt", "Trung bình", "uy tín", "hợp lệ", "phiếu giấy")
    )
    (rows,) = tables(round_announcement(given()))
    assert rows == [["Mầm non", "5", "231", "225", "97,4"], ["Cả đợt", "15", "720", "698", "96,9"]]


def test_a_round_of_one_day_names_the_day_once() -> None:
    words = all_words(round_announcement(replace(given(), ends_on=date(2023, 5, 15))))
    assert "đến ngày" not in words


def test_nothing_is_announced_that_did_not_take_place() -> None:
    with pytest.raises(ValueError, match="no conference"):
        round_announcement(replace(given(), sites=(AnnouncedSites("Cả đợt", 0, 0, 0),)))
