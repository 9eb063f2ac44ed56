"""A2: no order that a thief of every file can find says whose an opened answer is.

The order of the *envelopes* is not secret: a write-ahead log keeps it, and this bench lets the attacker use it. What must
stay at chance is the step from an envelope, or a person, to a content (ballot-secrecy.md §0, §6).
"""

import json
import secrets
from collections import Counter
from functools import partial

import pytest

from guong.ballots import polls
from guong.core.secrecy import envelope
from guong.core.secrecy.box import Box
from guong.core.secrecy.opening import Opening, open_box
from tests import chance
from tests.attack import halls
from tests.attack.grounds import Ground
from tests.attack.halls import Hall
from tests.attack.matching import Orders, assert_chance, first_seen, hits, score
from tests.ballots import urns

ROUNDS = 12
LONG_ROUNDS = 100
VOTERS = 20
PIECE = 24


def people_orders(ground: Ground, hall: Hall, box: Box, journal: bytes) -> Orders:
    """Every order of people that the attacker has: by eye at the door, and from slots whose owner is known."""
    pieces = {
        voter: [sealed[start : start + PIECE] for start in range(0, len(sealed) - PIECE, 500)]
        for voter, sealed in enumerate(hall.sealed)
    }
    leaves = {
        envelope.leaf(hall.world.slots[voter], sealed): voter for voter, sealed in enumerate(hall.sealed)
    }
    orders = {
        "check-in": hall.check_in,
        "cast": hall.cast_order,
        "box": hall.by_slot([entry.slot_key for entry in box.device]),
        "published list": [leaves[leaf] for leaf in sorted(leaves)],
        "write-ahead log": first_seen(journal, pieces),
    }
    tables = ground.table_orders("slot", "slot_key")
    return orders | {f"table, {name}": hall.by_slot(keys) for name, keys in tables.items()}


def content_orders(hall: Hall, opening: Opening) -> Orders:
    """Every order of contents that leaves the opening: archive and result, as read back from their bytes."""
    (archived,) = json.loads(opening.archive)["subjects"]
    (counted,) = json.loads(opening.raw)["subjects"]
    return {
        "archive rows": hall.by_content(archived["rows"]),
        "remarks": hall.by_content(counted["remarks"]["other"]),
    }


def play(ground: Ground, seed: int) -> Counter[str]:
    """One conference from the first page to the opening, and what the attacker gets out of it."""
    hall = Hall(seed=seed, voters=VOTERS)
    with urns.opened(ground.fresh()) as store:
        hall.world.prepare(store)
        with halls.served(store) as address:
            hall.vote(address)
            journal = ground.journal()
        halls.close(store, hall)
        box = polls.seal(store, poll=hall.world.poll)
        assert isinstance(box, Box)
        opening = open_box(box, hall.world.seed)
        assert isinstance(opening, Opening)
        return score(people_orders(ground, hall, box, journal), content_orders(hall, opening))


@pytest.mark.slow
def test_no_order_of_people_or_envelopes_tells_whose_an_opened_answer_is(ground: Ground) -> None:
    assert_chance(partial(play, ground), ROUNDS)


@pytest.mark.long
def test_no_order_tells_it_over_many_conferences_either(ground: Ground) -> None:
    assert_chance(partial(play, ground), LONG_ROUNDS)


def test_positive_control_rows_that_are_written_as_they_come_give_everybody_away(ground: Ground) -> None:
    hall = Hall(seed=chance.seed(), voters=VOTERS)
    keys = [secrets.token_hex(16) for _ in range(VOTERS)]
    careless: list[tuple[str, tuple[object, ...]]] = [
        ("CREATE TABLE answer (id text NOT NULL PRIMARY KEY, marks text)", ())
    ]
    careless += [
        ("INSERT INTO answer VALUES (?, ?)", (keys[voter], hall.marks[voter])) for voter in hall.cast_order
    ]
    ground.run(careless)
    orders = {
        f"table, {name}": hall.by_content([row.decode() for row in rows])
        for name, rows in ground.table_orders("answer", "marks").items()
    }
    # By its key as well: the log's page heads cut a row in two now and then.
    written = {voter: [keys[voter].encode(), hall.marks[voter].encode()] for voter in range(VOTERS)}
    orders["write-ahead log"] = first_seen(ground.journal(), written)
    shares = {name: hits(order, hall.cast_order) / VOTERS for name, order in orders.items()}
    print(shares)
    assert len(shares) >= 3
    assert min(shares.values()) > 0.9


def test_positive_control_an_opening_that_forgets_to_shuffle_is_caught(ground: Ground) -> None:
    hall = Hall(seed=chance.seed(), voters=VOTERS)
    unsorted = {"archive rows": hall.by_content([hall.marks[voter] for voter in hall.cast_order])}
    assert score({"cast": hall.cast_order}, unsorted)["cast / archive rows"] / VOTERS > 0.9


def test_the_log_does_keep_the_order_of_envelopes_which_is_why_they_are_sealed(ground: Ground) -> None:
    hall = Hall(seed=chance.seed(), voters=VOTERS)
    with urns.opened(ground.fresh()) as store:
        hall.world.prepare(store)
        with halls.served(store) as address:
            hall.vote(address)
            pieces = {voter: [sealed[:PIECE], sealed[-PIECE:]] for voter, sealed in enumerate(hall.sealed)}
            seen = first_seen(ground.journal(), pieces)
    assert hits(seen, hall.cast_order) / VOTERS > 0.9
