"""The ward form names the year and the level of the lead body (seed 001, ward item 10)."""

import pytest

from guong.core.questionnaire import level_word, official


def test_the_form_of_2023_is_the_official_one_word_for_word() -> None:
    item = official("ward_head").items[9]
    assert item.text == "Chủ động, quyết liệt trong thực hiện chủ đề công tác năm 2023 của Quận"
    assert official("ward_head").version == "2023"


def test_another_year_and_level_change_item_ten_and_the_version_only() -> None:
    before, after = official("ward_head"), official("ward_head", year=2026, organisation="Phường")
    assert after.items[9].text == "Chủ động, quyết liệt trong thực hiện chủ đề công tác năm 2026 của Phường"
    assert [item for item in after.items if item.number != "10"] == [
        item for item in before.items if item.number != "10"
    ]
    assert after.version == "2023, 2026 Phường"
    assert after.digest != before.digest


def test_the_school_form_names_no_year_and_stays_comparable() -> None:
    assert official("school_head", year=2030, organisation="Xã").digest == official("school_head").digest


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("Quận uỷ Hoa Sen", "Quận"),
        ("Huyện uỷ Hoa Sen", "Huyện"),
        ("Đảng uỷ phường Hoa Sen", "Phường"),
        ("Đảng ủy xã Hoa Sen", "Xã"),
        ("QUẬN UỶ HOA SEN", "Quận"),
        ("", "Quận"),
    ],
)
def test_the_level_is_read_from_the_name_of_the_lead_body(body: str, word: str) -> None:
    assert level_word(body) == word
