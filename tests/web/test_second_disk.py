"""The urn once more on a second disk: never behind by more than a moment, never open, never in the way (DESIGN §9)."""

import signal
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from guong.ballots import copies, polls
from guong.ballots.store import open_store
from guong.core.lifecycle import PollState, SlotState
from guong.core.outcome import Refused
from guong.demo.server import free_port
from guong.web import second_disk, serving
from tests.attack.test_a06_logs import running
from tests.attack.test_a13_lost_answers import life
from tests.ballots.world import World
from tests.web.backups import cast, room_for, urn_of

MOMENT = 0.05


def copying(data: Path, folder: Path) -> AbstractContextManager[None]:
    keeper = second_disk.copying(f"sqlite:///{data / 'urn.sqlite3'}", folder, seconds=MOMENT)
    assert not isinstance(keeper, Refused)
    return keeper


def eventually(holds: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 20
    while not holds() and time.monotonic() < deadline:
        time.sleep(MOMENT)
    return holds()


def counted(copy: Path, world: World) -> tuple[PollState | None, int]:
    """State of the poll and number of ballots in a copy."""
    if not copy.exists():
        return None, 0
    with closing(open_store(f"sqlite:///{copy}")) as store, store.reading() as session:
        rows = session.rows("SELECT count(*) FROM slot WHERE state = ?", [SlotState.CAST.value])
        states = session.rows("SELECT state FROM poll WHERE poll = ?", [world.poll])
    return (PollState(states[0][0]) if states else None), int(rows[0][0])


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL, which Windows lacks")
def test_ballots_survive_the_loss_of_server_and_disk(data: Path, tmp_path: Path) -> None:
    (tmp_path / "second").mkdir()
    copy = tmp_path / "second" / copies.FILE_NAME
    with closing(urn_of(data)) as store:
        world = World(voters=4).prepare(store)
    sealed = [world.sealed(voter) for voter in range(4)]
    with copying(data, tmp_path / "second"):
        url = f"sqlite:///{data / 'urn.sqlite3'}"
        with life(url, data / "receipt.key", fatal=0, manner="careful") as (address, process):
            cast(address, world, range(4), sealed)
            assert eventually(lambda: counted(copy, world) == (PollState.SUSPENDED, 4))
            process.send_signal(signal.SIGKILL)
    with closing(urn_of(data)) as store:
        assert polls.state(store, poll=world.poll) is PollState.OPEN  # the original is not touched


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGTERM, which Windows lacks")
def test_a_server_told_to_stop_makes_its_last_copy_first(data: Path, tmp_path: Path) -> None:
    (tmp_path / "second").mkdir()
    copy, port = tmp_path / "second" / copies.FILE_NAME, free_port()
    with closing(urn_of(data)) as store:
        world = World(voters=2).prepare(store)
    environment = {"GUONG_DATA_DIR": str(data), "GUONG_ORIGIN": f"http://127.0.0.1:{port}"}
    command = [
        "-m",
        "guong.cli",
        "serve",
        "--booth-only",
        "--port",
        str(port),
        "--second-disk",
        str(copy.parent),
    ]
    with running(command, environment, port, tmp_path / "log") as address:
        assert eventually(copy.exists)
        cast(address, world, range(2), [world.sealed(voter) for voter in range(2)])
    assert counted(copy, world) == (PollState.SUSPENDED, 2)


def test_the_copy_follows_closing_and_erasing(data: Path, tmp_path: Path) -> None:
    (tmp_path / "second").mkdir()
    copy = tmp_path / "second" / copies.FILE_NAME
    with closing(urn_of(data)) as store:
        world = World(voters=2).prepare(store)
        with copying(data, tmp_path / "second"):
            assert eventually(lambda: counted(copy, world)[0] is PollState.SUSPENDED)
            polls.close(store, poll=world.poll, paper_sets={})
            assert eventually(lambda: counted(copy, world)[0] is PollState.CLOSED)
            polls.step(store, poll=world.poll, to=PollState.VOID)
        assert counted(copy, world)[0] is PollState.VOID  # the last copy is made when the server ends


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files, which Windows lacks")
def test_a_full_second_disk_is_told_once_and_keeps_the_older_copy(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "second").mkdir()
    copy = tmp_path / "second" / copies.FILE_NAME
    with closing(urn_of(data)) as store:
        World(voters=20).prepare(store)
    with copying(data, tmp_path / "second"):
        assert eventually(copy.exists)
    before = copy.read_bytes()
    with room_for(60_000), copying(data, tmp_path / "second"):
        time.sleep(4 * MOMENT)
    assert capsys.readouterr().err.count("không ghi được bản hòm phiếu vào ổ đĩa thứ hai") == 1
    assert copy.read_bytes() == before


@pytest.mark.parametrize("folder", ["missing", "data"])
def test_a_folder_that_is_no_second_disk_stops_the_start(
    data: Path,
    tmp_path: Path,
    folder: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GUONG_DATA_DIR", str(data))
    assert serving.main(["--booth-only", "--second-disk", str(tmp_path / folder)]) == 1
    assert "Đề nghị" in capsys.readouterr().err


def test_postgresql_keeps_its_own_second_copy(tmp_path: Path) -> None:
    outcome = second_disk.copying("postgresql://host/urn", tmp_path)
    assert isinstance(outcome, Refused)
    assert outcome.reason == "not_sqlite"
