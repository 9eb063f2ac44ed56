"""One file and one code for results that are confirmed together (formats §10)."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core import canonical, crockford
from guong.core.outcome import Refused
from guong.core.round_results import RoundResults, read_round

POLLS = st.text(alphabet=crockford.ALPHABET, min_size=10, max_size=10)
DIGESTS = st.dictionaries(POLLS, st.binary(min_size=32, max_size=32), min_size=1, max_size=20)
TWO = RoundResults({"7K3M9QXT2A": bytes(32), "0123456789": bytes([1] * 32)})


@given(DIGESTS)
def test_what_is_written_is_read_again(digests: dict[str, bytes]) -> None:
    written = RoundResults(digests)
    assert read_round(written.raw) == written


@given(DIGESTS)
def test_the_order_of_opening_changes_nothing(digests: dict[str, bytes]) -> None:
    backwards = RoundResults(dict(reversed(list(digests.items()))))
    assert backwards.code == RoundResults(digests).code


@given(DIGESTS, st.data())
def test_any_other_result_gives_another_code(digests: dict[str, bytes], data: st.DataObject) -> None:
    poll = data.draw(st.sampled_from(sorted(digests)))
    changed = dict(digests) | {poll: bytes(byte ^ 1 for byte in digests[poll])}
    assert RoundResults(changed).digest != RoundResults(digests).digest
    fewer = {key: digest for key, digest in digests.items() if key != poll}
    assert RoundResults(fewer).digest != RoundResults(digests).digest


@pytest.mark.parametrize("between", ["", " ", "-", ".", "  ", " – "])
def test_a_code_is_the_same_however_its_groups_are_parted(between: str) -> None:
    assert crockford.digits_typed(between.join(["1234", "5678", "9012", "3456"])) == "1234567890123456"


def test_a_letter_within_a_code_is_not_dropped() -> None:
    assert crockford.digits_typed("1234 5678 9012 345o") == "123456789012345o"


def test_the_file_is_as_the_formats_page_says() -> None:
    expected = (
        '{"format":"guong/round-opening/v1","results":['
        f'{{"opening_digest":"{"01" * 32}","poll":"0123456789"}},'
        f'{{"opening_digest":"{"00" * 32}","poll":"7K3M9QXT2A"}}]}}'
    ).encode()
    assert TWO.raw == expected
    assert TWO.code == crockford.sixteen_digits(hashlib.sha256(expected).digest())


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"{}", b"[]", b"null", b"\xff", TWO.raw[:-1], TWO.raw + b"\n", TWO.raw.replace(b"0123456789", b"short"),
        TWO.raw.replace(b"01" * 32, b"01" * 31), TWO.raw.replace(b"0123456789", b"7K3M9QXT2A"),
        TWO.raw.replace(b"round-opening", b"round-closing"), canonical.encode({"format": "guong/round-opening/v1", "results": []}),
        canonical.encode({"format": "guong/round-opening/v1", "results": ["x"]}),
        canonical.encode({"format": "guong/round-opening/v1", "results": [{"poll": 1, "opening_digest": 2}]}),
    ],
)  # fmt: skip
def test_anything_else_is_refused(raw: bytes) -> None:
    outcome = read_round(raw)
    assert isinstance(outcome, Refused)
    assert outcome.reason == "broken_round"
