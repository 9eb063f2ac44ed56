"""The verifier judges every shared hostile vector as the vectors say (tests/vectors/README.md)."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from guong.verify.box import Box, check_signatures, read_box
from guong.verify.keys import derive_board_key
from guong.verify.opening import open_box, open_envelope
from guong.verify.strict import Fault, read_canonical, sha256
from tests.verify.writer import dump

VECTORS = Path(__file__).parents[1] / "vectors"
HOSTILE = json.loads((VECTORS / "hostile.json").read_text(encoding="utf-8"))
HONEST = json.loads((VECTORS / "honest.json").read_text(encoding="utf-8"))
CANONICAL = json.loads((VECTORS / "canonical.json").read_text(encoding="utf-8"))
OPENED = [case for case in HOSTILE["cases"] if case["state"] == "accepted"]
REFUSED = [case for case in HOSTILE["cases"] if case["state"] != "accepted" and case["registered"]]


def box_of(poll: dict[str, Any], cases: list[dict[str, Any]]) -> bytes:
    """A box that holds exactly these cases."""
    order = [subject["key"] for subject in poll["definition"]["subjects"]]
    device = [(base64.b64decode(case["slot_key_b64"]), case) for case in cases if case["channel"] == "device"]
    paper = [case for case in cases if case["channel"] == "paper"]
    leaves = sorted(
        sha256(b"guong/leaf/v1\n", slot, base64.b64decode(case["envelope_b64"])) for slot, case in device
    )
    return dump({
        "format": "guong/box/v1", "poll": poll["definition"], "questionnaire": poll["questionnaire"],
        "list_digest": sha256(b"guong/list/v1\n", poll["definition"]["poll"].encode(), *leaves).hex(),
        "slots": {"free": 0, "cast": len(device), "exchanged": 0, "spoiled": 0, "left_over": 0, "void": 0},
        "device": [[c["slot_key_b64"], c["envelope_b64"]] for _, c in sorted(device, key=lambda pair: pair[0])],
        "paper": [
            [c["subject"], c["slot_key_b64"], c["envelope_b64"]]
            for c in sorted(paper, key=lambda c: (order.index(c["subject"]), base64.b64decode(c["slot_key_b64"])))
        ],
    })  # fmt: skip


def read_signed(poll: dict[str, Any], cases: list[dict[str, Any]]) -> Box:
    box = read_box(box_of(poll, cases))
    check_signatures(box)
    return box


def private_key(poll: dict[str, Any]) -> X25519PrivateKey:
    return derive_board_key(bytes.fromhex(poll["seed"]), poll["definition"]["poll"])


@pytest.mark.parametrize("case", OPENED, ids=lambda case: case["name"])
def test_envelope_is_judged_as_the_vector_says(case: dict[str, Any]) -> None:
    poll = HOSTILE["polls"][case["poll"]]
    box = read_signed(poll, [case])
    envelope = (box.device + box.paper)[0]
    subjects = (case["subject"],) if case["subject"] else box.poll.subjects
    opened = open_envelope(envelope, box.poll, private_key(poll), subjects)
    verdicts = (
        dict.fromkeys(subjects, "invalid")
        if opened is None
        else {part.subject: "empty" if part.empty else "valid" for part in opened}
    )
    assert verdicts == case["subjects"]


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case["name"])
def test_envelope_that_no_server_takes_stops_the_whole_box(case: dict[str, Any]) -> None:
    with pytest.raises(Fault):
        read_signed(HOSTILE["polls"][case["poll"]], [case])


@pytest.mark.parametrize("name", HOSTILE["polls"])
def test_a_box_of_all_hostile_envelopes_is_counted_to_the_end(name: str) -> None:
    poll = HOSTILE["polls"][name]
    cases = [case for case in OPENED if case["poll"] == name]
    opening = open_box(read_signed(poll, cases), bytes.fromhex(poll["seed"]))
    for entry in opening.subjects:
        assert isinstance(entry, dict)
        verdicts = [case["subjects"].get(entry["subject"]) for case in cases]
        assert entry["valid"] == verdicts.count("valid")
        assert entry["invalid"] == verdicts.count("invalid") + verdicts.count("empty")


@pytest.mark.parametrize("poll", HONEST["polls"], ids=lambda poll: poll["name"])
def test_honest_envelopes_open_to_the_answers_that_were_sealed(poll: dict[str, Any]) -> None:
    private = private_key(HOSTILE["polls"][poll["name"]])
    for ballot in poll["ballots"]:
        slot = base64.b64encode(bytes.fromhex(ballot["slot_key"])).decode()
        box = read_signed(poll, [ballot | {"channel": "device", "slot_key_b64": slot}])
        assert box.leaves()[0].hex() == ballot["receipt"]["leaf"]
        opened = open_envelope(box.device[0], box.poll, private, box.poll.subjects)
        assert opened is not None
        told = [
            {
                "marks": part.marks,
                "remarks": [list(remark) for remark in part.remarks],
                "subject": part.subject,
            }
            for part in opened
        ]
        assert told == ballot["answer"]["subjects"]


@pytest.mark.parametrize("vector", CANONICAL["values"])
def test_canonical_bytes_are_read_back(vector: dict[str, Any]) -> None:
    assert read_canonical(base64.b64decode(vector["b64"])) == vector["value"]
