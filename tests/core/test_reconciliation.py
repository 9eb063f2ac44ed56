"""The equations of a conference that was played fairly hold; a piece that goes missing breaks one (formats §12)."""

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from guong.core.reconciliation import (
    Explanation,
    HandCount,
    SubjectFigures,
    hall_equations,
    limit_breaches,
    subject_equations,
    unexplained,
)

people = st.lists(
    st.sampled_from(["device", "kept_slip", "paper", "exchange", "spoil_and_redraw", "spoil_and_leave"]),
    max_size=60,
)


def played(acts: list[str], spare: int) -> tuple[HandCount, int]:
    """Play each person's way through the hall and count every piece of paper as it lands somewhere."""
    drawn = paper = exchanged = spoiled = replaced = kept = device = 0
    for act in acts:
        if act == "paper":
            paper += 1
            continue
        drawn += 1
        if act == "device":
            device += 1
        elif act == "kept_slip":
            kept += 1
        elif act == "exchange":
            exchanged += 1
            paper += 1
        else:
            spoiled += 1
            if act == "spoil_and_redraw":
                replaced += 1
                drawn += 1
                device += 1
    hand = HandCount(
        signatures=len(acts),
        printed=drawn + spare,
        drawn=drawn,
        left_over=spare,
        paper_sets=paper,
        exchanged=exchanged,
        spoiled=spoiled,
        replaced=replaced,
        not_returned=kept,
    )
    return hand, device


@given(people, st.integers(0, 8))
def test_a_fair_conference_balances(acts: list[str], spare: int) -> None:
    hand, device = played(acts, spare)
    assert [equation.difference for equation in hall_equations(hand, device=device)] == [0, 0, 0]
    assert limit_breaches(hand, roll=len(acts), paper_sheets=[hand.paper_sets]) == []


@given(people, st.sampled_from(["signatures", "printed", "not_returned", "left_over"]), st.integers(-3, 3))
def test_any_single_miscount_shows(acts: list[str], field: str, error: int) -> None:
    hand, device = played(acts, 5)
    assume(error and getattr(hand, field) + error >= 0)
    wrong = replace(hand, **{field: getattr(hand, field) + error})
    assert unexplained(hall_equations(wrong, device=device), [])


def test_a_difference_is_settled_only_by_two_signatures_on_that_difference() -> None:
    hand, device = played(["device"] * 6, 3)
    short = hall_equations(hand, device=device - 1)
    one = Explanation(3, 1, "Một đồng chí giữ lại thẻ", ("Trần A",))
    two = Explanation(3, 1, "Một đồng chí giữ lại thẻ", ("Trần A", "Lê B"))
    other = Explanation(3, 2, "Một đồng chí giữ lại thẻ", ("Trần A", "Lê B"))
    assert [len(unexplained(short, [entry])) for entry in (one, two, other)] == [1, 0, 1]


def test_the_count_of_one_subject_can_not_be_explained_away() -> None:
    figures = SubjectFigures("s1", paper_sheets=2, opened=9, valid=8, invalid=1, item_sums=(8, 8, 7))
    broken = unexplained(
        subject_equations(figures, device=8),
        [Explanation(4, 1, "?", ("A", "B")), Explanation(5, -1, "?", ("A", "B"))],
    )
    assert [(equation.number, equation.difference) for equation in broken] == [(4, 1), (5, -1)]


def test_limits_name_what_they_forbid() -> None:
    hand = HandCount(50, 52, 45, 7, 2, 0, 1, 2, 0)
    assert limit_breaches(hand, roll=47, paper_sheets=[3]) == [
        "signatures_above_roll",
        "sheets_above_sets",
        "replaced_above_spoiled",
    ]
