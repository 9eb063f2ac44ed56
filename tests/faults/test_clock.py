"""The clock jumps: an urn knows states, not times (DESIGN §2)."""

import asyncio
import sys
from pathlib import Path

import pytest

from tests import chance
from tests.ballots import urns
from tests.ballots.world import World
from tests.faults import phones
from tests.faults.lives import Lives
from tests.faults.phones import Network
from tests.faults.test_kills import assert_each_once, box_after

VOTERS = 60


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the bench forks its server, which Windows can't")
def test_a_clock_that_leaps_by_days_closes_no_poll_and_loses_no_ballot(url: str, tmp_path: Path) -> None:
    with urns.opened(url) as store:
        world = World(voters=VOTERS).prepare(store)
    ballots = [world.slots[voter] + world.sealed(voter) for voter in range(VOTERS)]
    with Lives(url, tmp_path / "receipt.key", "jumping") as lives:
        hall = asyncio.run(phones.vote(lives.port, world.poll, ballots, Network(chance.dice(), twins=0.2)))
    print(f"{len(hall.receipts)} casts on a leaping clock, {hall.tries} tries")
    assert_each_once(box_after(url, world), hall, world)
