"""A confined process opens nothing more: no file, no connection, no program, not even past Python (security.md §2 no. 62)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from guong.core import confined

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows bounds no process's descriptors")

CONFINED = "confine(memory=1 << 30, seconds=20)"
START = "import ctypes, os, socket, subprocess, sys; from guong.core.confined import confine; "
LIBC = "libc = ctypes.CDLL(None, use_errno=True); "
ACTS = {
    "a file": "open(sys.executable, 'rb').close()",
    "a connection": "socket.socket().close()",
    "a name looked up": "socket.getaddrinfo('localhost', 80)",
    "a program": "subprocess.run([sys.executable, '-V'], capture_output=True, check=True)",
    "a second process": "os.fork() or os._exit(0)",
    "a connection past Python": "libc.socket(2, 1, 0) >= 0 or sys.exit(ctypes.get_errno())",
}


def ended(act: str, *, confined_first: bool) -> int:
    """Run one act in a process of its own; its exit code."""
    program = f"{START}{LIBC}{CONFINED + '; ' if confined_first else ''}{act}"
    surroundings = {**os.environ, **confined.environment()}
    done = subprocess.run([sys.executable, "-c", program], env=surroundings, capture_output=True, check=False)
    return done.returncode


@pytest.mark.parametrize("act", sorted(ACTS))
def test_nothing_more_is_opened(act: str) -> None:
    assert ended(ACTS[act], confined_first=False) == 0, (
        "the act itself must work, or its refusal says nothing"
    )
    assert ended(ACTS[act], confined_first=True) != 0


def test_what_was_given_stays_usable() -> None:
    program = f"{START}{CONFINED}; sys.stdout.write(sys.stdin.read().upper())"
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=b"abc",
        env=confined.environment(),
        capture_output=True,
        check=True,
    )
    assert done.stdout == b"ABC"


def test_memory_ends_where_it_was_bounded() -> None:
    assert ended("len(bytearray(2 << 30))", confined_first=False) == 0
    assert ended("len(bytearray(2 << 30))", confined_first=True) != 0


def test_nothing_of_the_servers_surroundings_goes_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUONG_REGISTER_URL", "postgresql://office:secret@127.0.0.1/register")
    assert not [name for name in confined.environment() if name.startswith("GUONG")]


def test_every_process_for_strangers_files_confines_itself() -> None:
    source = Path(confined.__file__).parents[1]
    readers = (
        "office/papers/guarded.py",
        "office/registry/importing/sheet_reader.py",
        "paper/scanning/reader_process.py",
    )
    calling = {
        str(path.relative_to(source))
        for path in source.rglob("*.py")
        if "confine(memory=" in path.read_text("utf-8")
    }
    assert calling == set(readers)
