"""The rule sheet: defaults, floors, words (DESIGN §5, §8)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core import plan_rules
from guong.core.draw import LevelTerms, Method
from guong.core.outcome import Refused
from guong.core.plan_rules import DEFAULT, RuleSheet, as_data, checked, chosen_lines, from_data

SHEETS = st.builds(
    RuleSheet,
    name=st.text(min_size=1, max_size=20),
    months_in_post=st.integers(1, 60),
    draw_method=st.sampled_from(Method),
    levels=st.lists(
        st.builds(
            LevelTerms, st.sampled_from(["a", "b"]), st.just("Cấp"), st.integers(1, 9), st.integers(0, 9)
        ),
        max_size=3,
    ).map(tuple),
    rows_from=st.integers(5, 30),
    remarks_from=st.integers(30, 99),
    quorum=st.sampled_from(plan_rules.QUORUMS),
)


def test_the_defaults_are_those_of_the_design() -> None:
    assert (DEFAULT.months_in_post, DEFAULT.draw_method, DEFAULT.quorum) == (6, Method.CUSTOM, (2, 3))
    assert (DEFAULT.rows_from, DEFAULT.remarks_from) == (5, 10)
    assert [(level.key, level.to_draw) for level in DEFAULT.levels] == [
        ("preschool", 5),
        ("primary", 5),
        ("lower_secondary", 5),
    ]
    assert checked(DEFAULT) == DEFAULT


@given(SHEETS)
def test_a_sheet_survives_being_written_down(sheet: RuleSheet) -> None:
    assert from_data(as_data(sheet), number=3) == replace(sheet, number=3)


@given(SHEETS)
def test_every_allowed_sheet_passes(sheet: RuleSheet) -> None:
    assert checked(sheet) == sheet


@pytest.mark.parametrize(
    ("sheet", "reason"),
    [
        (replace(DEFAULT, rows_from=4), "threshold_below_floor"),
        (replace(DEFAULT, remarks_from=9), "threshold_below_floor"),
        (replace(DEFAULT, remarks_from=1000), "threshold_too_high"),
        (replace(DEFAULT, rows_from=11), "remarks_below_rows"),
        (replace(DEFAULT, months_in_post=0), "months_out_of_range"),
        (replace(DEFAULT, quorum=(1, 3)), "unknown_quorum"),
        (replace(DEFAULT, levels=(LevelTerms("a", "Tiểu học", 0, 2),)), "nothing_to_draw"),
        (replace(DEFAULT, levels=(LevelTerms("a", "Tiểu học", 100, 0),)), "bad_level_numbers"),
    ],
)
def test_a_sheet_that_breaks_a_limit_is_refused(sheet: RuleSheet, reason: str) -> None:
    outcome = checked(sheet)
    assert isinstance(outcome, Refused)
    assert outcome.reason == reason


@given(st.integers(5, 50), st.integers(5, 50))
def test_a_threshold_once_issued_is_never_lowered(before: int, after: int) -> None:
    first, then = (replace(DEFAULT, rows_from=rows, remarks_from=50) for rows in (before, after))
    outcome = checked(then, before=first)
    assert isinstance(outcome, Refused) is (after < before)


@given(st.integers(0, 5000), st.sampled_from(plan_rules.QUORUMS))
def test_the_quorum_is_the_least_number_that_reaches_the_share(summoned: int, share: tuple[int, int]) -> None:
    least = replace(DEFAULT, quorum=share).quorum_of(summoned)
    assert least * share[1] >= summoned * share[0]
    assert least == 0 or (least - 1) * share[1] < summoned * share[0]


def test_a_level_of_which_nothing_is_drawn_takes_no_part_in_the_draw() -> None:
    sheet = replace(DEFAULT, levels=(replace(DEFAULT.levels[0], to_draw=0, reserves=0), *DEFAULT.levels[1:]))
    assert [level.key for level in sheet.drawn_levels] == ["primary", "lower_secondary"]


def test_the_sheet_is_named_and_numbered() -> None:
    named = RuleSheet(name="Quy tắc áp dụng kèm Kế hoạch 167-KH/QU")
    assert named.printed.endswith("dự thảo")
    assert replace(named, number=2).printed == "Quy tắc áp dụng kèm Kế hoạch 167-KH/QU, bản 2"


@given(SHEETS, SHEETS)
def test_two_sheets_read_alike_only_where_they_choose_alike(one: RuleSheet, other: RuleSheet) -> None:
    chosen = [
        (
            sheet.months_in_post,
            sheet.draw_method,
            sheet.levels,
            sheet.quorum,
            sheet.rows_from,
            sheet.remarks_from,
        )
        for sheet in (one, other)
    ]
    assert (chosen_lines(one) == chosen_lines(other)) is (_read(*chosen[0]) == _read(*chosen[1]))


def _read(*chosen: object) -> object:
    """Levels are read by name and numbers; their keys are no words."""
    levels = chosen[2]
    assert isinstance(levels, tuple)
    return (*chosen[:2], [(level.name, level.to_draw, level.reserves) for level in levels], *chosen[3:])
