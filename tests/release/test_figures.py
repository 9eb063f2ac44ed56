"""One row of answers: whatever the counts, a nearly unanimous one never leaves exactly (security.md §3 R3)."""

from hypothesis import assume, given
from hypothesis import strategies as st

from guong.core.disclosure import HIDDEN, MOST
from guong.core.questionnaire import official
from guong.office.release.figures import shown_row

ITEM = official("school_head").items[0]
rows = st.tuples(*[st.integers(0, 60)] * 5)


@given(rows, st.integers(0, 10))
def test_a_row_with_all_but_one_in_a_level_is_never_exact(counts: tuple[int, ...], invalid: int) -> None:
    returned = sum(counts) + invalid
    assume(returned >= 10)
    ticked, top = sum(counts[1:]), max(counts[1:])
    row = shown_row(ITEM, counts, returned=returned)
    if ticked and (ticked - top <= 1 or top * 10 >= ticked * 9):
        assert row.per_mille is None
        assert not any(character.isdigit() for character in "".join(row.shares).replace("≥ 90", ""))


@given(rows, st.integers(0, 10))
def test_what_is_shown_is_true(counts: tuple[int, ...], invalid: int) -> None:
    returned = sum(counts) + invalid
    assume(returned >= 10)
    row = shown_row(ITEM, counts, returned=returned)
    for share, count in zip(row.shares, counts[1:], strict=True):
        if share == "≥ 90":
            assert count * 10 >= returned * 9
        elif share not in (HIDDEN, MOST):
            assert abs(float(share.replace(",", ".")) - 100 * count / returned) <= 0.0501


@given(st.tuples(*[st.integers(0, 4)] * 5))
def test_fewer_than_ten_ballots_show_two_levels_only(counts: tuple[int, ...]) -> None:
    assume(5 <= sum(counts) < 10)
    row = shown_row(ITEM, counts, returned=sum(counts))
    assert set(row.shares) == {HIDDEN}
    assert row.per_mille is None


def test_four_of_five_are_nearly_all_never_ninety_percent() -> None:
    row = shown_row(ITEM, (0, 3, 1, 1, 0), returned=5)
    assert row.good_or_better == MOST
    assert row.top == f"Tốt trở lên: {MOST}"


def test_a_plain_row_adds_its_better_levels() -> None:
    row = shown_row(ITEM, (0, 10, 6, 3, 1), returned=20)
    assert row.shares == ("50,0", "30,0", "15,0", "5,0")
    assert row.good_or_better == "80,0"


def test_an_item_that_nobody_ticked_names_no_level() -> None:
    row = shown_row(ITEM, (12, 0, 0, 0, 0), returned=12)
    assert set(row.shares) == {HIDDEN}
    assert row.top == ""
