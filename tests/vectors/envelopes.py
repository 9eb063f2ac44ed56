"""The hostile cases: what arrives at the booth, what it must answer, what the opening must find."""

from collections.abc import Iterator
from typing import Any

from tests.vectors import independent as formats
from tests.vectors.payloads import answer, part, school_payloads, ward_payloads
from tests.vectors.polls import VectorPoll

Case = dict[str, Any]


def hostile_cases(polls: dict[str, VectorPoll]) -> list[Case]:
    """All cases; the fields of a case are explained in tests/vectors/README.md."""
    cases = []
    for name, poll in polls.items():
        payloads = school_payloads(poll) if name == "school" else ward_payloads(poll)
        for payload in payloads:
            case = _sealed_by_slip(name, poll, payload.name, payload.plaintext)
            verdicts = payload.subjects or dict.fromkeys(poll.subjects, payload.verdict)
            cases.append(case | _opens_as(payload.verdict, verdicts))
    cases += _ciphertexts(polls["school"], polls["ward"])
    cases += _refused(polls["school"], polls["ward"])
    cases += _paper(polls["ward"])
    return cases


def _sealed_by_slip(name: str, poll: VectorPoll, label: str, plaintext: bytes) -> Case:
    key = _slip(poll, label)
    return _case(name, label, key, poll, _sealed(poll, formats.public(key), plaintext, label))


def _ciphertexts(school: VectorPoll, ward: VectorPoll) -> Iterator[Case]:
    """Rightly signed by a good slip, so the booth must take them, but they don't open."""
    size, honest = school.size + 48, _honest(school)
    victim = formats.public(_slip(school, "plain"))
    other = _sealed(school, victim, honest, "plain")

    def of(label: str, sealed: bytes) -> Case:
        case = _case("school", label, _slip(school, label), school, sealed)
        return case | _opens_as("invalid", {"s1": "invalid"})

    own = formats.public(_slip(school, "sealed_to_another_board"))
    yield of("garbage_ciphertext", formats.fixed("garbage", size))
    yield of("all_zero_ciphertext", bytes(size))
    yield of("low_order_sender", bytes(32) + formats.fixed("low order", size - 32))
    yield of("ciphertext_copied_from_another_slip", other)
    yield of(
        "sealed_to_another_board",
        formats.sealed(
            ward.board.public_key().public_bytes_raw(),
            formats.envelope_info(school.definition, own),
            honest,
            formats.fixed("another board"),
        ),
    )
    own = formats.public(_slip(school, "sealed_for_another_poll"))
    info = formats.envelope_info(school.definition | {"poll": ward.key}, own)
    yield of("sealed_for_another_poll", _sealed_with(school, info, honest, "another poll"))
    own = formats.public(_slip(school, "sealed_for_another_form"))
    form = {"questionnaire": ward.definition["questionnaire"]}
    info = formats.envelope_info(school.definition | form, own)
    yield of("sealed_for_another_form", _sealed_with(school, info, honest, "another form"))
    own = formats.public(_slip(school, "tag_changed"))
    yield of("tag_changed", _flipped(_sealed(school, own, honest, "tag"), -1))
    own = formats.public(_slip(school, "shorter_plaintext_with_tail"))
    yield of("shorter_plaintext_with_tail", _sealed(school, own, honest[:-16], "short") + bytes(16))


def _refused(school: VectorPoll, ward: VectorPoll) -> Iterator[Case]:
    """The booth must not take these; `state` is its answer."""
    label = "plain"
    key, honest = _slip(school, label), _honest(school)
    slot_key = formats.public(key)
    sealed = _sealed(school, slot_key, honest, label)
    info = formats.envelope_info(school.definition, slot_key)
    good = formats.signed(info, sealed, key)

    def of(name: str, state: str, slot: bytes, envelope: bytes, *, registered: bool = True) -> Case:
        entry = _entry("school", name, slot, envelope, registered=registered)
        return entry | {"verdict": "refused_by_server", "state": state, "subjects": None}

    yield of("signature_changed", "bad_signature", slot_key, _flipped(good, -1))
    yield of("signature_zero", "bad_signature", slot_key, sealed + bytes(64))
    yield of("ciphertext_changed_after_signing", "bad_signature", slot_key, _flipped(good, 100))
    yield of(
        "signed_by_another_slip", "bad_signature", slot_key, formats.signed(info, sealed, _slip(school, "x"))
    )
    foreign = formats.envelope_info(school.definition | {"poll": ward.key}, slot_key)
    yield of("signed_for_another_poll", "bad_signature", slot_key, formats.signed(foreign, sealed, key))
    thief = formats.public(_slip(school, "thief"))
    yield of("whole_envelope_under_another_slip", "bad_signature", thief, good)
    station = formats.signer(school.station_ticket, school.key, "guong/station/v1")
    yield of("station_key_on_a_slip", "bad_signature", slot_key, formats.signed(info, sealed, station))
    yield of("signature_over_sealed_only", "bad_signature", slot_key, sealed + key.sign(sealed))
    malleable = _flipped_scalar(good)
    yield of("signature_scalar_plus_order", "bad_signature", slot_key, malleable)
    unknown = _slip(school, "never printed")
    own = formats.envelope_info(school.definition, formats.public(unknown))
    yield of(
        "slip_never_printed",
        "unknown_slip",
        formats.public(unknown),
        formats.signed(own, _sealed(school, formats.public(unknown), honest, "n"), unknown),
        registered=False,
    )
    yield of("small_order_slot_key", "unknown_slip", bytes(32), good, registered=False)
    for name, envelope in (
        ("no_envelope", b""),
        ("one_byte_short", good[:-1]),
        ("one_byte_long", good + b"\0"),
        ("size_of_two_subjects", good.ljust(ward.size + 112, b"\0")),
        ("only_signature", good[-64:]),
    ):
        yield of(name, "malformed", slot_key, envelope)
    yield of("slot_key_cut_short", "malformed", slot_key[:-1], good[:-1])


def _paper(poll: VectorPoll) -> Iterator[Case]:
    """Sheets of the ward's second subject, sealed by the station; the slot is 32 random bytes."""
    marks = "2" * 19
    station = formats.signer(poll.station_ticket, poll.key, "guong/station/v1")

    def of(name: str, verdict: str, *parts: dict[str, Any]) -> Case:
        slot_key = formats.fixed(f"paper slot {name}")
        plaintext = formats.padded(formats.canonical(answer(poll, *parts)), poll.size)
        info = formats.envelope_info(poll.definition, slot_key)
        envelope = formats.signed(info, _sealed_with(poll, info, plaintext, name), station)
        entry = _entry("ward", f"paper_{name}", slot_key, envelope, channel="paper", subject="s2")
        return entry | _opens_as(verdict, {"s2": verdict})

    yield of("sheet", "valid", part("s2", marks))
    yield of("sheet_empty", "empty", part("s2", "0" * 19))
    yield of("sheet_names_another_subject", "invalid", part("s1", marks))
    yield of("sheet_with_two_subjects", "invalid", part("s1", marks), part("s2", marks))


def _case(name: str, label: str, key: Any, poll: VectorPoll, sealed: bytes) -> Case:
    slot_key = formats.public(key)
    envelope = formats.signed(formats.envelope_info(poll.definition, slot_key), sealed, key)
    return _entry(name, label, slot_key, envelope)


def _entry(
    poll: str,
    name: str,
    slot_key: bytes,
    envelope: bytes,
    *,
    registered: bool = True,
    channel: str = "device",
    subject: str | None = None,
) -> Case:
    return {
        "name": name,
        "poll": poll,
        "channel": channel,
        "subject": subject,
        "registered": registered,
        "slot_key_b64": formats.b64(slot_key),
        "envelope_b64": formats.b64(envelope),
    }


def _opens_as(verdict: str, subjects: dict[str, str]) -> Case:
    return {"verdict": verdict, "state": "accepted", "subjects": subjects}


def _slip(poll: VectorPoll, label: str) -> Any:
    return formats.signer(formats.fixed(f"ticket {poll.key} {label}", 10), poll.key)


def _honest(poll: VectorPoll) -> bytes:
    return formats.padded(formats.canonical(answer(poll, part())), poll.size)


def _sealed(poll: VectorPoll, slot_key: bytes, plaintext: bytes, label: str) -> bytes:
    return _sealed_with(poll, formats.envelope_info(poll.definition, slot_key), plaintext, label)


def _sealed_with(poll: VectorPoll, info: bytes, plaintext: bytes, label: str) -> bytes:
    ephemeral = formats.fixed(f"ephemeral {poll.key} {label}")
    return formats.sealed(poll.board.public_key().public_bytes_raw(), info, plaintext, ephemeral)


def _flipped(data: bytes, place: int) -> bytes:
    changed = bytearray(data)
    changed[place] ^= 1
    return bytes(changed)


def _flipped_scalar(envelope: bytes) -> bytes:
    """The same signature with the group order added to S: it must not count as a signature."""
    order = 2**252 + 27742317777372353535851937790883648493
    scalar = int.from_bytes(envelope[-32:], "little") + order
    return envelope[:-32] + scalar.to_bytes(32, "little")
