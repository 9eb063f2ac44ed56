"""Processes that read what strangers sent: bounded, and without a way to a file or a network (security.md §2 nos. 60-62).

A process confines itself once all that it needs is loaded; what it was given (pipes) stays usable. A faulty decoder that
runs foreign code then finds no descriptor for a file or a socket: the system refuses them, not Python.
"""

import os
import sys
from pathlib import Path

try:
    import resource
except ImportError:  # Windows has no such limits: there the caller's patience and Python's own watch remain
    resource = None  # type: ignore[assignment]

_PASSED_ON = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "LANG")
_SOURCE = str(Path(__file__).parents[2])
_REFUSED = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn")


def command(module: str, *arguments: str) -> list[str]:
    """Return the command line that runs a module apart, with nothing of the current folder on its path."""
    return [sys.executable, "-P", "-B", "-m", module, *arguments]


def environment() -> dict[str, str]:
    """Return nothing of the caller's surroundings but what a program needs to start: no setting, no address, no key."""
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return kept | {
        "PYTHONPATH": os.pathsep.join([_SOURCE, *filter(None, sys.path)]),
        "OPENBLAS_NUM_THREADS": "1",
    }


def confine(*, memory: int, seconds: int) -> None:
    """Bound this process for the rest of its life: ``memory`` in bytes, ``seconds`` of the processor, nothing opened.

    It writes no file, leaves no core, opens no further file or socket. Only the watch of Python's own calls holds on
    Windows, and for an administrator of the machine, whom the system lets raise limits again.
    """
    if resource is not None:
        for kind, most in (
            (resource.RLIMIT_AS, memory),
            (resource.RLIMIT_CPU, seconds),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_NOFILE, 0),
        ):
            resource.setrlimit(kind, (most, most))
    sys.addaudithook(_watch)


def _watch(event: str, _: tuple[object, ...]) -> None:
    if event.startswith(_REFUSED):
        raise PermissionError(f"a confined process asked for {event}")
