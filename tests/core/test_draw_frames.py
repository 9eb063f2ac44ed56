"""A frozen frame is read back whole from its bytes; a lot is judged while it is still in the hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core.draw import (
    Frame,
    check_lot,
    draw_by_hand,
    frame_record,
    frame_shortage,
    freeze_frame,
    propose_frame,
    read_frame,
)
from guong.core.outcome import Refused
from tests.core.schools import LONG_AGO, frozen, school, schools, terms

NEW = date(2023, 1, 3)


def days(frame: Frame) -> dict[str, date]:
    entries = [*frame.without_level, *(entry for level in frame.levels for entry in level.excluded)]
    return {entry.unit: entry.eligible_on for entry in entries if entry.eligible_on}


@given(
    st.lists(st.sampled_from([(LONG_AGO,), (NEW,), (NEW, LONG_AGO), ()]), min_size=0, max_size=12),
    st.booleans(),
)
def test_a_frozen_frame_is_read_back_whole(heads: list[tuple[date, ...]], lost: bool) -> None:
    odd = [school(f"TH-{place}", heads_since=since) for place, since in enumerate(heads, 50)]
    frame = freeze_frame(terms(), [*schools(), *odd, *([school("TT-01", None)] if lost else [])])
    assert isinstance(frame, Frame)
    assert read_frame(frame_record(frame), eligible_on=days(frame)) == frame


@pytest.mark.parametrize("data", [b"", b"{}", b'{"format":"guong/draw-frame/v1"}', b"[]"])
def test_other_bytes_are_no_frame(data: bytes) -> None:
    with pytest.raises(ValueError, match="JSON|frozen frame"):
        read_frame(data, eligible_on={})


def test_bytes_with_an_additional_field_are_no_frame() -> None:
    data = frame_record(frozen()).replace(b'"draw":', b'"dray":"x","draw":')
    with pytest.raises(ValueError, match="JSON|frozen frame|same value"):
        read_frame(data, eligible_on={})


def test_a_frame_that_is_too_small_can_be_shown_with_its_reasons() -> None:
    few = [
        school("TH-01"),
        school("TH-02", heads_since=()),
        *(entry for entry in schools() if entry.level != "primary"),
    ]
    frame = propose_frame(terms(), few)
    assert isinstance(frame, Frame)
    assert [level.reserves for level in frame.levels] == [2, 0, 2]
    shortage = frame_shortage(frame)
    assert isinstance(shortage, Refused)
    assert shortage.reason == "frame_too_small"
    assert freeze_frame(terms(), few) == shortage


@given(st.permutations([f"TH-0{n}" for n in range(1, 10)]))
def test_lots_accepted_one_by_one_make_a_draw(order: list[str]) -> None:
    frame = frozen()
    drawn: list[str] = []
    for unit in order:
        refused = check_lot(frame, "primary", drawn, unit)
        assert (refused is None) is (len(drawn) < 7)
        if refused is None:
            drawn.append(unit)
    others = {level.terms.key: [entry.unit for entry in level.units[:7]] for level in frame.levels}
    assert not isinstance(draw_by_hand(frame, others | {"primary": drawn}), Refused)


@pytest.mark.parametrize(
    ("level", "drawn", "unit", "reason"),
    [
        ("primary", ["TH-01"], "TH-01", "lot_twice"),
        ("primary", [], "MN-01", "lot_of_another_level"),
        ("primary", [], "TH-99", "not_in_frame"),
        ("upper_secondary", [], "TH-01", "unknown_level"),
        ("primary", [f"TH-0{n}" for n in range(1, 8)], "TH-08", "level_full"),
    ],
    ids=["twice", "level", "stranger", "unknown", "full"],
)
def test_a_lot_that_cannot_be_next_is_refused(level: str, drawn: list[str], unit: str, reason: str) -> None:
    refused = check_lot(frozen(), level, drawn, unit)
    assert isinstance(refused, Refused)
    assert refused.reason == reason
