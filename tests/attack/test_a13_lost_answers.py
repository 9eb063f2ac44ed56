"""A13: the server is killed after a commit and before its answer; the phone asks again and is in the box once."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from guong.ballots import polls
from guong.core.secrecy import envelope
from guong.core.secrecy.box import Box
from tests import chance
from tests.attack.grounds import Ground
from tests.ballots import urns
from tests.ballots.world import World

PROGRAM = Path(__file__).with_name("killed_server.py")
KILLS = 4
LONG_KILLS = 40
CASTS_PER_LIFE = 5


@contextmanager
def life(url: str, key: Path, *, fatal: int, manner: str) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """One life of a server; ended by its own hand, or by ours through its pipe."""
    process = subprocess.Popen(
        [sys.executable, str(PROGRAM), url, str(key), str(fatal), manner],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    with process:
        assert process.stdout is not None
        yield process.stdout.readline().strip(), process


def vote_through_kills(url: str, world: World, key: Path, kills: int, manner: str) -> dict[int, set[str]]:
    """Let everybody send identical bytes until acknowledged, through that many killed servers; receipts by voter."""
    receipts: dict[int, set[str]] = {voter: set() for voter in range(world.voters)}
    sealed = [world.sealed(voter) for voter in range(world.voters)]
    dice = chance.dice()
    waiting = list(range(world.voters))
    killed = 0
    while waiting:
        fatal = dice.randint(1, CASTS_PER_LIFE) if killed < kills else 0
        with life(url, key, fatal=fatal, manner=manner) as (address, process):
            while waiting:
                body = world.slots[waiting[0]] + sealed[waiting[0]]
                try:
                    answer = httpx.post(f"{address}/b/{world.poll}/cast", content=body, timeout=30)
                except httpx.TransportError:
                    break
                assert answer.status_code == 200, answer.text
                receipts[waiting.pop(0)].add(answer.json()["leaf"])
            if waiting:
                assert process.wait(30) == -signal.SIGKILL
                killed += 1
    assert killed == kills
    print(f"{killed} kills, {len(receipts)} casts acknowledged")
    return receipts


def box_after(url: str, world: World) -> Box:
    with urns.opened(url) as store:
        polls.close(store, poll=world.poll, paper_sets={})
        box = polls.seal(store, poll=world.poll)
        assert isinstance(box, Box)
        return box


def assert_nothing_lost(ground: Ground, tmp_path: Path, kills: int) -> None:
    with urns.opened(ground.url) as store:
        world = World(voters=(kills + 1) * CASTS_PER_LIFE).prepare(store)
    receipts = vote_through_kills(ground.url, world, tmp_path / "receipt.key", kills, "careful")
    box = box_after(ground.url, world)
    leaves = {entry.slot_key: envelope.leaf(entry.slot_key, entry.envelope).hex() for entry in box.device}
    assert receipts == {voter: {leaves[world.slots[voter]]} for voter in range(world.voters)}
    assert len(box.device) == world.voters


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL, which Windows lacks")
def test_a_killed_server_loses_no_ballot_and_doubles_none(ground: Ground, tmp_path: Path) -> None:
    assert_nothing_lost(ground, tmp_path, KILLS)


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL, which Windows lacks")
def test_forty_killed_servers_lose_none_either(ground: Ground, tmp_path: Path) -> None:
    assert_nothing_lost(ground, tmp_path, LONG_KILLS)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL, which Windows lacks")
def test_positive_control_a_booth_that_answers_before_it_writes_is_caught(
    ground: Ground, tmp_path: Path
) -> None:
    with urns.opened(ground.url) as store:
        world = World(voters=3).prepare(store)
    with life(ground.url, tmp_path / "receipt.key", fatal=3, manner="careless") as (address, process):
        for voter in range(world.voters):
            body = world.slots[voter] + world.sealed(voter)
            answer = httpx.post(f"{address}/b/{world.poll}/cast", content=body, timeout=30)
            assert answer.json()["state"] == "accepted"
        assert process.wait(30) == -signal.SIGKILL
    assert len(box_after(ground.url, world).device) < world.voters
