"""PostgreSQL itself crashes while people vote, on a server of the test's own: the booth finds it again, nothing is lost.

Killed by process id from the server's own file, never by name (security.md, rule learnt the hard way).
"""

import asyncio
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guong.ballots.store import migrate
from tests import chance
from tests.attack.cluster import Cluster, cluster
from tests.ballots import urns
from tests.ballots.world import World
from tests.faults import phones
from tests.faults.lives import Lives
from tests.faults.phones import Network
from tests.faults.test_kills import assert_each_once, box_after

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL, which Windows lacks"),
]
CRASHES, VOTERS = 2, 300
LONG_CRASHES, LONG_VOTERS = 12, 5_000
WAYS = [
    pytest.param(Cluster.restart_without_care, id="immediate restart"),
    pytest.param(Cluster.kill, id="first process killed"),
]


@pytest.fixture(scope="module")
def own_server() -> Iterator[Cluster]:
    """A server that may be killed."""
    with cluster() as running:
        yield running


def play(
    own_server: Cluster, folder: Path, crash: Callable[[Cluster], None], crashes: int, voters: int
) -> None:
    """One poll through all crashes; what was acknowledged is in the box once."""
    with urns.database(own_server.server) as url:
        migrate(url)
        with urns.opened(url) as store:
            world = World(voters=voters).prepare(store)
        ballots = [world.slots[voter] + world.sealed(voter) for voter in range(voters)]
        dice = chance.dice()
        count = 0

        def acknowledged(number: int) -> None:
            nonlocal count
            count = number

        async def crasher() -> None:
            for moment in sorted(dice.sample(range(1, voters - 1), crashes)):
                while count < moment:
                    await asyncio.sleep(0.005)
                await asyncio.to_thread(crash, own_server)

        async def both(port: int) -> phones.Hall:
            network = Network(dice, dropped=0.1, twins=0.1)
            voting = phones.vote(port, world.poll, ballots, network, acknowledged=acknowledged)
            hall, _ = await asyncio.gather(voting, crasher())
            return hall

        with Lives(url, folder / "receipt.key") as lives:
            hall = asyncio.run(both(lives.port))
        assert_each_once(box_after(url, world), hall, world)
        print(
            f"{crashes} crashes, {len(hall.receipts)} casts, {hall.tries} tries, {hall.dropped} replies dropped, {hall.twins} twins"
        )


@pytest.mark.parametrize("crash", WAYS)
def test_a_crashing_database_loses_no_acknowledged_ballot(
    own_server: Cluster, tmp_path: Path, crash: Callable[[Cluster], None]
) -> None:
    play(own_server, tmp_path, crash, CRASHES, VOTERS)


@pytest.mark.long
@pytest.mark.parametrize("crash", WAYS)
def test_twelve_crashes_in_five_thousand_casts_lose_none_either(
    own_server: Cluster, tmp_path: Path, crash: Callable[[Cluster], None]
) -> None:
    play(own_server, tmp_path, crash, LONG_CRASHES, LONG_VOTERS)
