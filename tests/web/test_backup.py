"""Backup and restore: one moment of both databases, sealed, whole or not at all, and never an open poll (DESIGN §9)."""

import hashlib
import io
import shutil
import signal
import sqlite3
import subprocess
import sys
import tarfile
from contextlib import closing
from pathlib import Path

import psycopg
import pyrage  # type: ignore[import-untyped]  # ships no annotations
import pytest

from guong import cli
from guong.ballots import polls
from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.web import backup_making, backup_snapshots
from guong.web.environment import Environment
from tests.attack.test_a13_lost_answers import life
from tests.ballots import urns
from tests.ballots.world import World
from tests.web.backups import Keys, cast, first_start, made, new_keys, restored, room_for, urn_of

if sys.platform != "win32":
    pass

VOTERS = 6
BEFORE = 4


def opened_poll(data: Path, *, to: PollState = PollState.OPEN) -> World:
    with closing(urn_of(data)) as store:
        return World(voters=VOTERS).prepare(store, to=to)


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL, which Windows lacks")
def test_a_server_that_is_killed_comes_back_with_every_ballot_of_the_backup(
    data: Path, keys: Keys, tmp_path: Path
) -> None:
    world = opened_poll(data)
    sealed = [world.sealed(voter) for voter in range(VOTERS)]
    url = f"sqlite:///{data / 'urn.sqlite3'}"
    with life(url, data / "receipt.key", fatal=0, manner="careful") as (address, process):
        receipts = cast(address, world, range(BEFORE), sealed)
        backup = made(data, tmp_path / "backup.age", keys)  # while the server serves
        cast(address, world, [BEFORE], sealed)
        process.send_signal(signal.SIGKILL)
    shutil.rmtree(data)
    outcome = restored(backup.path, keys, tmp_path / "back")
    assert outcome.suspended == (world.poll,)
    with closing(urn_of(tmp_path / "back")) as store:
        assert polls.state(store, poll=world.poll) is PollState.SUSPENDED
        assert (
            polls.step(store, poll=world.poll, to=PollState.OPEN) is PollState.OPEN
        )  # what the board decided
    url = f"sqlite:///{tmp_path / 'back' / 'urn.sqlite3'}"
    with life(url, tmp_path / "back" / "receipt.key", fatal=0, manner="careful") as (address, _):
        assert cast(address, world, range(BEFORE), sealed) == receipts
        receipts += cast(address, world, [BEFORE], sealed)  # its phone still has the sealed bytes
    with closing(urn_of(tmp_path / "back")) as store:
        polls.close(store, poll=world.poll, paper_sets={})
        figures = polls.figures(store, poll=world.poll)
    assert isinstance(figures, polls.Figures)
    assert sorted(receipts) == [leaf.hex() for leaf in figures.leaves]


@pytest.mark.parametrize(
    ("to", "after"),
    [
        (PollState.PREPARED, PollState.PREPARED),
        (PollState.OPEN, PollState.SUSPENDED),
        (PollState.PAUSED, PollState.SUSPENDED),
        (PollState.VOID, PollState.VOID),
    ],
)
def test_only_a_poll_in_which_people_vote_is_suspended(
    data: Path, keys: Keys, tmp_path: Path, to: PollState, after: PollState
) -> None:
    world = opened_poll(data) if to is PollState.PAUSED else opened_poll(data, to=to)
    with closing(urn_of(data)) as store:
        assert polls.step(store, poll=world.poll, to=to) is to if to is not PollState.PREPARED else True
    made(data, tmp_path / "backup.age", keys)
    outcome = restored(tmp_path / "backup.age", keys, tmp_path / "back")
    assert (world.poll in outcome.suspended) == (after is PollState.SUSPENDED)
    with closing(urn_of(tmp_path / "back")) as store:
        assert polls.state(store, poll=world.poll) is after


def test_the_command_line_says_who_must_guard_the_copy_and_that_the_board_decides(
    data: Path,
    keys: Keys,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world = opened_poll(data)
    monkeypatch.setenv("GUONG_DATA_DIR", str(data))
    backup, into = tmp_path / "backup.age", tmp_path / "back"
    assert cli.main(["backup", "--out", str(backup), "--recipient", keys.recipient]) == 0
    told = capsys.readouterr().out
    assert "giữ như giữ chính hòm phiếu" in told
    assert world.poll in told
    assert cli.main(["restore", str(backup), "--identity", str(keys.identity), "--into", str(into)]) == 0
    back = capsys.readouterr().out
    assert "Chờ tổ kiểm phiếu quyết định" in back
    digest = hashlib.sha256(backup.read_bytes()).hexdigest()
    assert digest in told
    assert digest in back


def test_the_copy_holds_keys_papers_and_public_bundles_but_nothing_sealed(
    data: Path, keys: Keys, tmp_path: Path
) -> None:
    made(data, tmp_path / "backup.age", keys)
    restored(tmp_path / "backup.age", keys, tmp_path / "back")
    names = {path.relative_to(tmp_path / "back").as_posix() for path in (tmp_path / "back").rglob("*.*")}
    assert names == {
        "register.sqlite3",
        "urn.sqlite3",
        "receipt.key",
        "secret.key",
        "papers/ab12.pdf",
        "bundles/0000000001/public/polls/file.json",
    }
    for name in ("receipt.key", "secret.key", "papers/ab12.pdf"):
        assert (tmp_path / "back" / name).read_bytes() == (data / name).read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_copy_and_restored_files_are_their_owners_alone(data: Path, keys: Keys, tmp_path: Path) -> None:
    made(data, tmp_path / "backup.age", keys)
    restored(tmp_path / "backup.age", keys, tmp_path / "back")
    files = [path for path in (tmp_path / "back").rglob("*") if path.is_file()]
    assert {path.stat().st_mode & 0o777 for path in [tmp_path / "backup.age", *files]} == {0o600}
    assert (tmp_path / "back").stat().st_mode & 0o777 == 0o700


def test_nothing_of_the_data_stands_in_the_sealed_file(data: Path, keys: Keys, tmp_path: Path) -> None:
    world = opened_poll(data)
    made(data, tmp_path / "backup.age", keys)
    sealed = (tmp_path / "backup.age").read_bytes()
    for word in (b"SQLite format", b"conferences_intent", b"%PDF", world.poll.encode(), world.slots[0]):
        assert word not in sealed


def test_age_and_tar_open_it_without_this_program(data: Path, keys: Keys, tmp_path: Path) -> None:
    made(data, tmp_path / "backup.age", keys)
    secret = keys.identity.read_text().splitlines()[-1]
    identity = pyrage.x25519.Identity.from_str(secret)
    plain = pyrage.decrypt((tmp_path / "backup.age").read_bytes(), [identity])
    with tarfile.open(fileobj=io.BytesIO(plain)) as archive:
        assert {"register.sqlite3", "urn.sqlite3", "manifest.json"} <= set(archive.getnames())


def test_every_one_of_several_keepers_can_open_it(data: Path, keys: Keys, tmp_path: Path) -> None:
    other = new_keys(tmp_path, "other.txt")
    out = tmp_path / "backup.age"
    back_up = backup_making.back_up
    assert not isinstance(
        back_up(Environment(data_dir=data), out=out, recipients=[keys.recipient, other.recipient]), Refused
    )
    for number, holder in enumerate((keys, other)):
        restored(out, holder, tmp_path / f"back-{number}")


def test_register_and_urn_are_of_one_moment(data: Path) -> None:
    """While the views are pinned no act may pass; a ballot cast afterwards is not in the copy."""
    world = opened_poll(data)
    register, urn = (f"sqlite:///{data / name}.sqlite3" for name in ("register", "urn"))
    with backup_snapshots.pinned(register, urn) as views:
        with closing(sqlite3.connect(data / "register.sqlite3")) as office:
            office.execute(
                "INSERT INTO conferences_intent (poll_key, act, arguments, state, reason) VALUES "
                "('x', 'close', '{}', 'wanted', '')"
            )
            office.commit()  # the server is not held up while the copy is read
        with closing(urn_of(data)) as store:
            polls.close(store, poll=world.poll, paper_sets={})
        assert views.urn.poll_states() == {world.poll: "open"}
        (data / "copy.sqlite3").write_bytes(views.register.read())
        with closing(sqlite3.connect(data / "copy.sqlite3")) as copy:
            assert copy.execute("SELECT count(*) FROM conferences_intent").fetchone() == (0,)


def test_an_opening_that_was_cut_off_is_not_ended_after_a_restore(
    data: Path, keys: Keys, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(data / "register.sqlite3")) as register:
        register.execute(
            "INSERT INTO conferences_intent (poll_key, act, arguments, state, reason) VALUES "
            "('x', 'open', '{}', 'wanted', ''), ('x', 'close', '{}', 'wanted', '')"
        )
        register.commit()
    made(data, tmp_path / "backup.age", keys)
    restored(tmp_path / "backup.age", keys, tmp_path / "back")
    with closing(sqlite3.connect(tmp_path / "back" / "register.sqlite3")) as register:
        states = register.execute("SELECT act, state, reason FROM conferences_intent").fetchall()
    assert states == [("open", "refused", "restored"), ("close", "wanted", "")]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files, which Windows lacks")
@pytest.mark.parametrize("size", [40_000, 150_000])
def test_a_full_disk_leaves_no_half_of_a_backup(data: Path, keys: Keys, tmp_path: Path, size: int) -> None:
    (tmp_path / "usb").mkdir()
    with room_for(size):
        refused = backup_making.back_up(
            Environment(data_dir=data), out=tmp_path / "usb" / "backup.age", recipients=[keys.recipient]
        )
    assert isinstance(refused, Refused)
    assert refused.reason == "not_written"
    assert list((tmp_path / "usb").iterdir()) == []


@pytest.mark.parametrize(
    ("recipients", "reason"),
    [
        ([], "no_recipient"),
        (["age1wrong"], "bad_recipient"),
        (["AGE-SECRET-KEY-1QQQ"], "secret_given"),
    ],
)
def test_a_key_to_which_nothing_can_be_sealed_is_refused(
    data: Path, tmp_path: Path, recipients: list[str], reason: str
) -> None:
    outcome = backup_making.back_up(Environment(data_dir=data), out=tmp_path / "b.age", recipients=recipients)
    assert isinstance(outcome, Refused)
    assert outcome.reason == reason


def test_an_older_backup_is_never_overwritten(data: Path, keys: Keys, tmp_path: Path) -> None:
    made(data, tmp_path / "backup.age", keys)
    again = backup_making.back_up(
        Environment(data_dir=data), out=tmp_path / "backup.age", recipients=[keys.recipient]
    )
    assert isinstance(again, Refused)
    assert again.reason == "out_exists"


def test_a_folder_in_which_no_server_ever_ran_has_nothing_to_back_up(keys: Keys, tmp_path: Path) -> None:
    outcome = backup_making.back_up(
        Environment(data_dir=tmp_path / "nothing"), out=tmp_path / "b.age", recipients=[keys.recipient]
    )
    assert isinstance(outcome, Refused)
    assert outcome.reason == "no_data"
    assert not (tmp_path / "nothing").exists()


def test_a_broken_register_is_refused_with_a_sentence(data: Path, keys: Keys, tmp_path: Path) -> None:
    (data / "register.sqlite3").unlink()
    outcome = backup_making.back_up(
        Environment(data_dir=data), out=tmp_path / "b.age", recipients=[keys.recipient]
    )
    assert isinstance(outcome, Refused)
    assert outcome.reason == "not_readable"
    assert not (data / "register.sqlite3").exists()


@pytest.mark.postgres
@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("pg_dump"), reason="needs pg_dump")
@pytest.mark.skipif(not shutil.which("psql"), reason="needs psql")
@pytest.mark.skipif(not urns.postgres_is_there(), reason="needs a PostgreSQL server on 127.0.0.1:5432")
def test_postgresql_comes_back_from_its_dumps_with_its_poll_suspended(keys: Keys, tmp_path: Path) -> None:
    data = tmp_path / "data"
    with urns.database() as register, urns.database() as urn, urns.database() as new:
        first_start(data, GUONG_REGISTER_URL=register, GUONG_URN_URL=urn)
        with urns.opened(urn) as store:
            world = World(voters=VOTERS).prepare(store)
        made(data, tmp_path / "backup.age", keys, register=register, urn=urn)
        outcome = restored(tmp_path / "backup.age", keys, tmp_path / "back")
        assert outcome.dumps == ("register.sql", "urn.sql")
        assert outcome.suspended == (world.poll,)
        load(tmp_path / "back" / "urn.sql", new)
        with urns.opened(new) as store:
            assert polls.state(store, poll=world.poll) is PollState.SUSPENDED
        with urns.database() as other:
            load(tmp_path / "back" / "register.sql", other)
            with psycopg.connect(other) as connection:
                assert connection.execute("SELECT count(*) FROM conferences_intent").fetchone() == (0,)


def load(dump: Path, url: str) -> None:
    subprocess.run(
        ["psql", "--quiet", "--single-transaction", "--set", "ON_ERROR_STOP=1", "--file", str(dump), url],
        stdout=subprocess.DEVNULL,
        check=True,
    )


@pytest.mark.postgres
@pytest.mark.skipif(not urns.postgres_is_there(), reason="needs a PostgreSQL server on 127.0.0.1:5432")
def test_postgresql_without_pg_dump_is_refused_with_a_sentence(
    data: Path, keys: Keys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with urns.urn_url("postgresql", tmp_path) as urn:
        outcome = backup_making.back_up(
            Environment(data_dir=data, urn_url=urn), out=tmp_path / "b.age", recipients=[keys.recipient]
        )
    assert isinstance(outcome, Refused)
    assert "pg_dump" in outcome.sentence
    assert not (tmp_path / "b.age").exists()
