"""A PostgreSQL server of the bench's own, so that every byte of its data directory can be read."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

_DEBIAN = Path("/usr/lib/postgresql")
_PROGRAMS = ("initdb", "pg_ctl", "pg_dump", "pg_waldump", "postgres")
_SERVER_USER = "postgres"
_STARTS = 200


@dataclass(frozen=True)
class Cluster:
    """A running server: its address without a database, its data directory, its programs, its options."""

    server: str
    data: Path
    programs: Path
    options: str

    def restart_without_care(self) -> None:
        """Stop as after a crash (no checkpoint) and start again."""
        self._control("-m", "immediate", "stop")
        self._start()

    def kill(self) -> None:
        """Kill the server's first process, by its id, and start again as soon as its orphans have left."""
        os.kill(int((self.data / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
        for _ in range(_STARTS):
            with suppress(subprocess.CalledProcessError):
                return self._start()
            time.sleep(0.1)
        raise RuntimeError("the server didn't come back")

    def _start(self) -> None:
        self._control("-l", self.data.parent / "log", "-o", self.options, "start")

    def _control(self, *arguments: object) -> None:
        _run(self.data.parent, self.programs / "pg_ctl", "-D", self.data, "-w", *arguments)


def programs() -> Path | None:
    """Return the newest folder with all of PostgreSQL's programs that the bench needs, None where there is none."""
    installed = sorted(_DEBIAN.glob("*/bin"), key=lambda path: float(path.parent.name), reverse=True)
    on_path = [Path(folder) for folder in os.environ["PATH"].split(os.pathsep) if folder]
    for folder in installed + on_path:
        if all((folder / name).exists() for name in _PROGRAMS):
            return folder
    return None


@contextmanager
def cluster() -> Iterator[Cluster]:
    """A fresh server on a free port of loopback; stopped and deleted afterwards."""
    folder = programs()
    if folder is None:
        pytest.skip("needs PostgreSQL's server programs (initdb, pg_ctl, pg_dump)")
    home = Path(tempfile.mkdtemp(prefix="guong-urn-"))
    data, port = home / "data", _free_port()
    if os.geteuid() == 0:
        shutil.chown(home, _SERVER_USER, _SERVER_USER)
    options = (
        f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c shared_buffers=16MB "
        "-c max_wal_size=64MB -c max_connections=40 -c autovacuum=off"  # nothing tidies up behind the bench's back
    )
    try:
        _run(home, folder / "initdb", "-D", data, "-A", "trust", "-U", "postgres", "--no-sync", "-E", "UTF8")
        _run(home, folder / "pg_ctl", "-D", data, "-w", "-l", home / "log", "-o", options, "start")
        try:
            yield Cluster(f"postgresql://postgres@127.0.0.1:{port}", data, folder, options)
        finally:
            _run(home, folder / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _run(home: Path, *command: object) -> None:
    """Run a server program; PostgreSQL refuses to run as root, so root lends it its own user."""
    user = _SERVER_USER if os.geteuid() == 0 else None
    subprocess.run(
        [str(part) for part in command],
        user=user,
        group=user,
        extra_groups=[] if user else None,
        cwd=home,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=True,
    )
