"""What a new plan starts with."""

import unicodedata
from datetime import date

import pytest

from guong.core.plan_template import BodyWords, body_words, filled, first_day, template_levels


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Quận uỷ Hoa Sen", BodyWords("Quận uỷ", "quận", "quận Hoa Sen")),
        ("Huyện ủy Hoa Mai", BodyWords("Huyện ủy", "huyện", "huyện Hoa Mai")),
        ("Thị uỷ Hoa Lan", BodyWords("Thị uỷ", "thị xã", "thị xã Hoa Lan")),
        ("Đảng uỷ phường Hoa Sen", BodyWords("Đảng uỷ phường", "phường", "phường Hoa Sen")),
        ("Đảng bộ Sao Mai", BodyWords("Đảng bộ Sao Mai", "Đảng bộ Sao Mai", "Đảng bộ Sao Mai")),
    ],
)
def test_a_body_is_named_as_sentences_name_it(name: str, words: BodyWords) -> None:
    assert body_words(name) == words


def test_the_district_template_has_every_part_of_the_plan_of_2023() -> None:
    template = filled("district", body="Quận uỷ Hoa Sen", year=2023, wards=14)
    assert template is not None
    assert (len(template.purposes), len(template.requirements), len(template.methods)) == (4, 3, 3)
    assert [(body, len(tasks)) for body, tasks in template.duties] == [
        ("Ban Tuyên giáo Quận uỷ", 4),
        ("Ban Tổ chức Quận uỷ", 2),
        ("UBND Quận", 2),
        ("Đảng uỷ 14 phường", 2),
    ]
    assert template.title.endswith("trên địa bàn quận Hoa Sen năm 2023")
    assert template.subjects["ward_head"] == ("Đồng chí Bí thư Đảng uỷ, Chủ tịch UBND 14 phường.",)


def test_its_rounds_are_those_weeks_of_may_and_october() -> None:
    template = filled("district", body="Quận uỷ Hoa Sen", year=2023, wards=0)
    assert template is not None
    assert [(entry.kind, entry.begins_on, entry.ends_on) for entry in template.rounds] == [
        ("school_head", date(2023, 5, 15), date(2023, 5, 19)),
        ("ward_head", date(2023, 10, 9), date(2023, 10, 20)),
    ]
    assert "các phường" in template.subjects["ward_head"][0]


def test_a_commune_asks_about_its_schools_only_and_draws_no_lots() -> None:
    template = filled("ward", body="Đảng uỷ phường Hoa Sen", year=2026, wards=0)
    assert template is not None
    assert [entry.kind for entry in template.rounds] == ["school_head"]
    assert not template.draws
    assert "phường Hoa Sen năm 2026" in template.title


@pytest.mark.parametrize("level", sorted(template_levels()))
def test_no_template_leaves_a_blank_or_names_the_world_of_the_seeds(level: str) -> None:
    words = repr(filled(level, body="Quận uỷ Hoa Sen", year=2031, wards=3))
    assert "{" not in words.replace("{'", "")
    assert not [name for name in ("Long Biên", "2023", "167") if name in words]
    assert unicodedata.is_normalized("NFC", words)


def test_a_school_has_no_template() -> None:
    assert filled("primary", body="Trường Tiểu học Hoa Sen", year=2023, wards=0) is None


def test_a_month_that_begins_on_a_monday_has_its_first_week_there() -> None:
    assert first_day(2023, 5, 1) == date(2023, 5, 1)
    assert first_day(2023, 10, 2) == date(2023, 10, 9)
