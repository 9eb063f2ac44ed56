"""The watch over connections, under which the browser test plays a whole campaign, notices what it is there for."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e import programs

OUTWARD = [
    "import socket; socket.getaddrinfo('example.org', 443)",
    "import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.connect(('192.0.2.1', 9))",
]
INWARD = "import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.connect(('127.0.0.1', 9))"


def noted(data: Path, program: str) -> str:
    environment = programs.environment(data, "http://127.0.0.1:8000")
    subprocess.run([sys.executable, "-c", program], env=environment, check=False, capture_output=True)
    notes = programs.connections_of(data)
    return notes.read_text("utf-8") if notes.exists() else ""


@pytest.mark.parametrize("program", OUTWARD, ids=["look-up", "connection"])
def test_the_watch_notes_a_connection_that_leaves_the_machine(tmp_path: Path, program: str) -> None:
    assert noted(tmp_path / "data", program).startswith("socket.")


def test_the_watch_leaves_loopback_alone(tmp_path: Path) -> None:
    assert noted(tmp_path / "data", INWARD) == ""
