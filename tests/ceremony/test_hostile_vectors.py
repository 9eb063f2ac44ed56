"""Every hostile envelope of the shared vectors in one box: counted, never stopping the opening (formats §10)."""

import json
from base64 import b64decode
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from guong.ceremony.opening import OpenedBox, open_in_memory
from guong.core import canonical
from guong.core.lifecycle import SlotState
from guong.core.poll import PollDefinition
from guong.core.questionnaire import Questionnaire
from guong.core.secrecy import keys
from guong.core.secrecy.box import Box, Sealed

HOSTILE = json.loads((Path(__file__).parent.parent / "vectors" / "hostile.json").read_bytes())


def box_of_all(poll: str) -> tuple[Box, list[dict[str, Any]]]:
    """All envelopes of a poll that the server would have accepted, and their cases."""
    cases = [
        case for case in HOSTILE["cases"] if case["poll"] == poll and case["verdict"] != "refused_by_server"
    ]
    described = HOSTILE["polls"][poll]
    sealed = [
        Sealed(b64decode(case["slot_key_b64"]), b64decode(case["envelope_b64"]), case["subject"])
        for case in cases
    ]
    box = Box(
        PollDefinition.from_canonical(canonical.encode(described["definition"])),
        Questionnaire.from_canonical(canonical.encode(described["questionnaire"])),
        tuple(sorted((entry for entry in sealed if entry.subject is None), key=lambda entry: entry.slot_key)),
        tuple(entry for entry in sealed if entry.subject is not None),
        dict.fromkeys(SlotState, 0) | {SlotState.CAST: sum(entry.subject is None for entry in sealed)},
    )
    return box, cases


@pytest.mark.parametrize("poll", HOSTILE["polls"])
def test_all_hostile_envelopes_together_are_counted_as_the_vectors_say(poll: str) -> None:
    box, cases = box_of_all(poll)
    shares = keys.split_seed(bytes.fromhex(HOSTILE["polls"][poll]["seed"]))
    outcome = open_in_memory(box.raw, shares[1:])
    assert isinstance(outcome, OpenedBox)
    for count in outcome.opening.counts:
        verdicts = Counter(
            case["subjects"][count.subject] for case in cases if count.subject in case["subjects"]
        )
        assert count.opened == verdicts.total()
        assert count.valid == verdicts["valid"]
        assert count.invalid == verdicts["invalid"] + verdicts["empty"]
