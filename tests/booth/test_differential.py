"""Phone, board and verifier judge every text and every ballot alike: three programs, the same bytes (formats §1, §5).

Texts and answers drawn by hypothesis go through the scripts in Node, a batch a process, and through both Python programs.
"""

import json
import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guong.core import ballot, canonical, crockford
from guong.core.ballot import BadBallot, Part
from guong.core.secrecy import envelope
from guong.verify.ballot import read_ballot, read_plaintext
from guong.verify.definitions import Poll, read_definition
from guong.verify.strict import Fault
from tests.booth.test_interop import needs_packages, run
from tests.core.answers import POLL, SCHOOL_FORM
from tests.core.test_secrecy import definition

SCRIPT = """
import { canonical } from "./src/crypto/canonical.js";
import { plaintext } from "./src/crypto/ballot.js";
import { toHex } from "./src/crypto/bytes.js";
import { tidy } from "./src/crypto/crockford.js";
import { remarkBytes, tidyRemark } from "./src/crypto/remarks.js";
let given = ""; for await (const chunk of process.stdin) given += chunk;
const or = (act) => { try { return act(); } catch { return null; } };
const acts = {
  remarks: (typed) => { const text = tidyRemark(typed); return [text, remarkBytes(text)]; },
  canonical: (value) => or(() => toHex(canonical(value))),
  codes: (typed) => tidy(typed),
  ballots: ({ poll, part, form }) => or(() => toHex(plaintext(poll, [part], form, 1))),
  order: (text) => [text.normalize("NFC"), text.normalize("NFD")],
};
const { act, values } = JSON.parse(given);
console.log(JSON.stringify(values.map(acts[act])));
"""
FORM = SCHOOL_FORM
ODD = [
    *'aăâđêôơưẵỹ AZ09"\\/\n\r\t\b\f\v\0\x1c\x1f\x7f\x85\xa0\u0300\u0301\u0302\u0303\u0309\u0323\u031b\u0345',
    *"\u0897\u1acf\u1aeb\u1680\u180e\u2000\u2009\u200b\u200d\u200f\u2028\u2029\u202e\u202f\u205f\u2060\u2066\u2069\u3000\ufe0f\ufeff",
    *"\u1100\u1161\u11a8\u0958\u0340\u0344\u037e\u1e9b\u212b\u2126\ufb1d\uffff\ue000\ud800\udbff\udc00\udfff",
    *"\U0001f44d\U0001f3fd\U0001d15e\U0001e08f\U00016d67\U00016d68\U0002f800\U00020000\U000e0041\U0010ffff",
]


def joined(text: str) -> str:
    """Halves of a pair that met are one character: that is how a phone holds them."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


letters = st.sampled_from(ODD) | st.characters(exclude_categories=["Cn"])
typed = st.lists(letters, max_size=30).map("".join).map(joined)
batches = st.lists(typed, min_size=40, max_size=120)
in_few_processes = settings(max_examples=12, deadline=None)


def in_node(act: str, values: list[Any]) -> list[Any]:
    answers: list[Any] = json.loads(
        run(["--input-type=module", "-e", SCRIPT], json.dumps({"act": act, "values": values}))
    )
    return answers


def verifier_poll() -> Poll:
    poll = canonical.decode(definition().raw)
    return read_definition(poll | {"questionnaire": FORM.digest.hex()}, FORM.as_data())


def judged_by_verifier(data: bytes) -> list[Part] | None:
    poll = verifier_poll()
    try:
        return [
            Part(answer.subject, answer.marks, answer.remarks)
            for answer in read_ballot(read_plaintext(data, poll), poll, ("s1",))
        ]
    except Fault:
        return None


def judged_by_board(data: bytes) -> list[Part] | None:
    try:
        return ballot.decode(data, FORM, poll=POLL, expected=["s1"], size=ballot.plaintext_size(1))
    except BadBallot:
        return None


def padded(text: bytes) -> bytes:
    return (len(text).to_bytes(4, "big") + text).ljust(ballot.plaintext_size(1), b"\0")


@needs_packages
@in_few_processes
@given(batches)
def test_phone_and_board_tidy_and_measure_every_text_alike(texts: list[str]) -> None:
    here = [[tidied, canonical.text_bytes(tidied)] for tidied in map(ballot.tidy_remark, texts)]
    assert in_node("remarks", texts) == here


@given(typed)
def test_a_tidied_remark_stays_as_it_is_and_all_accept_it(text: str) -> None:
    tidied = ballot.tidy_remark(text)
    assert ballot.tidy_remark(tidied) == tidied
    if tidied:
        data = ballot.encode(POLL, [Part("s1", "0" * 16, (("other", tidied),))], FORM, subjects=1)
        assert judged_by_verifier(data) == judged_by_board(data) != None  # noqa: E711  # a chain of three


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | typed
    | typed.map(lambda text: unicodedata.normalize("NFC", text)),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(typed, inner, max_size=4),
    max_leaves=8,
)


def canonical_here(value: Any) -> str | None:
    try:
        return canonical.encode(value).hex()
    except canonical.NotCanonical:
        return None


def settled(value: Any) -> bool:
    """Tell whether all texts hold only characters that both versions of Unicode know."""
    return all(unicodedata.category(letter) != "Cn" for letter in str(json.dumps(value, ensure_ascii=False)))


@needs_packages
@in_few_processes
@given(st.lists(json_values.filter(settled), min_size=20, max_size=60))
def test_phone_and_board_write_the_same_canonical_json_or_none(values: list[Any]) -> None:
    assert in_node("canonical", values) == [canonical_here(value) for value in values]


remarks = st.dictionaries(st.sampled_from(FORM.remark_fields), typed, max_size=5)
long_remarks = st.dictionaries(
    st.sampled_from(FORM.remark_fields),
    st.tuples(typed, st.integers(0, 1400), st.sampled_from(["a", "ẵ", '"', "\n.", "👍"])).map(
        lambda drawn: f"{drawn[0]}{drawn[2] * drawn[1]}x"
    ),
    max_size=3,
)
parts = st.fixed_dictionaries(
    {
        "subject": st.just("s1"),
        "marks": st.text("01234", min_size=16, max_size=16),
        "remarks": remarks | long_remarks,
    }
)


def plaintext_here(part: dict[str, Any]) -> str | None:
    tidied = ((field, ballot.tidy_remark(part["remarks"].get(field, ""))) for field in FORM.remark_fields)
    written = tuple((field, text) for field, text in tidied if text)
    try:
        return ballot.encode(POLL, [Part("s1", part["marks"], written)], FORM, subjects=1).hex()
    except BadBallot:
        return None


@needs_packages
@in_few_processes
@given(st.lists(parts, min_size=10, max_size=40))
def test_phone_board_and_verifier_agree_on_every_answer_to_the_byte(drawn: list[dict[str, Any]]) -> None:
    form = FORM.as_data()
    sealed = in_node("ballots", [{"poll": POLL, "part": part, "form": form} for part in drawn])
    assert sealed == [plaintext_here(part) for part in drawn]
    for text in filter(None, sealed):
        data = bytes.fromhex(text)
        assert judged_by_board(data) == judged_by_verifier(data) != None  # noqa: E711  # a chain of three


hostile_parts = st.fixed_dictionaries(
    {
        "subject": st.sampled_from(["s1", "s1", "s1", "s2", "", 1]),
        "marks": st.sampled_from(["1" * 16, "0" * 16, "1" * 15, "5" * 16, "１" * 16, 1]),
        "remarks": st.lists(
            st.tuples(
                st.sampled_from([*FORM.remark_fields[-3:], "prestige"]), typed | st.just("x" * 4095)
            ).map(list)
            | json_values,
            max_size=3,
        ),
    },
    optional={"name": json_values},
)
hostile_ballots = st.fixed_dictionaries(
    {
        "format": st.sampled_from([ballot.FORMAT] * 5 + [1, "guong/ballot/v2"]),
        "poll": st.sampled_from([POLL] * 5 + ["0000000000", None]),
        "subjects": st.lists(hostile_parts, min_size=1, max_size=1) | json_values,
    }
)


@settings(max_examples=400)
@given(hostile_ballots)
def test_board_and_verifier_reject_the_same_hostile_ballots(value: Any) -> None:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    data = padded(text.encode(errors="surrogatepass")[: ballot.plaintext_size(1) - 4])
    assert judged_by_board(data) == judged_by_verifier(data)


@settings(max_examples=400)
@given(st.integers(0, 3000), st.binary(max_size=6), st.sampled_from(["replace", "insert", "cut"]))
def test_board_and_verifier_judge_a_damaged_ballot_alike(place: int, noise: bytes, how: str) -> None:
    part = Part("s1", "1234" * 4, (("school_head_01", "Đồng chí\u2028tốt \U0001f44d"), ("other", 'a"\\b')))
    whole = ballot.encode(POLL, [part], FORM, subjects=1)
    place %= 300
    rest = {"replace": place + len(noise), "insert": place, "cut": place + 1}[how]
    damaged = whole[:place] + (b"" if how == "cut" else noise) + whole[rest:]
    sized = damaged.ljust(len(whole), b"\0")[: len(whole)]
    for data in (damaged, sized):
        assert judged_by_board(data) == judged_by_verifier(data)


@needs_packages
@in_few_processes
@given(
    st.lists(
        st.text(f"{crockford.ALPHABET.lower()}{crockford.ALPHABET}oOiIlL uU- \t\n", max_size=26), min_size=40
    )
)
def test_phone_and_board_read_a_typed_code_alike(codes: list[str]) -> None:
    assert in_node("codes", codes) == [crockford.tidy(code) for code in codes]


def allowed(text: str) -> bool:
    return ballot.tidy_remark(f"a{text}a") == f"a{text}a"


@needs_packages
def test_no_remark_hangs_on_a_version_of_unicode() -> None:
    """Every character that one Unicode moves or takes apart and the other doesn't is kept out (decision 0005)."""
    every = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    probes = [f"a{letter}\u0334" for letter in every] + [f"a\u0345{letter}" for letter in every]
    forms = in_node("order", probes)
    for probe, (composed, taken_apart) in zip(probes, forms, strict=True):
        here = [unicodedata.normalize(form, probe) for form in ("NFC", "NFD")]
        if here != [composed, taken_apart]:
            assert not allowed(probe.strip("a\u0334\u0345")), ascii(probe)
            assert not all(map(allowed, taken_apart)), ascii(probe)


@pytest.mark.parametrize(
    "text", ["\U00016d67\U00016d67", "a\u0315\u0897", "a\u0315\U0001e08f", "\U00011382\U000113c9"]
)
def test_a_text_that_a_newer_unicode_writes_otherwise_is_invalid_for_both_programs(text: str) -> None:
    good = ballot.encode(POLL, [Part("s1", "1" * 16, (("other", "?"),))], FORM, subjects=1)
    body = good[4 : 4 + int.from_bytes(good[:4], "big")].replace(
        b'"?"', json.dumps(text, ensure_ascii=False).encode()
    )
    assert judged_by_board(padded(body)) is judged_by_verifier(padded(body)) is None


def test_every_ballot_has_the_size_that_the_envelope_expects() -> None:
    assert len(padded(b"{}")) + envelope.SEAL_BYTES + envelope.SIGNATURE_BYTES == envelope.envelope_size(1)
