"""The demo's own server while people vote: `guong serve` as a process of its own on a free port."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from guong.demo.outcomes import DemoStopped

_START_SECONDS = 60
_PORTS = 100


def free_port(first: int = 0) -> int:
    """Return a port of loopback on which nobody listens now: ``first`` or the next one free; any for 0."""
    for port in range(first, first + _PORTS if first else 1):
        with socket.socket() as probe:
            if sys.platform != "win32":  # there the option would take a port that another program listens on
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise DemoStopped(f"the ports {first} to {first + _PORTS - 1} are taken")


@contextmanager
def booth_running(data_dir: Path, port: int) -> Iterator[str]:
    """Run the booth on loopback; gives its address. Raises DemoStopped where it doesn't start."""
    origin = f"http://127.0.0.1:{port}"
    command = [
        sys.executable,
        "-m",
        "guong.cli",
        "serve",
        "--booth-only",
        "--port",
        str(port),
        "--origin",
        origin,
    ]
    environment = os.environ | {"GUONG_DATA_DIR": str(data_dir)}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    try:
        _wait(process, port)
        yield origin
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise DemoStopped("the booth didn't start")
