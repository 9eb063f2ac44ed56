"""Poll requests and poll keys are read strictly: what a program didn't write is refused (formats §9)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core import canonical
from guong.core.eligibility import slips_to_print
from guong.core.secrecy.requests import BadKeys, BadRequest, PollKeys, PollRequest
from tests.ceremony.polls import OTHER_POLL, request

KEYS = PollKeys(
    poll=request().poll,
    request_digest=request().digest,
    board_key=bytes(32),
    slots=tuple(bytes([number] * 32) for number in range(1, 16)),
    station_keys=(bytes([200] * 32),),
)


def changed(raw: bytes, **fields: object) -> bytes:
    return canonical.encode(canonical.decode(raw) | fields)


def test_a_request_reads_back() -> None:
    assert PollRequest.from_bytes(request().raw) == request()


@pytest.mark.parametrize(
    "fields",
    [
        {"format": "guong/poll/v1"},
        {"poll": "short"},
        {"eligible": 0},
        {"eligible": True},
        {"eligible": 10**9},
        {"slips": 99},
        {"origin": "https://a.example/path"},
        {"origin": "javascript:alert(1)"},
        {"held_on": "2023-02-30"},
        {"subjects": []},
        {"subjects": ["s1"]},
        {"questionnaire": "AA" * 32},
        {"extra": 1},
        {"title": ""},
        {"stations": -1},
    ],
)
def test_a_request_with_anything_else_in_it_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(BadRequest):
        PollRequest.from_bytes(changed(request().raw, **fields))


@pytest.mark.parametrize("raw", [b"", b"{}", b"[]", b"null", b"\xff", request().raw + b"\n"])
def test_other_bytes_are_neither_a_request_nor_keys(raw: bytes) -> None:
    with pytest.raises(BadRequest):
        PollRequest.from_bytes(raw)
    with pytest.raises(BadKeys):
        PollKeys.from_bytes(raw)


@given(st.integers(1, 5000))
def test_ten_per_cent_and_at_least_three_slips_more_are_made(eligible: int) -> None:
    spare = slips_to_print(eligible) - eligible
    assert spare >= 3
    assert spare * 10 >= eligible
    assert spare == 3 or (spare - 1) * 10 < eligible


def test_keys_read_back_and_answer_their_own_request_only() -> None:
    assert PollKeys.from_bytes(KEYS.raw) == KEYS
    assert KEYS.answers(request())
    assert not KEYS.answers(replace(request(), origin="https://other.example"))
    assert not KEYS.answers(request(OTHER_POLL))
    assert not replace(KEYS, slots=KEYS.slots[1:]).answers(request())


@pytest.mark.parametrize(
    "fields",
    [
        {"slots": []},
        {"slots": ["02" * 32, "01" * 32]},
        {"slots": ["01" * 32, "01" * 32]},
        {"slots": ["01" * 31]},
        {"station_keys": ["01" * 32]},
        {"board_key": "zz" * 32},
        {"tickets": []},
    ],
)
def test_keys_with_anything_else_in_them_are_refused(fields: dict[str, object]) -> None:
    with pytest.raises(BadKeys):
        PollKeys.from_bytes(changed(KEYS.raw, **fields))
