"""The count against an independent plain one, and the thresholds (DESIGN §4.6, §5)."""

from hypothesis import given
from hypothesis import strategies as st

from guong.core.ballot import Part
from guong.core.tally import Envelopes, count_subject
from tests.core.answers import SCHOOL_FORM, parts


def count(answers: list[Part], *, device: int, paper: int = 0):  # type: ignore[no-untyped-def]
    return count_subject("s1", Envelopes(device, paper, answers), SCHOOL_FORM, rows_from=5, remarks_from=10)


@given(st.lists(parts(), min_size=5, max_size=20), st.integers(0, 3))
def test_the_count_equals_a_plain_one(answers: list[Part], unreadable: int) -> None:
    result = count(answers, device=len(answers) + unreadable)
    valid = [
        answer for answer in answers if any(mark != "0" for mark in answer.marks) or len(answer.remarks) > 0
    ]
    assert result.valid == len(valid)
    assert result.invalid == len(answers) + unreadable - len(valid)
    for place in range(len(SCHOOL_FORM.items)):
        plain = [0, 0, 0, 0, 0]
        for answer in valid:
            plain[int(answer.marks[place])] += 1
        assert list(result.items[SCHOOL_FORM.items[place].key]) == plain


@given(st.lists(parts(), min_size=10, max_size=20))
def test_every_remark_is_kept_once_from_ten_envelopes(answers: list[Part]) -> None:
    result = count(answers, device=len(answers))
    written = sorted((field, text) for answer in answers for field, text in answer.remarks)
    assert sorted((field, text) for field, texts in result.remarks.items() for text in texts) == written


@given(st.lists(parts(), min_size=5, max_size=9))
def test_remarks_are_discarded_below_ten_envelopes(answers: list[Part]) -> None:
    result = count(answers, device=len(answers))
    assert (result.remarks_state, result.remarks) == ("discarded", {})


@given(st.lists(parts(), max_size=4))
def test_fewer_than_five_envelopes_are_not_counted_at_all(answers: list[Part]) -> None:
    result = count(answers, device=len(answers))
    assert (result.state, result.items, result.valid) == ("too_few", {}, 0)


def test_an_empty_ballot_is_returned_but_invalid() -> None:
    empty = Part("s1", "0" * 16)
    result = count([empty] * 3, device=2, paper=3)
    assert (result.opened, result.valid, result.invalid) == (5, 0, 5)
