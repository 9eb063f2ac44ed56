"""Opening a box: hostile envelopes never stop it, the digest never depends on chance (formats §8, §10)."""

from base64 import b64encode
from dataclasses import replace

import pytest

from guong.core import ballot, canonical
from guong.core.ballot import Part
from guong.core.lifecycle import SlotState
from guong.core.outcome import Refused
from guong.core.poll import PollDefinition
from guong.core.secrecy import envelope, slips
from guong.core.secrecy.box import BadBox, Box, Sealed
from guong.core.secrecy.opening import Opening, open_box
from tests.core.answers import POLL, SCHOOL_FORM
from tests.core.test_secrecy import SEED, definition

STATION = b"station-01"


def poll_with_station() -> PollDefinition:
    return replace(definition(), station_keys=(slips.public_key(STATION, POLL, slips.STATION),))


def device(number: int, plaintext: bytes) -> Sealed:
    ticket = number.to_bytes(10, "big")
    slot_key = slips.public_key(ticket, POLL)
    return Sealed(
        slot_key, envelope.seal(poll_with_station(), slot_key, plaintext, slips.signing_key(ticket, POLL))
    )


def paper(number: int, plaintext: bytes) -> Sealed:
    slot_key = number.to_bytes(32, "big")
    signer = slips.signing_key(STATION, POLL, slips.STATION)
    return Sealed(slot_key, envelope.seal(poll_with_station(), slot_key, plaintext, signer), "s1")


def answer(marks: str, *remarks: tuple[str, str]) -> bytes:
    return ballot.encode(POLL, [Part("s1", marks, remarks)], SCHOOL_FORM, subjects=1)


def box(envelopes: list[Sealed], sheets: list[Sealed]) -> Box:
    ordered = sorted(envelopes, key=lambda entry: entry.slot_key)
    slots = dict.fromkeys(SlotState, 0) | {SlotState.CAST: len(ordered)}
    return Box(poll_with_station(), SCHOOL_FORM, tuple(ordered), tuple(sheets), slots)


def opened(content: Box) -> Opening:
    outcome = open_box(content, SEED)
    assert isinstance(outcome, Opening)
    return outcome


def ten() -> list[Sealed]:
    return [device(number, answer("1234" * 4, ("other", f"Ý kiến {number}"))) for number in range(10)]


def test_a_box_file_reads_back_and_opens_to_the_same_digest_every_time() -> None:
    content = box(ten(), [paper(1, answer("4" * 16))])
    again = Box.from_bytes(content.raw)
    assert again == content
    assert opened(again).raw == opened(content).raw


def test_device_and_paper_land_in_one_count() -> None:
    count = opened(box(ten(), [paper(1, answer("4" * 16))])).counts[0]
    assert (count.device, count.paper, count.opened, count.valid) == (10, 1, 11, 11)
    assert count.items["school_head_01"] == (0, 10, 0, 0, 1)
    assert len(count.remarks["other"]) == 10


@pytest.mark.parametrize(
    "plaintext",
    [b"garbage".ljust(ballot.plaintext_size(1), b"?"), answer("0" * 16), bytes(ballot.plaintext_size(1))],
)
def test_a_hostile_or_empty_ballot_is_returned_invalid_and_stops_nothing(plaintext: bytes) -> None:
    count = opened(box([*ten(), device(99, plaintext)], [])).counts[0]
    assert (count.opened, count.valid, count.invalid) == (11, 10, 1)


def test_a_copied_ciphertext_signed_by_another_slip_is_invalid() -> None:
    first, ticket = device(1, answer("1" * 16)), (50).to_bytes(10, "big")
    slot_key, poll = slips.public_key(ticket, POLL), poll_with_station()
    stolen = first.envelope[:-64]
    signed = slips.signing_key(ticket, POLL).sign(
        b"guong/cast/v1\n" + envelope.info_bytes(poll, slot_key) + stolen
    )
    count = opened(box([*ten(), Sealed(slot_key, stolen + signed)], [])).counts[0]
    assert (count.opened, count.invalid) == (11, 1)


def test_a_changed_envelope_stops_the_opening_because_the_server_accepts_none() -> None:
    entry = ten()[0]
    changed = Sealed(entry.slot_key, entry.envelope[:-1] + bytes([entry.envelope[-1] ^ 1]))
    outcome = open_box(box([changed, *ten()[1:]], []), SEED)
    assert isinstance(outcome, Refused)
    assert outcome.reason == "changed_box"


def test_keys_of_another_poll_are_refused() -> None:
    outcome = open_box(box(ten(), []), bytes(16))
    assert isinstance(outcome, Refused)
    assert outcome.reason == "other_key"


def test_the_archive_holds_rows_without_remarks_or_order() -> None:
    result = opened(box(ten(), []))
    archive = canonical.decode(result.archive)
    assert archive["subjects"] == [{"subject": "s1", "rows": ["1234" * 4] * 10}]
    assert "Ý kiến".encode() not in result.archive


@pytest.mark.parametrize(
    "damage", [lambda raw: raw[:-1], lambda raw: raw + b"\n", lambda raw: b"{}", lambda raw: b""]
)
def test_a_damaged_box_file_is_refused(damage) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(BadBox):
        Box.from_bytes(damage(box(ten(), []).raw))


def test_a_box_with_one_slot_twice_is_refused() -> None:
    entries = ten()
    raw = box([*entries, entries[0]], []).raw
    assert raw.count(b64encode(entries[0].slot_key)) == 2
    with pytest.raises(BadBox):
        Box.from_bytes(raw)
