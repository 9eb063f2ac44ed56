"""Files that come from outside are read whole or refused with the reader's own word, whatever stands in them."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guong.core import canonical
from guong.core.ballot import BadBallot, Part, encode
from guong.core.outcome import Refused
from guong.core.poll import PollDefinition
from guong.core.questionnaire import Questionnaire
from guong.core.result import OpeningResult, read_result
from guong.core.secrecy.box import BadBox, Box
from guong.core.secrecy.requests import BadKeys, BadRequest, PollKeys, PollRequest
from tests.ceremony.polls import request
from tests.ceremony.test_requests import KEYS
from tests.core.answers import SCHOOL_FORM
from tests.core.test_opening import answer, box, opened, paper, ten

BOX = box(ten(), [paper(1, answer("4" * 16))])
RESULT = opened(BOX).raw
ODD: list[Any] = [
    None, True, False, 0, 1, -1, 2**63, -(10**40), "", "1", "x" * 33, "\u2028", [], [[]], {}, {"key": 1}, ["a", 1, None],
]  # fmt: skip
DEEP = b"[" * 3000 + b"]" * 3000


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a JSON value, as the keys that lead to it."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path] + [place for key, entry in steps for place in places(entry, (*path, key))]


def changed(raw: bytes, place: tuple[Any, ...], how: str, odd: Any) -> bytes:
    """The file with one entry put in place of another, taken away, or added."""
    if not place:
        return canonical.encode(odd)
    value = canonical.decode(raw)
    inner = value
    for key in place[:-1]:
        inner = inner[key]
    if how == "replace":
        inner[place[-1]] = odd
    elif how == "drop":
        del inner[place[-1]]
    elif isinstance(inner, list):
        inner.append(odd)
    else:
        inner["more"] = odd
    return canonical.encode(value)


def is_refused(read: Callable[[bytes], object], raw: bytes) -> bool:
    """Tell whether a reader refuses; any exception but its own ends the test."""
    try:
        return isinstance(read(raw), Refused)
    except (BadBox, BadKeys, BadRequest, ValueError):
        return True


def read_opening(raw: bytes) -> OpeningResult | Refused:
    outcome = read_result(raw, BOX)
    assert isinstance(outcome, OpeningResult | Refused)
    return outcome


FILES: dict[str, tuple[bytes, Callable[[bytes], object]]] = {
    "result": (RESULT, read_opening),
    "box": (BOX.raw, Box.from_bytes),
    "definition": (BOX.definition.raw, PollDefinition.from_canonical),
    "questionnaire": (SCHOOL_FORM.raw, Questionnaire.from_canonical),
    "request": (request().raw, PollRequest.from_bytes),
    "keys": (KEYS.raw, PollKeys.from_bytes),
}


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=80)
@given(st.data())
def test_one_odd_entry_is_refused_or_read_and_never_a_crash(name: str, data: st.DataObject) -> None:
    raw, read = FILES[name]
    place = data.draw(st.sampled_from(places(canonical.decode(raw))))
    how = data.draw(st.sampled_from(["replace", "drop", "add"]))
    is_refused(read, changed(raw, place, how, data.draw(st.sampled_from(ODD))))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    "raw", [b"", b"{}", b"[]", b"null", b"1e9", b"9" * 5000, b"\xff", b"\xef\xbb\xbf{}", DEEP]
)
def test_bytes_that_are_no_file_at_all_are_refused(name: str, raw: bytes) -> None:
    assert is_refused(FILES[name][1], raw)


def with_subject(**changes: Any) -> bytes:
    value = canonical.decode(RESULT)
    value["subjects"][0] |= changes
    return canonical.encode(value)


@pytest.mark.parametrize(
    "changes",
    [
        {"valid": 12, "invalid": -1, "items": {item.key: [12, 0, 0, 0, 0] for item in SCHOOL_FORM.items}},
        {"valid": "11"},
        {"invalid": False},
        {"remarks": {"other": "abc"}},
        {"remarks": {"other": ["b", "a"]}},
        {"remarks": {"other": [" a"]}},
        {"remarks": {"other": ["\u202ea"]}},
        {"remarks": {"other": []}},
        {"remarks": {"other": ["a"] * 12}},
        {"remarks": {"prestige": ["a"]}},
        {"rows": ["1" * 16]},
        {"names": ["Nguyễn Thị A"]},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_a_result_that_says_more_or_other_than_the_count_is_refused(changes: dict[str, Any]) -> None:
    assert isinstance(read_result(RESULT, BOX), OpeningResult)
    outcome = read_result(with_subject(**changes), BOX)
    assert isinstance(outcome, Refused)
    assert outcome.reason == "broken_result"


def test_a_box_whose_cast_slips_are_not_its_envelopes_is_refused() -> None:
    value = canonical.decode(BOX.raw)
    value["slots"]["cast"] += 1
    with pytest.raises(BadBox):
        Box.from_bytes(canonical.encode(value))


def test_a_form_with_too_many_fields_makes_no_ballot_of_another_size() -> None:
    value = SCHOOL_FORM.as_data()
    value["opinions"] = [{"key": f"{number:032}", "text": "?"} for number in range(60)]
    form = Questionnaire.from_canonical(canonical.encode(value))
    part = Part("s1", "1" * 16, tuple((entry["key"], "x" * 60) for entry in value["opinions"]))
    with pytest.raises(BadBallot):
        encode("7K3M9QXT2A", [part], form, subjects=1)
