"""The power fails at any moment of a voting: every acknowledged ballot is there when the machine starts again (SQLite).

SIGKILL can't show this, the kernel keeps what a killed program wrote. So every write is recorded and the disk is replayed
up to a moment, with a random part of what wasn't synchronised missing (security.md §4: NORMAL fails here, FULL doesn't).
"""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from guong.ballots import polls
from guong.core.lifecycle import PollState, SlotState
from tests import chance
from tests.ballots import urns
from tests.ballots.world import World
from tests.faults.power import Act, Disk, acts_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="the recorder is preloaded as Linux does it"),
    pytest.mark.skipif(shutil.which("cc") is None, reason="needs a C compiler (cc) for the recorder"),
]
HERE = Path(__file__).parent
VOTERS = 900  # some three emptyings of the write-ahead log
MOMENTS, LONG_MOMENTS = 150, 1000


@dataclass(frozen=True)
class Recording:
    """The files before a voting and all acts on them; its poll, its ballots in the order of their acknowledgement."""

    before: dict[str, bytes]
    acts: list[Act]
    world: World
    ballots: list[bytes]


@pytest.fixture(scope="module")
def recorder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The recorder, compiled."""
    library = tmp_path_factory.mktemp("recorder") / "record_writes.so"
    source = HERE / "record_writes.c"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    return library


def record(recorder: Path, folder: Path, synchronous: str) -> Recording:
    """Play a voting in a process of its own and return what it wrote."""
    urn = folder / "urn"
    urn.mkdir()
    with urns.urn_url("sqlite", urn) as url:
        with urns.opened(url) as store:
            world = World(voters=VOTERS).prepare(store)
            store.settle()
        ballots = [world.slots[voter] + world.sealed(voter) for voter in range(VOTERS)]
        (folder / "ballots").write_bytes(b"".join(ballots))
        before = {str(path): path.read_bytes() for path in urn.iterdir()}
        program = [HERE / "recorded_voting.py", url, world.poll, folder / "ballots", len(ballots[0])]
        subprocess.run(
            [sys.executable, *map(str, program), str(urn / "said"), synchronous],
            env=os.environ
            | {
                "PYTHONPATH": os.pathsep.join(sys.path),
                "LD_PRELOAD": str(recorder),
                "RECORD_FOLDER": str(urn),
                "RECORD_LOG": str(folder / "log"),
            },
            check=True,
        )
    return Recording(before, list(acts_of(folder / "log")), world, ballots)


def moments(
    recording: Recording, count: int, dice: random.Random
) -> Iterator[tuple[dict[str, bytes], bytes]]:
    """Yield the files after a loss of power at so many random moments, with what had been said before each."""
    chosen = set(dice.sample(range(len(recording.acts)), min(count, len(recording.acts))))
    disk = Disk({path: bytearray(content) for path, content in recording.before.items()})
    said = b""
    for number, act in enumerate(recording.acts):
        if act.path.endswith("/said"):
            said += act.data
            continue
        disk.take(act)
        if number in chosen:
            yield disk.after_power_loss(dice), said


def lost(files: dict[str, bytes], said: bytes, recording: Recording, folder: Path) -> int:
    """Start again on these files; return how many acknowledged ballots are missing. The urn must be sound and honest."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for path, content in files.items():
        (folder / Path(path).name).write_bytes(content)
    (urn,) = folder.glob("*.sqlite3")
    with closing(sqlite3.connect(urn)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        rows = connection.execute(
            "SELECT slot_key, envelope FROM slot WHERE state = ?", [SlotState.CAST.value]
        ).fetchall()
    stored = {key + sealed for key, sealed in rows}
    assert stored <= set(recording.ballots), "an envelope that nobody sent"
    if b"." in said:
        with urns.opened(f"sqlite:///{urn}") as store:
            assert polls.state(store, poll=recording.world.poll) is PollState.CLOSED
    return len(set(recording.ballots[: said.count(b"+")]) - stored)


def losses(recorder: Path, folder: Path, synchronous: str, count: int) -> list[int]:
    """Record one voting and lose power that often; how many acknowledged ballots each time cost."""
    dice = chance.dice()
    recording = record(recorder, folder, synchronous)
    kinds = [act.kind for act in recording.acts]
    print(f"{kinds.count(b'w')} writes, {kinds.count(b's')} synchronisations, {count} losses of power")
    return [lost(files, said, recording, folder / "again") for files, said in moments(recording, count, dice)]


def test_a_loss_of_power_at_any_moment_loses_no_acknowledged_ballot(recorder: Path, tmp_path: Path) -> None:
    assert set(losses(recorder, tmp_path, "FULL", MOMENTS)) == {0}


@pytest.mark.long
def test_a_thousand_losses_of_power_lose_none_either(recorder: Path, tmp_path: Path) -> None:
    assert set(losses(recorder, tmp_path, "FULL", LONG_MOMENTS)) == {0}


def test_positive_control_the_usual_advice_to_synchronise_less_loses_ballots(
    recorder: Path, tmp_path: Path
) -> None:
    costs = losses(recorder, tmp_path, "NORMAL", MOMENTS)
    print(f"{sum(cost > 0 for cost in costs)} of {len(costs)} lost ballots, at most {max(costs)}")
    assert sum(cost > 0 for cost in costs) > len(costs) // 4
