"""A hall that votes in the same second, and a hall that sends half requests on purpose."""

import asyncio
import socket
import statistics
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from guong.ballots import server
from tests import chance
from tests.ballots import urns
from tests.ballots.world import World
from tests.faults import phones
from tests.faults.lives import Lives
from tests.faults.phones import Hall, Network
from tests.faults.test_kills import assert_each_once, box_after

pytestmark = [
    pytest.mark.slow,
    pytest.mark.alone,
    pytest.mark.skipif(sys.platform == "win32", reason="the bench forks its server, which Windows can't"),
]
PHONES, RUNS, PHONE_SECONDS = 1000, 3, 5.0
HALF_OPEN, HONEST, HONEST_SECONDS = 2000, 100, 1.0
_SPARE = 500


def slowest_of_a_hundred(hall: Hall) -> float:
    """The 99th percentile of the waiting times, in seconds."""
    return statistics.quantiles(hall.waited, n=100)[98]


def crowd(url: str, folder: Path, voters: int, half_open: int = 0) -> float:
    """Let all phones vote at once beside that many half-open connections; return the 99th percentile."""
    with urns.opened(url) as store:
        world = World(voters=voters).prepare(store)
    ballots = [world.slots[voter] + world.sealed(voter) for voter in range(voters)]
    with Lives(url, folder / "receipt.key") as lives, ExitStack() as open_sockets:
        for number in range(half_open):
            slow = open_sockets.enter_context(socket.create_connection(("127.0.0.1", lives.port), timeout=10))
            head = f"POST /b/{world.poll}/cast HTTP/1.1\r\nHost: x\r\n".encode()
            # One half never ends its head, the other never its body.
            slow.sendall(
                head if number % 2 else head + f"Content-Length: {len(ballots[0])}\r\n\r\nx".encode()
            )
        hall = asyncio.run(
            phones.vote(lives.port, world.poll, ballots, Network(chance.dice(), at_once=voters))
        )
    assert_each_once(box_after(url, world), hall, world)
    assert hall.tries == voters
    return slowest_of_a_hundred(hall)


def test_a_thousand_phones_at_once_are_all_acknowledged_within_five_seconds(url: str, tmp_path: Path) -> None:
    assert server.raise_open_files() > PHONES + _SPARE
    measured = [crowd(url, tmp_path, PHONES) for _ in range(RUNS)]
    print(f"99th percentile of {PHONES} phones, {RUNS} runs: {measured}")
    assert statistics.median(measured) < PHONE_SECONDS


def test_two_thousand_half_open_sockets_leave_a_hundred_honest_voters_their_second(
    url: str, tmp_path: Path
) -> None:
    assert server.raise_open_files() > HALF_OPEN + HONEST + _SPARE
    measured = crowd(url, tmp_path, HONEST, HALF_OPEN)
    print(f"99th percentile of {HONEST} honest voters beside {HALF_OPEN} half-open sockets: {measured:.3f} s")
    assert measured < HONEST_SECONDS
