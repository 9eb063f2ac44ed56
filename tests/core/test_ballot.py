"""One canonical form and one size, whatever a voter answers (formats §1, §5)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core import ballot, canonical
from guong.core.ballot import BadBallot, BallotProblem, Part
from tests.core.answers import POLL, SCHOOL_FORM, WARD_FORM, parts

SIZE = ballot.plaintext_size(1)
BLANK = "0" * len(SCHOOL_FORM.items)


def read(plaintext: bytes) -> list[Part]:
    return ballot.decode(plaintext, SCHOOL_FORM, poll=POLL, expected=["s1"], size=SIZE)


def padded(text: bytes) -> bytes:
    return (len(text).to_bytes(4, "big") + text).ljust(SIZE, b"\0")


def problem_of(plaintext: bytes) -> BallotProblem:
    with pytest.raises(BadBallot) as caught:
        read(plaintext)
    return caught.value.problem


@given(parts())
def test_every_answer_has_the_same_size_and_comes_back_whole(part: Part) -> None:
    plaintext = ballot.encode(POLL, [part], SCHOOL_FORM, subjects=1)
    assert len(plaintext) == SIZE
    assert read(plaintext) == [part]


@given(parts(WARD_FORM, "secretary"), parts(WARD_FORM, "chair"))
def test_two_subjects_share_one_envelope_of_one_size(first: Part, second: Part) -> None:
    size = ballot.plaintext_size(2)
    plaintext = ballot.encode(POLL, [first, second], WARD_FORM, subjects=2)
    assert len(plaintext) == size
    order = ["secretary", "chair"]
    assert ballot.decode(plaintext, WARD_FORM, poll=POLL, expected=order, size=size) == [first, second]


def test_the_largest_answer_fits() -> None:
    fields = SCHOOL_FORM.remark_fields
    share = ballot.REMARK_BUDGET // len(fields) - 2
    remarks = tuple((field, "ẵ" * (share // 3)) for field in fields)
    part = Part("s" * 32, "4" * len(SCHOOL_FORM.items), remarks)
    assert len(ballot.encode(POLL, [part], SCHOOL_FORM, subjects=1)) == SIZE


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.just('Đặng Ẵm "\\\n\u0001'), st.lists))
def test_canonical_json_is_its_own_inverse(value: object) -> None:
    assert canonical.decode(canonical.encode(value)) == value


@pytest.mark.parametrize(
    "data", [b'{"a": 1}', b'{"b":1,"a":1}', b"1.0", b"NaN", b'"\\u0041"', b'{"a":1,"a":2}', b"[" * 9000]
)
def test_another_encoding_of_the_same_value_is_refused(data: bytes) -> None:
    with pytest.raises(canonical.NotCanonical):
        canonical.decode(data)


def test_decomposed_text_is_refused() -> None:
    with pytest.raises(canonical.NotCanonical):
        canonical.encode("e\u0302")


def test_non_zero_padding_is_refused() -> None:
    plaintext = ballot.encode(POLL, [Part("s1", BLANK)], SCHOOL_FORM, subjects=1)
    assert problem_of(plaintext[:-1] + b"\1") is BallotProblem.PADDING


def test_a_ballot_of_another_poll_is_refused() -> None:
    plaintext = ballot.encode("0" * 10, [Part("s1", BLANK)], SCHOOL_FORM, subjects=1)
    assert problem_of(plaintext) is BallotProblem.OTHER_POLL


def test_a_ballot_about_somebody_else_is_refused() -> None:
    plaintext = ballot.encode(POLL, [Part("s2", BLANK)], SCHOOL_FORM, subjects=1)
    assert problem_of(plaintext) is BallotProblem.SUBJECTS


def ballot_text(**changes: object) -> bytes:
    entry = {"marks": BLANK, "remarks": [], "subject": "s1"} | changes
    return padded(canonical.encode({"format": ballot.FORMAT, "poll": POLL, "subjects": [entry]}))


@pytest.mark.parametrize("marks", ["5" + BLANK[1:], BLANK + "1", "", "١" + BLANK[1:]])
def test_marks_outside_the_form_are_refused(marks: str) -> None:
    assert problem_of(ballot_text(marks=marks)) is BallotProblem.MARKS


@pytest.mark.parametrize(
    "remarks",
    [
        [["other", "a"], ["other", "b"]],
        [["other", "a"], ["school_head_01", "b"]],
        [["prestige", "a"]],
        [["other", " a"]],
        [["other", ""]],
        [["other", "a\u202eb"]],
        [["other", "a\u0000b"]],
        [["other", "x" * 4095]],
    ],
)
def test_remarks_that_break_the_form_are_refused(remarks: list[list[str]]) -> None:
    assert problem_of(ballot_text(remarks=remarks)) is BallotProblem.REMARKS


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_never_a_crash(data: bytes) -> None:
    with pytest.raises(BadBallot):
        read(data.ljust(SIZE, b"\0"))


@given(st.text())
def test_tidying_a_remark_twice_changes_nothing_more(text: str) -> None:
    once = ballot.tidy_remark(text)
    assert ballot.tidy_remark(once) == once
