"""The real programs as processes of their own: the server, the board's program, and the commands people type."""

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

GUONG = [sys.executable, "-m", "guong.cli"]
WATCHED = Path(__file__).with_name("watched")
PATIENCE = 60


def environment(data: Path, origin: str) -> dict[str, str]:
    """Return the variables of a server over a fresh data folder, without the demo's sign-in links."""
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(WATCHED), *sys.path]),
        "GUONG_WATCHED": str(connections_of(data)),
        "PYTHONUTF8": "1",
        "GUONG_DATA_DIR": str(data),
        "GUONG_ORIGIN": origin,
        "GUONG_DEMO": "0",
        "GUONG_REGISTER_URL": "",
        "GUONG_URN_URL": "",
        "GUONG_RENDER_INLINE": "0",
        "DJANGO_SETTINGS_MODULE": "guong.web.settings",
    }


def connections_of(data: Path) -> Path:
    """Where the programs over this data folder write down what left the machine."""
    return data.with_name(f"{data.name}-connections")


def free_port() -> int:
    """Return a port of loopback on which nobody listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def create_administrator(data: Path, *, username: str, full_name: str, password: str) -> None:
    """Run `guong create-administrator` and type the password twice; without a terminal it reads standard input."""
    subprocess.run(
        [*GUONG, "create-administrator", "--username", username, "--full-name", full_name],
        env=environment(data, "http://127.0.0.1:8000") | {"PYTHONWARNINGS": "ignore"},
        input=f"{password}\n{password}\n",
        text=True,
        encoding="utf-8",
        capture_output=True,
        check=True,
        start_new_session=True,
        timeout=PATIENCE,
    )


@contextmanager
def server(data: Path, log: Path) -> Iterator[str]:
    """Run `guong serve` on a free port; gives its address once it answers. What it says goes into ``log``."""
    port = free_port()
    origin = f"http://127.0.0.1:{port}"
    with (
        log.open("wb") as said,
        subprocess.Popen(
            [*GUONG, "serve", "--port", str(port), "--origin", origin],
            env=environment(data, origin),
            stdout=said,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            _wait_for(process, origin)
            yield origin
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(PATIENCE)


@contextmanager
def board_program() -> Iterator[str]:
    """Run `guong ceremony`; gives the one-time address that it prints."""
    with subprocess.Popen(
        [*GUONG, "ceremony", "--no-browser"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        try:
            yield next(line.strip() for line in process.stdout if "/vao/" in line)
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=PATIENCE)


def verify(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the independent program with ``--json``."""
    return subprocess.run(
        [*GUONG, "verify", *map(str, arguments), "--json"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
    )


def _wait_for(process: subprocess.Popen[bytes], origin: str) -> None:
    address = f"{origin}/tai-khoan/dang-nhap/"
    while process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=PATIENCE).close()
        except urllib.error.URLError:
            try:
                process.wait(0.1)
            except subprocess.TimeoutExpired:
                continue
        else:
            return
    raise AssertionError("guong serve ended before it answered")
