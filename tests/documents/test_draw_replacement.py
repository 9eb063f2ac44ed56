"""The record of a replacement says who goes, who comes and in which order; it concerns schools of the frame only."""

from dataclasses import replace
from datetime import date

import pytest

from guong.core.documents.draw_replacement import draw_replacement
from guong.core.documents.model import KeyValues, Table
from tests.documents import invented_draw


def test_it_names_both_schools_with_their_lots() -> None:
    document = draw_replacement(invented_draw.given_replacement())
    lines = dict(next(block.lines for block in document.blocks if isinstance(block, KeyValues)))
    assert lines["Trường được thay"] == "Trường Tiểu học Hoa Lan (mã TH-06), thăm thứ 2"
    assert lines["Trường vào thay"] == "Trường Tiểu học Mộc Miên (mã TH-19), dự phòng 1"


def test_the_level_is_listed_as_it_stands_afterwards() -> None:
    document = draw_replacement(invented_draw.given_replacement())
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert [row[1].text for row in table.rows] == ["TH-03", "TH-19", "TH-10", "TH-13", "TH-16"]


@pytest.mark.parametrize(
    "change", [{"level": "upper"}, {"out": "XX-01"}, {"reserve": "TH-21"}], ids=["level", "out", "excluded"]
)
def test_a_school_outside_the_frame_is_a_bug(change: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="frame"):
        draw_replacement(replace(invented_draw.given_replacement(), **change))  # type: ignore[arg-type]  # text fields only


def test_it_bears_the_day_of_the_decision() -> None:
    assert draw_replacement(invented_draw.given_replacement()).letterhead.day == date(2023, 4, 24)
