"""What the databases promise: durable settings, files of their owner's alone, and honesty when the disk is full."""

import os
import secrets
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from guong.ballots import casting, polls, refusals, roles
from guong.ballots.casting import Accepted, Attempt
from guong.ballots.store import NotMigrated, Store, migrate, open_store
from guong.core.lifecycle import PollState
from guong.core.secrecy.box import Box
from tests.ballots import urns
from tests.ballots.world import World


def test_the_test_databases_are_safe_to_open_a_poll_on(store: Store) -> None:
    assert polls.durability_problems(store) == []


def test_migrating_again_changes_nothing_and_an_unmigrated_urn_is_not_opened(
    url: str, tmp_path: Path
) -> None:
    migrate(url)
    open_store(url).close()
    with pytest.raises(NotMigrated, match="migrate-urn"):
        open_store(f"sqlite:///{tmp_path}/nothing.sqlite3")
    with pytest.raises(ValueError, match="address"):
        open_store("mysql://elsewhere")


def test_the_urns_file_belongs_to_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "urn.sqlite3"
    migrate(f"sqlite:///{path}")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_closing_leaves_no_journal_of_the_order_of_casts(tmp_path: Path) -> None:
    with urns.urn_url("sqlite", tmp_path) as url, urns.opened(url) as store:
        world = World().prepare(store)
        casting.cast(store, poll=world.poll, slot_key=world.slots[0], envelope=world.sealed(0))
        (log,) = tmp_path.glob("*-wal")
        assert log.stat().st_size > 0
        polls.close(store, poll=world.poll, paper_sets={})
        assert log.stat().st_size == 0


def test_after_erasing_no_envelope_is_left_in_any_file_of_the_urn(tmp_path: Path) -> None:
    with urns.urn_url("sqlite", tmp_path) as url, urns.opened(url) as store:
        world = World().prepare(store)
        for voter in range(world.voters):
            sealed = world.sealed(voter)
            casting.cast(store, poll=world.poll, slot_key=world.slots[voter], envelope=sealed)
        polls.close(store, poll=world.poll, paper_sets={})
        box = polls.seal(store, poll=world.poll)
        assert isinstance(box, Box)

        def pieces_found() -> int:
            files = b"".join(path.read_bytes() for path in tmp_path.iterdir())
            pieces = [entry.envelope[start : start + 64] for entry in box.device for start in (0, 2000, 5000)]
            return sum(piece in files for piece in pieces)

        assert pieces_found() >= 2 * world.voters
        polls.confirm_opened(store, poll=world.poll, opening_digest=secrets.token_bytes(32))
        polls.erase(store, poll=world.poll)
        assert pieces_found() == 0


FULL_DISK = """
import resource, signal, sys
from guong.ballots import casting, polls
from guong.ballots.store import open_store
from pathlib import Path
url, poll, folder = sys.argv[1:]
store = open_store(url)
definition = polls.definition(store, poll=poll)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.stdin.readline()), resource.RLIM_INFINITY))
for path in sorted(Path(folder).glob("*.cast")):
    body = path.read_bytes()
    outcome = casting.cast(store, poll=poll, slot_key=body[:32], envelope=body[32:])
    print(path.stem, getattr(outcome, "reason", "accepted"), flush=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
body = sorted(Path(folder).glob("*.cast"))[-1].read_bytes()
print("last", getattr(casting.cast(store, poll=poll, slot_key=body[:32], envelope=body[32:]), "reason", "accepted"))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file sizes, which Windows lacks")
def test_a_full_disk_refuses_and_the_urn_stays_sound(tmp_path: Path) -> None:
    with urns.urn_url("sqlite", tmp_path) as url, urns.opened(url) as store:
        world = World(voters=30).prepare(store)
        store.settle()
        for voter in range(world.voters):
            body = world.slots[voter] + world.sealed(voter)
            (tmp_path / f"{voter:02}.cast").write_bytes(body)
        room = max(path.stat().st_size for path in tmp_path.glob("*.sqlite3")) // 2
        ran = subprocess.run(
            [sys.executable, "-c", FULL_DISK, url, world.poll, str(tmp_path)],
            input=f"{room}\n",
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        )
        told = dict(line.split() for line in ran.stdout.splitlines())
        assert told.pop("last") == "accepted"
        assert set(told.values()) == {"accepted", "storage_full"}
        accepted = {int(voter) for voter, outcome in told.items() if outcome == "accepted"} | {29}
        polls.close(store, poll=world.poll, paper_sets={})
        box = polls.seal(store, poll=world.poll)
        assert isinstance(box, Box)
        assert {entry.slot_key for entry in box.device} == {world.slots[voter] for voter in accepted}
        with store.reading() as session:
            assert session.rows("PRAGMA integrity_check") == [("ok",)]


def test_an_urn_that_another_program_holds_locked_asks_the_phone_to_come_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guong.ballots.sqlite._WAIT_SECONDS", 0.05)
    with urns.urn_url("sqlite", tmp_path) as url, urns.opened(url) as store:
        world = World().prepare(store)
        attempt = Attempt(world.poll, world.slots[0], world.sealed(0))
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert casting.cast_group(store, [attempt]) == [refusals.BUSY]
        assert isinstance(casting.cast_group(store, [attempt])[0], Accepted)


@pytest.mark.postgres
def test_a_restarted_server_is_found_again_without_an_error(tmp_path: Path) -> None:
    with urns.urn_url("postgresql", tmp_path) as url, urns.opened(url) as store:
        world = World().prepare(store)
        with psycopg.connect(f"{urns.POSTGRES}/postgres", autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
                [url.rsplit("/", 1)[1]],
            )
        outcome = casting.cast(store, poll=world.poll, slot_key=world.slots[0], envelope=world.sealed(0))
        assert isinstance(outcome, Accepted)


@pytest.mark.postgres
def test_a_database_that_records_times_or_statements_opens_no_poll(tmp_path: Path) -> None:
    with urns.urn_url("postgresql", tmp_path) as url:
        name = url.rsplit("/", 1)[1]
        with psycopg.connect(f"{urns.POSTGRES}/postgres", autocommit=True) as connection:
            for setting in ("log_statement = 'all'", "log_min_duration_statement = 0"):
                connection.execute(f"ALTER DATABASE {name} SET {setting}".encode())
        with urns.opened(url) as store:
            world = World().prepare(store, to=PollState.PREPARED)
            problems = polls.durability_problems(store)
            assert len(problems) == 2
            assert all("Đề nghị" in problem.sentence for problem in problems)
            outcome = polls.step(store, poll=world.poll, to=PollState.OPEN)
            assert outcome == problems[0]
            assert polls.state(store, poll=world.poll) is PollState.PREPARED


@pytest.mark.postgres
def test_the_booths_role_casts_but_cannot_close_nor_reach_the_register(tmp_path: Path) -> None:
    with urns.urn_url("postgresql", tmp_path) as urn, urns.database() as register:
        booth, office = f"booth_{secrets.token_hex(4)}", f"office_{secrets.token_hex(4)}"
        try:
            roles.create_roles(urn, register=register, booth=booth, office=office)
            address = urn.replace("postgres@", f"{booth}@", 1)
            with urns.opened(urn) as owner:
                world = World().prepare(owner)
            with urns.opened(address) as store:
                outcome = casting.cast(
                    store, poll=world.poll, slot_key=world.slots[0], envelope=world.sealed(0)
                )
                assert isinstance(outcome, Accepted)
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    polls.close(store, poll=world.poll, paper_sets={})
            with pytest.raises(psycopg.OperationalError, match="permission denied"):
                psycopg.connect(register.replace("postgres@", f"{booth}@", 1)).close()
            with urns.opened(urn.replace("postgres@", f"{office}@", 1)) as store:
                assert polls.close(store, poll=world.poll, paper_sets={}) is PollState.CLOSED
        finally:
            with psycopg.connect(urn, autocommit=True) as connection:
                for role in (booth, office):
                    for statement in ("DROP OWNED BY {}", "DROP ROLE {}"):
                        connection.execute(sql.SQL(statement).format(sql.Identifier(role)))


def test_an_error_in_a_transaction_keeps_nothing_and_costs_no_connection(store: Store, world: World) -> None:
    def fail() -> None:
        with store.writing() as session:
            session.change("UPDATE poll SET state = 'void'")
            raise RuntimeError

    for _ in range(20):
        with pytest.raises(RuntimeError):
            fail()
    assert polls.state(store, poll=world.poll) is PollState.OPEN
