"""The booth's process is killed in the middle of the voting, replies are lost, phones send twice: nothing is lost, nothing
counts twice (security.md §4). One kill falls after a random number of acknowledgements, with fifty phones in flight.
"""

import asyncio
import random
import sys
from pathlib import Path

import pytest

from guong.ballots import polls
from guong.core.secrecy import envelope
from guong.core.secrecy.box import Box
from tests import chance
from tests.ballots import urns
from tests.ballots.world import World
from tests.faults import phones
from tests.faults.lives import Lives
from tests.faults.phones import Hall, Network

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL, which Windows lacks")

SHORT_KILLS, SHORT_VOTERS = 10, 500
LONG_POLLS, KILLS_A_POLL, VOTERS_A_POLL = 50, 4, 1000  # 200 kills, 50,000 casts


async def vote_through_kills(lives: Lives, world: World, kills: int, dice: random.Random) -> Hall:
    """Let all phones vote while the booth is killed ``kills`` times, spread over the voting."""
    fatal = sorted(dice.sample(range(1, world.voters - 1), kills))
    told = asyncio.Event()
    count = 0

    def acknowledged(number: int) -> None:
        nonlocal count
        count = number
        told.set()

    async def killer() -> None:
        for moment in fatal:
            while count < moment:
                told.clear()
                await told.wait()
            await asyncio.to_thread(lives.kill)
            await asyncio.to_thread(lives.start)

    ballots = [world.slots[voter] + world.sealed(voter) for voter in range(world.voters)]
    network = Network(dice, dropped=0.2, twins=0.1)
    voting = phones.vote(lives.port, world.poll, ballots, network, acknowledged=acknowledged)
    hall, _ = await asyncio.gather(voting, killer())
    return hall


def box_after(url: str, world: World) -> Box:
    """Close and seal the poll; the file must be sound."""
    with urns.opened(url) as store:
        polls.close(store, poll=world.poll, paper_sets={})
        box = polls.seal(store, poll=world.poll)
        assert isinstance(box, Box)
        return box


def assert_each_once(box: Box, hall: Hall, world: World) -> None:
    """Every acknowledged ballot is in the box once, and nothing else; each phone has heard one receipt."""
    leaves = {entry.slot_key: envelope.leaf(entry.slot_key, entry.envelope).hex() for entry in box.device}
    assert len(box.device) == len(leaves) == world.voters
    assert hall.receipts == {voter: {leaves[world.slots[voter]]} for voter in range(world.voters)}


def play(url: str, folder: Path, *, voters: int, kills: int, manner: str = "careful") -> Hall:
    """One poll through all kills; raises AssertionError where a ballot was lost or doubled."""
    dice = chance.dice()
    with urns.opened(url) as store:
        world = World(voters=voters).prepare(store)
    with Lives(url, folder / "receipt.key", manner) as lives:
        hall = asyncio.run(vote_through_kills(lives, world, kills, dice))
    assert_each_once(box_after(url, world), hall, world)
    return hall


@pytest.mark.slow
def test_ten_kills_lose_nothing_and_double_nothing(url: str, tmp_path: Path) -> None:
    hall = play(url, tmp_path, voters=SHORT_VOTERS, kills=SHORT_KILLS)
    print(f"{hall.tries} tries, {hall.dropped} replies dropped, {hall.twins} twins")
    assert hall.dropped
    assert hall.twins


@pytest.mark.long
def test_two_hundred_kills_and_fifty_thousand_casts_lose_and_double_nothing(url: str, tmp_path: Path) -> None:
    halls = [play(url, tmp_path, voters=VOTERS_A_POLL, kills=KILLS_A_POLL) for _ in range(LONG_POLLS)]
    print(
        f"{LONG_POLLS * KILLS_A_POLL} kills, {sum(len(hall.receipts) for hall in halls)} casts, "
        f"{sum(hall.dropped for hall in halls)} replies dropped, {sum(hall.twins for hall in halls)} twins"
    )
    assert sum(len(hall.receipts) for hall in halls) == LONG_POLLS * VOTERS_A_POLL


@pytest.mark.slow
def test_planted_fault_a_booth_that_answers_before_it_writes_is_caught(tmp_path: Path) -> None:
    with (
        urns.urn_url("sqlite", tmp_path) as address,
        pytest.raises(AssertionError),
    ):
        play(address, tmp_path, voters=200, kills=2, manner="careless")


@pytest.mark.slow
def test_planted_fault_a_booth_that_refuses_the_same_bytes_again_is_caught(tmp_path: Path) -> None:
    with (
        urns.urn_url("sqlite", tmp_path) as address,
        pytest.raises(ExceptionGroup, match="unhandled") as caught,
    ):
        play(address, tmp_path, voters=100, kills=1, manner="forgetful")
    assert "told used of its own ballot" in str(caught.value.exceptions[0])
