"""The draw: who may be drawn, by hand and computed, and that chance is the same for all (DESIGN §8, seed 001 II.2)."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guong.core.draw import (
    Draw,
    Exclusion,
    Frame,
    LevelTerms,
    Method,
    School,
    draw_by_hand,
    draw_by_numbers,
    frame_code,
    freeze_frame,
)
from guong.core.outcome import Refused
from tests.core.schools import LEVELS, LONG_AGO, REFERENCE, frozen, school, schools, terms

NEW = date(2022, 11, 16)
TABLE = ("Sông Hồng 17", "năm con cò trắng")
PRIMARY = (LevelTerms("primary", "Tiểu học", 2, 1),)


def reasons(frame: Frame) -> dict[str, str]:
    entries = [*frame.without_level, *(entry for level in frame.levels for entry in level.excluded)]
    return {entry.unit: entry.reason.value for entry in entries}


def refusal(outcome: object) -> str:
    assert isinstance(outcome, Refused)
    assert outcome.sentence.endswith(".")
    return outcome.reason


def computed(frame: Frame, contributions: Sequence[str] = TABLE) -> Draw:
    draw = draw_by_numbers(frame, contributions)
    assert isinstance(draw, Draw)
    return draw


def by_hand(*lots: str, units: Sequence[School] = ()) -> Draw | Refused:
    frame = freeze_frame(terms(levels=PRIMARY), [*(school(f"TH-0{n}") for n in range(1, 6)), *units])
    assert isinstance(frame, Frame)
    return draw_by_hand(frame, {"primary": lots})


def test_each_school_that_may_not_be_drawn_has_its_reason() -> None:
    odd = [
        school("TH-90", closed_on=REFERENCE),
        school("TH-91", public=False),
        school("TT-01", None),
        school("TH-92", heads_since=()),
        school("TH-93", heads_since=(NEW,)),
    ]
    frame = freeze_frame(terms(), [*schools(), *odd])
    assert isinstance(frame, Frame)
    assert reasons(frame) == {
        "TH-90": "closed", "TH-91": "not_public", "TT-01": "no_level", "TH-92": "no_head", "TH-93": "head_too_new",
    }  # fmt: skip
    assert sum(len(level.units) for level in frame.levels) == 27


def test_a_school_that_closes_the_day_after_may_be_drawn() -> None:
    frame = freeze_frame(terms(), [*schools(), school("TH-90", closed_on=REFERENCE + timedelta(days=1))])
    assert isinstance(frame, Frame)
    assert reasons(frame) == {}


def test_exactly_six_months_in_post_is_enough_and_a_day_less_is_not() -> None:
    six_months, less = school("TH-90", heads_since=(date(2022, 11, 15),)), school("TH-91", heads_since=(NEW,))
    frame = freeze_frame(terms(), [*schools(), six_months, less])
    assert isinstance(frame, Frame)
    (excluded,) = frame.levels[1].excluded
    assert (excluded.unit, excluded.eligible_on) == ("TH-91", date(2023, 5, 16))


def test_one_of_two_heads_long_enough_in_post_keeps_the_school_in() -> None:
    frame = freeze_frame(terms(), [*schools(), school("TH-90", heads_since=(NEW, LONG_AGO))])
    assert isinstance(frame, Frame)
    assert reasons(frame) == {}


@pytest.mark.parametrize(
    ("levels", "units", "reason"),
    [
        ((), schools(), "no_levels"),
        ((LEVELS[0], LEVELS[0]), schools(), "level_twice"),
        ((replace(LEVELS[0], name=""),), schools(), "bad_level"),
        ((replace(LEVELS[0], key="Mầm non"),), schools(), "bad_level"),
        ((replace(LEVELS[0], to_draw=0),), schools(), "nothing_to_draw"),
        ((replace(LEVELS[0], reserves=-1),), schools(), "nothing_to_draw"),
        (LEVELS, schools(4), "frame_too_small"),
        (LEVELS, [*schools(), school("TH-01")], "unit_twice"),
        (LEVELS, [*schools(), school("TH-01", "preschool")], "unit_twice"),
        (LEVELS, [*schools(), school("PT-01", "upper_secondary")], "unknown_level"),
        (LEVELS, [*schools(), school("TH\n90")], "bad_unit"),
        (LEVELS, [*schools(), school("")], "bad_unit"),
        (LEVELS, [*schools(), school("TH-90", name=" ")], "bad_unit"),
    ],
)
def test_a_frame_that_would_not_be_a_draw_is_refused(
    levels: tuple[LevelTerms, ...], units: list[School], reason: str
) -> None:
    assert refusal(freeze_frame(terms(levels=levels), units)) == reason


def test_a_plan_without_number_is_refused() -> None:
    assert refusal(freeze_frame(terms(plan=""), schools())) == "no_plan"


def test_a_draw_s_key_is_the_program_s_own_affair() -> None:
    with pytest.raises(ValueError, match="Crockford"):
        freeze_frame(replace(terms(), key="../../etc"), schools())


def test_the_first_lots_are_drawn_and_the_next_are_reserves() -> None:
    draw = by_hand("TH-04", "TH-01", "TH-05")
    assert isinstance(draw, Draw)
    assert draw.levels[0].drawn == ("TH-04", "TH-01")
    assert draw.levels[0].reserves == ("TH-05",)


@pytest.mark.parametrize(
    ("lots", "reason"),
    [
        ((), "too_few_lots"),
        (("TH-01", "TH-02"), "too_few_lots"),
        (("TH-01", "TH-02", "TH-03", "TH-04"), "too_many_lots"),
        (("TH-01", "TH-01", "TH-03"), "lot_twice"),
        (("TH-01", "TH-77", "TH-03"), "not_in_frame"),
        (("TH-01", "TH-90", "TH-03"), "lot_excluded"),
        (("TH-01", "TT-01", "TH-03"), "lot_excluded"),
    ],
)
def test_lots_that_cannot_have_left_the_box_are_refused(lots: tuple[str, ...], reason: str) -> None:
    left_out = (school("TH-90", heads_since=()), school("TT-01", None))
    assert refusal(by_hand(*lots, units=left_out)) == reason


def test_lots_of_another_level_are_refused() -> None:
    frame = frozen()
    lots = {level.terms.key: [entry.unit for entry in level.units[:7]] for level in frame.levels}
    assert isinstance(draw_by_hand(frame, lots), Draw)
    assert refusal(draw_by_hand(frame, lots | {"primary": lots["preschool"]})) == "lot_of_another_level"
    assert refusal(draw_by_hand(frame, lots | {"ward": []})) == "unknown_level"
    assert refusal(draw_by_hand(frame, {})) == "too_few_lots"


@pytest.mark.parametrize(
    ("contributions", "reason"),
    [
        ((), "too_few_contributions"),
        (("một mình",), "too_few_contributions"),
        (("a", ""), "empty_contribution"),
        (("a", " \t"), "empty_contribution"),
        (("a", "b" * 201), "bad_contribution"),
        (("a", "ẩn\u200bgiấu"), "bad_contribution"),
        (("a", "кириллица"), "bad_contribution"),
    ],
)
def test_contributions_that_fix_nothing_are_refused(contributions: tuple[str, ...], reason: str) -> None:
    assert refusal(draw_by_numbers(frozen(Method.COMPUTED), contributions)) == reason


def test_a_frame_frozen_for_one_way_is_not_drawn_the_other() -> None:
    assert refusal(draw_by_numbers(frozen(Method.CUSTOM), TABLE)) == "other_method"
    assert refusal(draw_by_hand(frozen(Method.COMPUTED), {})) == "other_method"


def test_contributions_are_kept_as_they_were_computed_from() -> None:
    frame = frozen(Method.COMPUTED)
    typed = ("  Sông   Hồng 17 ", "na\u0306m con co\u0300 tra\u0306\u0301ng")
    assert computed(frame, typed) == computed(frame)
    assert computed(frame, typed).contributions == TABLE


LEGIBLE = st.text(st.sampled_from("aăâđêôơưắặZ09.,-"), min_size=1, max_size=30)


@given(contributions=st.lists(LEGIBLE, min_size=2, max_size=5), number=st.integers(5, 12))
def test_a_computed_draw_is_the_one_that_a_plain_second_writing_makes(
    contributions: list[str], number: int
) -> None:
    draw = computed(frozen(Method.COMPUTED, number), contributions)
    seed = "".join(contributions).encode("utf-8")
    for prefix, level in zip(("MN", "TH", "CS"), draw.levels, strict=True):
        numbered = {}
        for n in range(1, number + 1):
            unit = f"{prefix}-{n:02d}"
            numbered[hashlib.sha256(seed + b"\n" + unit.encode("ascii") + b"\n").hexdigest()] = unit
        lots = [numbered[lot] for lot in sorted(numbered)]
        assert level.drawn == tuple(lots[:5])
        assert level.reserves == tuple(lots[5:7])


@given(order=st.permutations(schools()), words=LEGIBLE)
def test_the_order_of_the_list_changes_neither_frame_nor_draw(order: list[School], words: str) -> None:
    frame = freeze_frame(terms(Method.COMPUTED), order)
    assert isinstance(frame, Frame)
    assert frame == frozen(Method.COMPUTED)
    assert computed(frame, (words, "x")) == computed(frozen(Method.COMPUTED), (words, "x"))


@given(
    words=LEGIBLE,
    out=st.lists(st.sampled_from([entry.unit for entry in schools(14)]), unique=True, max_size=9),
    how=st.sampled_from(
        [{"heads_since": ()}, {"heads_since": (NEW,)}, {"public": False}, {"closed_on": LONG_AGO}]
    ),
)
@example(words="0", out=[f"MN-{number:02d}" for number in range(1, 9)], how={"heads_since": ()})
def test_an_excluded_school_is_never_drawn(words: str, out: list[str], how: dict[str, object]) -> None:
    units = [school(entry.unit, entry.level, **how) if entry.unit in out else entry for entry in schools(14)]
    frame = freeze_frame(terms(Method.COMPUTED), units)
    assert isinstance(frame, Frame)
    assert set(reasons(frame)) == set(out)
    draw = computed(frame, (words, "x"))
    assert not {unit for level in draw.levels for unit in (*level.drawn, *level.reserves)} & set(out)
    left = Counter(entry.level for entry in units if entry.unit not in out)
    lots = [set(level.drawn + level.reserves) for level in draw.levels]
    assert list(map(len, lots)) == [min(7, left[level.key]) for level in LEVELS]


def test_every_eligible_school_has_the_same_chance() -> None:
    frame, chance, rounds = frozen(Method.COMPUTED, 10), Random(167), 4000
    times: Counter[str] = Counter()
    for _ in range(rounds):
        draw = computed(frame, (str(chance.getrandbits(64)), str(chance.getrandbits(64))))
        times.update(unit for level in draw.levels for unit in level.drawn)
    expected, deviation = rounds / 2, (rounds / 4) ** 0.5
    assert len(times) == 30
    assert all(abs(n - expected) < 4.5 * deviation for n in times.values()), times


def test_one_changed_contribution_gives_another_draw() -> None:
    frame = frozen(Method.COMPUTED)
    results = {computed(frame, (TABLE[0], f"{TABLE[1]} {n}")).levels for n in range(50)}
    assert len(results) == 50


def test_the_code_of_the_frame_is_the_same_before_and_after_and_another_for_another_list() -> None:
    frame = frozen(Method.COMPUTED)
    assert frame_code(computed(frame).frame) == frame_code(frame)
    other = freeze_frame(terms(Method.COMPUTED), [*schools(), school("TH-90", heads_since=())])
    assert isinstance(other, Frame)
    assert len({frame_code(frame), frame_code(other), frame_code(frozen(Method.CUSTOM))}) == 3


def test_a_short_frame_has_fewer_reserves() -> None:
    assert [level.reserves for level in frozen(number=6).levels] == [1, 1, 1]
    assert [level.lots for level in frozen(number=5).levels] == [5, 5, 5]


def test_reasons_are_the_published_ones() -> None:
    assert {reason.value for reason in Exclusion} == {
        "closed", "not_public", "no_level", "no_head", "head_too_new",
    }  # fmt: skip
