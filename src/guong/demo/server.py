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

import httpx

from guong.demo.outcomes import DemoStopped

_START_SECONDS = 60


def free_port() -> int:
    """Return a port of loopback on which nobody listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


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
        _wait(process, origin)
        yield origin
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def _wait(process: subprocess.Popen[bytes], origin: str) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            httpx.get(f"{origin}/b/0000000000", trust_env=False)
        except httpx.TransportError:
            time.sleep(0.05)
            continue
        return
    raise DemoStopped("the booth didn't start")
