"""Keys, slips and envelopes: any two of three open, nothing else does (formats §4, §6)."""

from itertools import combinations

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from guong.core import ballot, crockford
from guong.core.ballot import Part
from guong.core.outcome import Refused
from guong.core.poll import PollDefinition, Subject
from guong.core.secrecy import envelope, keys, slips
from tests.core.answers import POLL, SCHOOL_FORM

OTHER_POLL = "0123456789"
SEED = bytes(range(16))
TICKET = bytes(range(10))


def definition(poll: str = POLL, seed: bytes = SEED) -> PollDefinition:
    return PollDefinition(
        poll=poll,
        title="Hội nghị",
        unit="Trường",
        questionnaire=SCHOOL_FORM.digest,
        board_key=keys.board_key(seed, poll).public_key().public_bytes_raw(),
        receipt_key=bytes(32),
        station_keys=(),
        subjects=(Subject("s1", "Nguyễn Thị A", "đ/c Nguyễn Thị A"),),
    )


def sealed(poll: PollDefinition) -> tuple[bytes, bytes]:
    slot_key = slips.public_key(TICKET, poll.poll)
    plaintext = ballot.encode(poll.poll, [Part("s1", "1" * 16)], SCHOOL_FORM, subjects=1)
    return slot_key, envelope.seal(poll, slot_key, plaintext, slips.signing_key(TICKET, poll.poll))


@settings(max_examples=15, deadline=None)
@given(st.binary(min_size=16, max_size=16))
def test_any_two_of_three_keys_open_and_one_alone_does_not(seed: bytes) -> None:
    shares = keys.split_seed(seed)
    for pair in combinations(shares, 2):
        assert keys.join_shares(pair) == seed
    for share in shares:
        with pytest.raises(keys.BadShare):
            keys.join_shares([share])
        with pytest.raises(keys.BadShare):
            keys.join_shares([share, share])


def test_keys_of_two_sets_do_not_open_together() -> None:
    first, second = keys.split_seed(SEED), keys.split_seed(SEED)
    with pytest.raises(keys.BadShare):
        keys.join_shares([first[0], second[1]])


def test_a_mistyped_key_is_noticed() -> None:
    share = keys.split_seed(SEED)[0]
    wrong = share[:-1] + ("1" if share[-1] != "1" else "2")
    with pytest.raises(keys.BadShare):
        keys.read_share(wrong)
    assert keys.read_share(f"# phong bì 1\n{share}\n") == share


def test_every_poll_has_a_key_of_its_own() -> None:
    assert definition().board_key != definition(OTHER_POLL).board_key


@given(st.binary(min_size=10, max_size=10))
def test_a_printed_code_reads_back_however_it_is_typed(ticket: bytes) -> None:
    groups = slips.printed_groups(ticket, POLL)
    typed = " - ".join(groups).lower().replace("0", "o").replace("1", "l")
    assert slips.read_code(typed, POLL) == ticket


@given(st.binary(min_size=10, max_size=10), st.integers(0, 3))
def test_a_mistyped_group_is_named(ticket: bytes, place: int) -> None:
    groups = slips.printed_groups(ticket, POLL)
    check = crockford.ALPHABET[(crockford.ALPHABET.index(groups[place][-1]) + 1) % 32]
    groups[place] = groups[place][:-1] + check
    outcome = slips.read_code("".join(groups), POLL)
    assert isinstance(outcome, Refused)
    assert outcome.reason == "mistyped_code"
    assert str(place + 1) in outcome.sentence


def test_a_slip_of_another_poll_is_recognised() -> None:
    outcome = slips.read_code("".join(slips.printed_groups(TICKET, OTHER_POLL)), POLL)
    assert isinstance(outcome, Refused)
    assert outcome.reason == "other_poll"


@pytest.mark.parametrize("written", ["https://gop-y.example/b/{poll}#{code}", "{code}", "  {code} "])
def test_a_scanned_address_and_a_typed_code_are_read_alike(written: str) -> None:
    code = "".join(slips.printed_groups(TICKET, POLL))
    assert slips.read_scanned(written.format(poll=POLL, code=code), POLL) == TICKET


def test_the_address_alone_tells_a_slip_of_another_poll() -> None:
    code = "".join(slips.printed_groups(TICKET, POLL))
    outcome = slips.read_scanned(f"https://gop-y.example/b/{OTHER_POLL}#{code}", POLL)
    assert isinstance(outcome, Refused)
    assert outcome.reason == "other_poll"


def test_an_envelope_opens_with_its_own_key_poll_and_slot_only() -> None:
    poll = definition()
    slot_key, data = sealed(poll)
    assert envelope.open_sealed(poll, slot_key, data, keys.board_key(SEED, POLL))[:4] != b""
    attempts = [
        (poll, slot_key, keys.board_key(bytes(16), POLL)),
        (poll, bytes(32), keys.board_key(SEED, POLL)),
        (definition(OTHER_POLL), slot_key, keys.board_key(SEED, OTHER_POLL)),
    ]
    for where, slot, key in attempts:
        with pytest.raises(envelope.CannotOpen):
            envelope.open_sealed(where, slot, data, key)


def test_a_signature_holds_for_its_own_poll_and_slot_only() -> None:
    poll = definition()
    slot_key, data = sealed(poll)
    assert envelope.is_signed_by(poll, slot_key, data, slot_key)
    assert not envelope.is_signed_by(definition(OTHER_POLL), slot_key, data, slot_key)
    assert not envelope.is_signed_by(poll, bytes(32), data, slot_key)
    assert not envelope.is_signed_by(poll, slot_key, data[:-1] + bytes([data[-1] ^ 1]), slot_key)


def test_a_receipt_says_which_envelope_and_nothing_else() -> None:
    key = Ed25519PrivateKey.generate()
    leaf = envelope.leaf(*sealed(definition()))
    signature = envelope.sign_receipt(key, POLL, leaf)
    public = key.public_key().public_bytes_raw()
    assert envelope.is_receipt(public, POLL, leaf, signature)
    assert not envelope.is_receipt(public, OTHER_POLL, leaf, signature)
    assert envelope.receipt_code(leaf).replace("-", "") == crockford.encode(leaf, 10)
