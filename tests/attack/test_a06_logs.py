"""A6: the server as it is run writes no line about a request: no address, no time, no ticket, no slot, no poll."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from guong.core import crockford
from guong.demo.server import free_port
from tests.attack.grounds import Ground
from tests.ballots import urns
from tests.ballots.world import World

VOTERS = 5
ADDRESS_OR_TIME = re.compile(
    rb"\b\d{1,3}(\.\d{1,3}){3}\b|\b\d{1,2}:\d{2}(:\d{2})?\b|\b20\d\d-\d\d-\d\d\b|\b(GET|POST) /"
)
CARELESS = (
    "import sys, uvicorn; from guong.ballots import receipts; from guong.ballots.booth import Booth;"
    "from guong.ballots.store import open_store; from pathlib import Path;"
    "booth = Booth(open_store(sys.argv[1]), receipts.load_or_create(Path(sys.argv[2])), origin='http://127.0.0.1');"
    "uvicorn.run(booth, port=int(sys.argv[3]))"
)


@contextmanager
def running(command: list[str], environment: dict[str, str], port: int, log: Path) -> Iterator[str]:
    """Run a server until it answers, then until the block ends; everything that it writes goes to one file."""
    address = f"http://127.0.0.1:{port}"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, *command],
            env=os.environ | environment | {"PYTHONPATH": os.pathsep.join(sys.path)},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            _until_it_answers(address, process)
            yield address
        finally:
            process.terminate()
            process.wait(30)


def _until_it_answers(address: str, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(600):
        assert process.poll() is None
        try:
            httpx.get(f"{address}/b/0000000000")
        except httpx.TransportError:
            try:
                process.wait(0.1)
            except subprocess.TimeoutExpired:
                continue
        else:
            return
    raise AssertionError("the server did not start")


def traffic(address: str, world: World) -> None:
    """Honest voters, mistakes and nonsense."""
    booth = f"{address}/b/{world.poll}"
    with httpx.Client() as phone:
        for voter in range(VOTERS):
            phone.get(booth)
            sealed = world.sealed(voter)
            body = world.slots[voter] + sealed
            assert phone.post(f"{booth}/cast", content=body).status_code == 200
            other = world.slots[voter] + world.sealed(voter)
            assert phone.post(f"{booth}/cast", content=other).status_code == 409
        phone.post(f"{booth}/cast", content=b"short")
        phone.get(f"{booth}/{world.slots[0].hex()}")
        phone.get(f"{booth}?ticket={crockford.encode(world.tickets[0], 16)}")
        phone.request("BREW", booth)


def betrayed(log: bytes, world: World) -> list[str]:
    """What a log tells about requests."""
    words = {f"poll {world.poll}": world.poll.encode()}
    for voter in range(VOTERS):
        words |= {
            f"slot {voter}": world.slots[voter].hex().encode(),
            f"ticket {voter}": crockford.encode(world.tickets[voter], 16).encode(),
        }
    found = [name for name, word in words.items() if word in log]
    return found + [match.group().decode() for match in ADDRESS_OR_TIME.finditer(log)]


def prepared(ground: Ground) -> World:
    with urns.opened(ground.url) as store:
        return World(voters=VOTERS).prepare(store)


@pytest.mark.slow
def test_the_server_writes_nothing_about_anybodys_request(ground: Ground, tmp_path: Path) -> None:
    world, port = prepared(ground), free_port()
    environment = {
        "GUONG_DATA_DIR": str(tmp_path / "data"),
        "GUONG_URN_URL": ground.url,
        "GUONG_ORIGIN": f"http://127.0.0.1:{port}",
    }
    command = ["-m", "guong.cli", "serve", "--booth-only", "--port", str(port)]
    with running(command, environment, port, tmp_path / "log") as address:
        traffic(address, world)
    assert betrayed((tmp_path / "log").read_bytes(), world) == []
    kept = {path.name for path in (tmp_path / "data").rglob("*")}
    assert kept == {"receipt.key"}


@pytest.mark.slow
def test_positive_control_a_server_as_uvicorn_comes_gives_every_request_away(
    ground: Ground, tmp_path: Path
) -> None:
    world, port = prepared(ground), free_port()
    command = ["-c", CARELESS, ground.url, str(tmp_path / "receipt.key"), str(port)]
    with running(command, {}, port, tmp_path / "log") as address:
        traffic(address, world)
    told = betrayed((tmp_path / "log").read_bytes(), world)
    assert f"poll {world.poll}" in told
    assert "slot 0" in told
    assert "ticket 0" in told
    assert sum(entry.startswith(("GET", "POST")) for entry in told) > 0.9 * 3 * VOTERS
