"""Write the shared test vectors: ``python -m tests.vectors.generate`` from the project's root.

Every byte repeats: keys and "random" values come from labels. What the files hold stands in
tests/vectors/README.md; the rules are docs/reference/formats.md.
"""

import hashlib
import json
import unicodedata
from pathlib import Path
from typing import Any

from tests.vectors import independent as formats
from tests.vectors.envelopes import hostile_cases
from tests.vectors.payloads import answer, part, school_payloads, ward_payloads
from tests.vectors.polls import VectorPoll, school, ward

HERE = Path(__file__).parent


def polls() -> dict[str, VectorPoll]:
    """The polls of all vector files by the name that the cases use."""
    return {"school": school(), "ward": ward()}


def honest() -> dict[str, Any]:
    """Tickets, ballots, plaintexts, envelopes, leaves and receipts that every program must agree on."""
    entries = []
    for name, poll in polls().items():
        payloads = school_payloads(poll) if name == "school" else ward_payloads(poll)
        chosen = [payload for payload in payloads if payload.verdict in ("valid", "empty")]
        entries.append(
            {"name": name}
            | poll.as_vector()
            | {"tickets": _tickets(poll), "station": _station(poll), "question": _question(poll)}
            | {"ballots": [_ballot(poll, payload.name, payload.plaintext) for payload in chosen]}
        )
    return {"format": "guong/vectors/honest/v1", "polls": entries}


def hostile() -> dict[str, Any]:
    """Every envelope that somebody may send, with the verdict of booth and opening."""
    return {
        "format": "guong/vectors/hostile/v1",
        "polls": {name: poll.as_vector() for name, poll in polls().items()},
        "cases": hostile_cases(polls()),
    }


def canonical_texts() -> dict[str, Any]:
    """Values and their canonical bytes; texts and their form as a remark (null: nothing is left)."""
    values = [
        answer(school(), part(remarks=[["other", 'a"b\\c/d\n\u2028\x7f é']])),
        {"b": 1, "a": [True, False, None, -1], "ă": "ế", "Z": {"𝒳": 1, "\uffff": 2}},
        {"control": "\0\x01\b\t\n\x0b\f\r\x1f"},
    ]
    tidied: list[tuple[str, str | None]] = [
        ("Tốt", "Tốt"),
        (unicodedata.normalize("NFD", "Tốt"), "Tốt"),
        ("  một\r\nhai\rba\tbốn \n", "một\nhai\nba bốn"),
        ("đánh\u200bdấu \u202eẩn\u2069\ufeff\u2060", "đánhdấu ẩn"),
        ("một\x00\x85\x7f hai\xa0", "một hai"),
        ("\u3000một\u2028", "một"),
        ("a\u200b\u0301", "á"),
        (" \u200b\n ", None),
    ]
    return {
        "format": "guong/vectors/canonical/v1",
        "values": [{"value": value, "b64": formats.b64(formats.canonical(value))} for value in values],
        "remarks": [{"typed": typed, "sealed": sealed} for typed, sealed in tidied],
    }


def _tickets(poll: VectorPoll) -> list[dict[str, str]]:
    entries = []
    for number in range(4):
        ticket = formats.fixed(f"ticket {poll.key} {number}", 10)
        entries.append(
            {
                "ticket": ticket.hex(),
                "code": formats.printed_code(ticket, poll.key, "guong/slip-check/v1"),
                "slot_key": formats.public(formats.signer(ticket, poll.key)).hex(),
            }
        )
    return entries


def _station(poll: VectorPoll) -> dict[str, str]:
    key = formats.signer(poll.station_ticket, poll.key, "guong/station/v1")
    code = formats.printed_code(poll.station_ticket, poll.key, "guong/station-check/v1")
    return {"ticket": poll.station_ticket.hex(), "code": code, "public_key": formats.public(key).hex()}


def _question(poll: VectorPoll) -> dict[str, str]:
    key = formats.signer(formats.fixed(f"ticket {poll.key} 0", 10), poll.key)
    slot_key = formats.public(key)
    signature = key.sign(b"guong/ask/v1\n" + poll.key.encode() + slot_key)
    return {"slot_key": slot_key.hex(), "body_b64": formats.b64(slot_key + signature)}


def _ballot(poll: VectorPoll, name: str, plaintext: bytes) -> dict[str, Any]:
    ticket = formats.fixed(f"ticket {poll.key} {name}", 10)
    ephemeral = formats.fixed(f"ephemeral {poll.key} {name}")
    key = formats.signer(ticket, poll.key)
    slot_key = formats.public(key)
    info = formats.envelope_info(poll.definition, slot_key)
    sealed = formats.sealed(poll.board.public_key().public_bytes_raw(), info, plaintext, ephemeral)
    envelope = formats.signed(info, sealed, key)
    length = int.from_bytes(plaintext[:4], "big")
    leaf = formats.leaf(slot_key, envelope)
    return {
        "name": name,
        "ticket": ticket.hex(),
        "slot_key": slot_key.hex(),
        "ephemeral": ephemeral.hex(),
        "answer": json.loads(plaintext[4 : 4 + length]),
        "plaintext_sha256": hashlib.sha256(plaintext).hexdigest(),
        "envelope_b64": formats.b64(envelope),
        "receipt": formats.receipt(poll.receipt, poll.key, leaf),
    }


def files() -> dict[str, bytes]:
    """The vector files by name, as they stand in this folder."""
    made = {"honest.json": honest(), "hostile.json": hostile(), "canonical.json": canonical_texts()}
    return {
        name: json.dumps(value, ensure_ascii=True, indent=1).encode() + b"\n" for name, value in made.items()
    }


if __name__ == "__main__":
    for name, data in files().items():
        (HERE / name).write_bytes(data)
        print(f"{name}: {len(data)} bytes")
