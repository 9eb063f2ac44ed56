"""A16 and A18: whatever leaves the opening is in an order of its own: remarks tell nothing of marks, lists nothing of casts."""

import json
import math
from collections import Counter

from guong.core.lifecycle import SlotState
from guong.core.secrecy import envelope
from guong.core.secrecy.box import Box, Sealed
from guong.core.secrecy.opening import Opening, open_box
from tests import chance
from tests.attack.halls import Hall
from tests.attack.matching import score

ROUNDS = 24
VOTERS = 12


def box_of(hall: Hall) -> Box:
    """The box as exported: the urn's rows in key order, without a server (A2 plays it through one)."""
    entries = [Sealed(slot, sealed) for slot, sealed in zip(hall.world.slots, hall.sealed, strict=True)]
    return Box(hall.world.definition, hall.world.form, tuple(entries), (), {SlotState.CAST: hall.voters})


def exports(hall: Hall, opening: Opening) -> dict[str, list[int]]:
    """Whose every line of every file is, in the order of the file, read back from its bytes."""
    box = Box.from_bytes(opening.box.raw)
    owner = {
        envelope.leaf(slot, sealed): voter
        for voter, (slot, sealed) in enumerate(zip(hall.world.slots, hall.sealed, strict=True))
    }
    (archived,) = json.loads(opening.archive)["subjects"]
    (counted,) = json.loads(opening.raw)["subjects"]
    return {
        "archive rows": hall.by_content(archived["rows"]),
        "remarks": hall.by_content(counted["remarks"]["other"]),
        "box": hall.by_slot([entry.slot_key for entry in box.device]),
        "published list": [owner[leaf] for leaf in sorted(owner)],
        "cast": hall.cast_order,
    }


def test_no_file_of_the_opening_tells_anything_of_another() -> None:
    first = chance.seed()
    total: Counter[str] = Counter()
    for seed in range(first, first + ROUNDS):
        hall = Hall(seed=seed, voters=VOTERS)
        opening = open_box(box_of(hall), hall.world.seed)
        assert isinstance(opening, Opening)
        orders = exports(hall, opening)
        for name in list(orders):
            total.update(score({name: orders.pop(name)}, orders))
    limit = ROUNDS + 5 * math.sqrt(ROUNDS)
    print(f"seeds from {first}, {ROUNDS} rounds, limit {limit:.1f}: {dict(total.most_common())}")
    assert {name: count for name, count in total.items() if count >= limit} == {}


def test_positive_control_piles_that_keep_the_order_of_envelopes_join_remark_and_marks() -> None:
    hall = Hall(seed=chance.seed(), voters=VOTERS)
    careless = {
        "archive rows": hall.by_content([hall.marks[voter] for voter in hall.cast_order]),
        "remarks": hall.by_content([hall.remarks[voter] for voter in hall.cast_order]),
    }
    name = "archive rows / remarks"
    linked = score({"archive rows": careless["archive rows"]}, {"remarks": careless["remarks"]})[name]
    assert linked / VOTERS > 0.9


def test_marks_and_remarks_share_no_key_in_any_file() -> None:
    hall = Hall(seed=chance.seed(), voters=VOTERS)
    opening = open_box(box_of(hall), hall.world.seed)
    assert isinstance(opening, Opening)
    assert not any(remark.encode() in opening.archive for remark in hall.remarks)
    assert not any(marks.encode() in opening.raw for marks in hall.marks)
    assert not any(slot.hex().encode() in opening.raw + opening.archive for slot in hall.world.slots)
