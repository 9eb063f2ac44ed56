"""The disk is full in the middle of a voting: phones are told to come again, nothing acknowledged is lost, and once
somebody has made room everything goes on. On a small file system in memory, mounted for the test alone.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guong.ballots import polls
from guong.core.secrecy.box import Box
from tests.ballots import urns
from tests.ballots.world import World

VOTERS = 400
_BYTES = 14_000_000

PROGRAM = """
import pathlib, shutil, sys
from guong.ballots import casting, polls
from guong.ballots.store import open_store
small, source, poll, ballots, size = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4], int(sys.argv[5])
urn = small / "urn.sqlite3"
shutil.copy(source, urn)
ballast = small / "ballast"
with ballast.open("wb") as file:
    file.write(bytes(10_000_000))
store = open_store(f"sqlite:///{urn}")
content = pathlib.Path(ballots).read_bytes()
refused = 0
for number, start in enumerate(range(0, len(content), size)):
    ballot = content[start : start + size]
    attempt = casting.Attempt(poll, ballot[:32], ballot[32:])
    outcome = casting.cast_group(store, [attempt])[0]
    if getattr(outcome, "reason", "") == "storage_full":
        refused += 1
        if refused == 20:
            ballast.unlink()
    else:
        print(number, getattr(outcome, "reason", "accepted"))
print("refused", refused)
store.close()
shutil.copy(urn, source)
"""

_MAY_MOUNT = (
    sys.platform == "linux"
    and shutil.which("unshare") is not None
    and subprocess.run(
        ["unshare", "--mount", "--user", "--map-root-user", "mount", "-t", "tmpfs", "none", "/mnt"],
        check=False,
        capture_output=True,
    ).returncode
    == 0
)


@pytest.mark.slow
@pytest.mark.skipif(
    not _MAY_MOUNT, reason="needs to mount a small file system in a namespace of its own (unshare)"
)
def test_a_disk_that_fills_up_loses_nothing_and_goes_on_once_there_is_room(tmp_path: Path) -> None:
    with urns.urn_url("sqlite", tmp_path) as url:
        with urns.opened(url) as store:
            world = World(voters=VOTERS).prepare(store)
            store.settle()
        urn = Path(url.removeprefix("sqlite:///"))
        ballots = [world.slots[voter] + world.sealed(voter) for voter in range(VOTERS)]
        (tmp_path / "ballots").write_bytes(b"".join(ballots))
        small = tmp_path / "small"
        small.mkdir()
        mount = f'mount -t tmpfs -o size={_BYTES} none "{small}" && exec "$@"'
        arguments = [small, urn, world.poll, tmp_path / "ballots", len(ballots[0])]
        ran = subprocess.run(
            [
                "unshare",
                "--mount",
                "--user",
                "--map-root-user",
                "sh",
                "-c",
                mount,
                "sh",
                sys.executable,
                "-c",
                PROGRAM,
            ]
            + [str(argument) for argument in arguments],
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        )
        *told, last = [line.split() for line in ran.stdout.splitlines()]
        assert last[0] == "refused"
        assert 20 <= int(last[1]) < VOTERS
        print(f"{VOTERS} casts, {last[1]} refused while the disk was full")
        accepted = {int(number) for number, outcome in told if outcome == "accepted"}
        assert len(accepted) == VOTERS - int(last[1])
        assert max(accepted) == VOTERS - 1
        with urns.opened(url) as store:
            polls.close(store, poll=world.poll, paper_sets={})
            box = polls.seal(store, poll=world.poll)
            assert isinstance(box, Box)
            assert {entry.slot_key for entry in box.device} == {world.slots[voter] for voter in accepted}
            with store.reading() as session:
                assert session.rows("PRAGMA integrity_check") == [("ok",)]
