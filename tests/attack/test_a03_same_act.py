"""A3: booth and office in one process; no act of a voter leaves anything beside the names, so nothing can be joined."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest

from guong.ballots.store import open_store
from guong.demo.server import free_port
from tests.attack.registers import Register
from tests.attack.test_a06_logs import VOTERS, betrayed, running, traffic
from tests.ballots.world import World

CARELESS = "CREATE TABLE careless (seen integer)"


@contextmanager
def served(register: Register) -> Iterator[tuple[str, World]]:
    """Run the whole server on this register, with a poll open in its urn; yields its address."""
    port = free_port()
    environment = {
        "GUONG_DATA_DIR": str(register.folder),
        "GUONG_URN_URL": "",
        "GUONG_REGISTER_URL": register.url,
        "GUONG_ORIGIN": f"http://127.0.0.1:{port}",
        "DJANGO_SETTINGS_MODULE": "guong.web.settings",
    }
    command, log = ["-m", "guong.cli", "serve", "--port", str(port)], register.folder / "log"
    with running(command, environment, port, log) as address:
        with closing(open_store(f"sqlite:///{register.folder / 'urn.sqlite3'}")) as store:
            world = World(voters=VOTERS).prepare(store)
        yield address, world
    assert betrayed(log.read_bytes(), world) == []


def note(register: Register, statement: str) -> None:
    """Write into the register what a careless server might."""
    if register.url:
        with psycopg.connect(register.url) as server:
            server.execute(statement.encode())
    else:
        with closing(sqlite3.connect(register.folder / "register.sqlite3")) as file, file:
            file.execute(statement)


@pytest.mark.slow
def test_casting_writes_nothing_to_the_register_and_nothing_to_the_log(register: Register) -> None:
    with served(register) as (address, world):
        note(register, CARELESS)
        before, urn_before = register.files(), _log_of_urn(register.folder)
        traffic(address, world)
        assert register.written_since(before) == []
        assert _log_of_urn(register.folder) != urn_before  # the ballots did arrive
        # The control, on the same server because starting one is what takes long: one row beside the names is seen.
        note(register, "INSERT INTO careless VALUES (1)")
        assert register.written_since(before) != []


def _log_of_urn(folder: Path) -> bytes:
    return (folder / "urn.sqlite3-wal").read_bytes()
