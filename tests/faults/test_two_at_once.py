"""Two chairs close, two boards take out the box, two officers erase, while phones still send: one seal, one box, one truth."""

import random
import secrets
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest

from guong.ballots import casting, polls
from guong.ballots.casting import Accepted, Attempt
from guong.ballots.store import Store
from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.core.secrecy import envelope
from guong.core.secrecy.box import Box
from tests import chance
from tests.ballots.world import World

VOTERS = 6
ROUNDS, LONG_ROUNDS = 25, 300
_AFTER = {"closed", "void"}
DIGESTS = (secrets.token_bytes(32), secrets.token_bytes(32))


@dataclass
class Said:
    """What everybody was told in one round, in no order."""

    cast: dict[int, set[str]] = field(default_factory=dict)
    boxes: list[Box] = field(default_factory=list)
    opened: list[bytes] = field(default_factory=list)


def together(acts: list[Callable[[], None]], dice: random.Random) -> None:
    """Run all acts at the same moment, in threads of their own."""
    dice.shuffle(acts)
    barrier = threading.Barrier(len(acts))

    def act(one: Callable[[], None]) -> None:
        barrier.wait(30)
        one()

    with ThreadPoolExecutor(len(acts)) as threads:
        for done in [threads.submit(act, one) for one in acts]:
            done.result(60)


def play_round(store: Store, dice: random.Random) -> None:
    """One poll whose end everybody wants at once; raises AssertionError where two truths come out."""
    world, said = World(voters=VOTERS).prepare(store), Said()
    sealed = [world.sealed(voter) for voter in range(VOTERS)]

    def cast(voter: int) -> None:
        outcome = casting.cast_group(store, [Attempt(world.poll, world.slots[voter], sealed[voter])])[0]
        told = "accepted" if isinstance(outcome, Accepted) else outcome.reason
        said.cast.setdefault(voter, set()).add(told)

    def close() -> None:
        assert polls.close(store, poll=world.poll, paper_sets={}) in {PollState.CLOSED, PollState.SEALED}

    def seal() -> None:
        box = polls.seal(store, poll=world.poll)
        if isinstance(box, Box):
            said.boxes.append(box)

    def open_with(digest: bytes) -> Callable[[], None]:
        def act() -> None:
            if polls.confirm_opened(store, poll=world.poll, opening_digest=digest) is PollState.OPENED:
                said.opened.append(digest)

        return act

    phones = [(lambda voter=voter: cast(voter)) for voter in range(VOTERS)]
    together([*phones, *phones, close, close, seal, seal], dice)
    close()
    seal()
    together([*phones, seal, *map(open_with, DIGESTS), *map(open_with, DIGESTS)], dice)
    judge(store, world, sealed, said)


def judge(store: Store, world: World, sealed: list[bytes], said: Said) -> None:
    """One box; in it exactly the acknowledged ballots; opened with one digest, told to everybody alike."""
    assert len({box.raw for box in said.boxes}) == 1
    inside = {entry.slot_key: entry.envelope for entry in said.boxes[0].device}
    acknowledged = {voter for voter, told in said.cast.items() if "accepted" in told}
    assert inside == {world.slots[voter]: sealed[voter] for voter in acknowledged}
    for voter, told in said.cast.items():
        assert told == {"accepted"} if voter in acknowledged else told <= _AFTER
    assert len(set(said.opened)) == 1
    figures = polls.figures(store, poll=world.poll)
    assert not isinstance(figures, Refused)
    assert set(figures.leaves) == {envelope.leaf(key, body) for key, body in inside.items()}


def play(store: Store, rounds: int) -> None:
    dice = chance.dice()
    for _ in range(rounds):
        play_round(store, dice)
    print(f"{rounds} ends at once: one seal, one box, one opening each")


@pytest.mark.slow
def test_two_closings_and_two_openings_at_once_make_one_seal_and_one_box(store: Store) -> None:
    play(store, ROUNDS)


@pytest.mark.long
def test_three_hundred_ends_at_once_make_one_seal_each(store: Store) -> None:
    play(store, LONG_ROUNDS)
