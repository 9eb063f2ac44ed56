"""A5: a thief who copies the urn after every cast knows whose slot is whose, and still not whose content.

The first is granted (each snapshot shows which slot changed); the second must stay at chance.
"""

import json
import math

import pytest

from guong.ballots import polls
from guong.core.secrecy.box import Box
from guong.core.secrecy.opening import Opening, open_box
from tests import chance
from tests.attack import halls
from tests.attack.grounds import Ground
from tests.attack.halls import Hall
from tests.attack.matching import hits
from tests.ballots import urns

ROUNDS = 12
VOTERS = 10  # fewer, and remarks would be discarded


def snapshots(ground: Ground, hall: Hall) -> tuple[list[int], Opening]:
    """Play one conference; whose slot changed at each cast, and the opening."""
    seen: list[int] = []
    with urns.opened(ground.fresh()) as store:
        hall.world.prepare(store)
        with halls.served(store) as address:
            before = set(rows(ground))
            for _ in hall.voting(address):
                after = set(rows(ground))
                (changed,) = after - before
                seen.append(hall.by_slot([changed[0]])[0])
                before = after
        halls.close(store, hall)
        box = polls.seal(store, poll=hall.world.poll)
        assert isinstance(box, Box)
        opening = open_box(box, hall.world.seed)
        assert isinstance(opening, Opening)
    return seen, opening


def rows(ground: Ground) -> list[tuple[bytes, bytes]]:
    """Every slot with its bytes, as a copy of the database shows them."""
    keys = ground.table_orders("slot", "slot_key")["as selected"]
    envelopes = ground.table_orders("slot", "envelope")["as selected"]
    return list(zip(keys, envelopes, strict=True))


@pytest.mark.slow
def test_snapshots_after_each_cast_link_slots_and_leave_content_at_chance(ground: Ground) -> None:
    first = chance.seed()
    linked = found = backwards = 0
    for seed in range(first, first + ROUNDS):
        hall = Hall(seed=seed, voters=VOTERS)
        seen, opening = snapshots(ground, hall)
        linked += hits(seen, hall.cast_order)
        (archived,) = json.loads(opening.archive)["subjects"]
        (counted,) = json.loads(opening.raw)["subjects"]
        for contents in (archived["rows"], counted["remarks"]["other"]):
            found += hits(seen, hall.by_content(contents))
            backwards += hits(seen[::-1], hall.by_content(contents))
    limit = 2 * ROUNDS + 5 * math.sqrt(2 * ROUNDS)
    print(
        f"seeds from {first}: slots {linked / (ROUNDS * VOTERS)}, content {found} and {backwards}, limit {limit:.1f}"
    )
    assert linked == ROUNDS * VOTERS
    assert max(found, backwards) < limit


def test_positive_control_with_the_key_the_same_snapshots_link_everybody(ground: Ground) -> None:
    """Who keeps the key as well reads each snapshot: this is why it is in three envelopes, and then destroyed."""
    hall = Hall(seed=chance.seed(), voters=VOTERS)
    with urns.opened(ground.url) as store:
        hall.world.prepare(store)
        linked = []
        with halls.served(store) as address:
            before = set(rows(ground))
            for _ in hall.voting(address):
                after = set(rows(ground))
                ((_, sealed),) = after - before
                linked.append(hall.opened_with_key(sealed))
                before = after
    assert hits(hall.by_content(linked), hall.cast_order) / VOTERS > 0.9
