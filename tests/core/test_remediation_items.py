"""What a plan must say, and which criteria it proposes first."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core.aggregation import known_row
from guong.core.outcome import Refused
from guong.core.remediation.closing import Reported, fault_of_report, unfit_to_close
from guong.core.remediation.items import ItemText, Milestone, fault_of, lacking, unfit_to_submit
from guong.core.remediation.need import most_in_need

TODAY = date(2023, 6, 15)
WHOLE = ItemText(
    criterion="school_head_02",
    shortcoming="Chưa lắng nghe ý kiến trước khi quyết định",
    cause="Họp gấp, ít thời gian",
    measure="Gửi dự thảo trước ba ngày",
    expected="Mọi việc lớn được bàn trong hội đồng",
    owner="Hiệu trưởng",
    due_on=date(2023, 12, 31),
    milestones=(Milestone("Ban hành quy chế họp", date(2023, 9, 30)),),
)


def reason(outcome: Refused | None) -> str:
    return outcome.reason if outcome else ""


@pytest.mark.parametrize(
    ("item", "wanted"),
    [
        (WHOLE, ""),
        (ItemText("", shortcoming="Họp dài"), ""),
        (ItemText("", shortcoming="   "), "empty_item"),
        (replace(WHOLE, cause="a" * 2001), "long_item"),
        (replace(WHOLE, due_on=TODAY - timedelta(days=1)), "due_in_past"),
        (replace(WHOLE, due_on=date(2025, 6, 16)), "due_too_far"),
        (replace(WHOLE, due_on=date(2023, 9, 29)), "milestone_after_due"),
        (replace(WHOLE, milestones=WHOLE.milestones * 4), "too_many_milestones"),
    ],
)
def test_a_draft_may_lack_anything_but_may_not_be_nonsense(item: ItemText, wanted: str) -> None:
    assert reason(fault_of(item, today=TODAY)) == wanted


def test_only_a_whole_plan_is_submitted_and_the_refusal_names_what_is_missing() -> None:
    assert reason(unfit_to_submit([])) == "no_items"
    gaps = unfit_to_submit([WHOLE, replace(WHOLE, cause="", due_on=None)])
    assert gaps is not None
    assert gaps.sentence == "Mục 2 còn thiếu nguyên nhân, thời hạn. Đề nghị ghi đủ rồi trình."
    assert unfit_to_submit([WHOLE]) is None


@given(st.sampled_from(["shortcoming", "cause", "measure", "expected", "owner"]))
def test_each_part_is_needed(part: str) -> None:
    assert len(lacking(replace(WHOLE, **{part: " "}))) == 1  # type: ignore[arg-type]


def test_a_plan_ends_only_with_every_point_done_and_shown() -> None:
    assert reason(unfit_to_close([Reported(100, 1), Reported(90, 3)])) == "not_done"
    assert reason(unfit_to_close([Reported(100, 1), Reported(100, 0)])) == "no_evidence"
    assert unfit_to_close([Reported(100, 1)]) is None


def test_a_report_says_something_and_falls_only_with_a_reason() -> None:
    assert reason(fault_of_report(101, "Xong", before=0)) == "bad_share"
    assert reason(fault_of_report(50, " ", before=0)) == "nothing_said"
    assert reason(fault_of_report(30, "Làm lại", before=50)) == "goes_back"
    assert fault_of_report(30, "Phải soạn lại quy chế vì hội đồng góp ý nhiều.", before=50) is None


@given(st.lists(st.tuples(*[st.integers(0, 8)] * 3), min_size=2, max_size=15))
def test_the_order_of_need_is_that_of_the_shares_that_are_shown(rows: list[tuple[int, int, int]]) -> None:
    returned = 40
    known = [known_row((returned - sum(row), *row), returned=returned) for row in rows]
    ordered = most_in_need(known, lambda row: row)
    middles = [row.better.low + row.better.high for row in ordered]
    assert middles == sorted(middles)


@given(st.permutations([0, 1, 2]), st.permutations([0, 1, 2]))
def test_coded_rows_keep_the_order_of_the_form_whatever_hides_in_them(
    first: list[int], second: list[int]
) -> None:
    def order(hidden: list[int]) -> list[int]:
        rows = [(place, known_row((34 - one, one, 0, 0), returned=34)) for place, one in enumerate(hidden)]
        return [place for place, _ in most_in_need(rows, lambda row: row[1])]

    assert order(first) == order(second) == [0, 1, 2]
