"""A12: one slip, many phones at once, the desk beside them: one ballot, and everybody is told the truth."""

import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from guong.ballots import polls
from guong.core.lifecycle import SlotState
from guong.core.outcome import Refused
from guong.core.secrecy.box import Box
from tests.attack import halls
from tests.attack.grounds import Ground
from tests.ballots import urns
from tests.ballots.world import World

PARALLEL = 50
RACES = 12


def at_once(acts: Sequence[Callable[[], str]]) -> list[str]:
    """Let all act at the same moment; what each was told, in order."""
    barrier = threading.Barrier(len(acts))

    def act(one: Callable[[], str]) -> str:
        barrier.wait()
        return one()

    with ThreadPoolExecutor(len(acts)) as people:
        return list(people.map(act, acts))


def phone(address: str, world: World, voter: int, sealed: bytes) -> Callable[[], str]:
    """A phone that sends one envelope over HTTP."""

    def send() -> str:
        body = world.slots[voter] + sealed
        answer = httpx.post(f"{address}/b/{world.poll}/cast", content=body, timeout=30)
        return str(answer.json().get("leaf", answer.json()["state"]))

    return send


def sealed_box(url: str, world: World) -> Box:
    with urns.opened(url) as store:
        polls.close(store, poll=world.poll, paper_sets={})
        box = polls.seal(store, poll=world.poll)
        assert isinstance(box, Box)
        return box


def test_fifty_different_ballots_of_one_slip_leave_exactly_one(ground: Ground) -> None:
    with urns.opened(ground.url) as store:
        world = World(voters=1).prepare(store)
        envelopes = [world.sealed(0) for _ in range(PARALLEL)]
        with halls.served(store) as address:
            told = at_once([phone(address, world, 0, sealed) for sealed in envelopes])
    box = sealed_box(ground.url, world)
    counted = Counter(told)
    assert counted.pop("used") == PARALLEL - 1
    assert list(counted.values()) == [1]
    assert [entry.envelope for entry in box.device] == [
        sealed for sealed, outcome in zip(envelopes, told, strict=True) if outcome != "used"
    ]


def test_fifty_times_the_same_ballot_is_one_ballot_with_one_receipt(ground: Ground) -> None:
    with urns.opened(ground.url) as store:
        world = World(voters=1).prepare(store)
        sealed = world.sealed(0)
        with halls.served(store) as address:
            told = at_once([phone(address, world, 0, sealed)] * PARALLEL)
    assert set(told) == {leaf.hex() for leaf in leaves(ground.url, world)}
    assert len(set(told)) == 1


def leaves(url: str, world: World) -> tuple[bytes, ...]:
    sealed_box(url, world)
    with urns.opened(url) as store:
        figures = polls.figures(store, poll=world.poll)
        assert isinstance(figures, polls.Figures)
        return figures.leaves


def test_a_slip_handed_in_for_paper_while_its_phone_sends_counts_once(ground: Ground) -> None:
    with urns.opened(ground.url) as store, urns.opened(ground.url) as desk_store:
        world = World(voters=RACES).prepare(store)

        def desk(voter: int) -> Callable[[], str]:
            def exchange() -> str:
                slot = world.slots[voter]
                outcome = polls.mark_slot(desk_store, poll=world.poll, slot_key=slot, to=SlotState.EXCHANGED)
                return outcome.reason if isinstance(outcome, Refused) else "marked"

            return exchange

        with halls.served(store) as address:
            told = [
                at_once([desk(voter), phone(address, world, voter, world.sealed(voter))])
                for voter in range(RACES)
            ]
    box = sealed_box(ground.url, world)
    cast = {entry.slot_key for entry in box.device}
    for voter, (desk_told, phone_told) in enumerate(told):
        if world.slots[voter] in cast:
            assert desk_told == "used"
            assert len(phone_told) == 64
        else:
            assert (desk_told, phone_told) == ("marked", "exchanged")
    assert box.slots[SlotState.CAST] + box.slots[SlotState.EXCHANGED] == RACES


@pytest.mark.parametrize("race", range(3))
def test_positive_control_looking_first_and_writing_afterwards_counts_twice(
    tmp_path: Path, race: int
) -> None:
    path = tmp_path / f"careless-{race}.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE slot (state int); INSERT INTO slot VALUES (0)")

    def careless() -> str:
        with closing(sqlite3.connect(path, timeout=30, isolation_level=None)) as connection:
            (state,) = connection.execute("SELECT state FROM slot").fetchone()
            time.sleep(0.05)
            if state:
                return "used"
            connection.execute("UPDATE slot SET state = 1")
            return "accepted"

    assert at_once([careless] * 8).count("accepted") > 1
