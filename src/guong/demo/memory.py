"""How much memory a process and everything beneath it holds at the worst moment, for ``--json``."""

import os
import threading
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

_PROCESSES = Path("/proc")
_EVERY_SECONDS = 0.2
_RESIDENT = 1  # the second number of /proc/PID/statm, in pages


class TreePeak:
    """Watches the process tree under ``root`` (a process id) while it is entered; ``megabytes`` is the largest sum seen.

    The sum of the resident sizes, looked at five times a second. Pages that processes share are counted once for each
    of them, so the figure errs upwards; a peak shorter than that may be missed. Where the system has no
    ``/proc`` (macOS, Windows) nothing is known and the figure is 0.
    """

    def __init__(self, root: int) -> None:
        self._root = root
        self._pages = 0
        self._ended = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)

    @property
    def megabytes(self) -> float:
        """The largest sum seen so far."""
        size = os.sysconf("SC_PAGE_SIZE") if self._pages else 0
        return round(self._pages * size / 2**20, 1)

    def __enter__(self) -> "TreePeak":
        self._watcher.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._watcher.join()

    def _watch(self) -> None:
        while True:
            self._pages = max(self._pages, sum(map(_resident, _tree(self._root))))
            if self._ended.wait(_EVERY_SECONDS):
                return


def _tree(root: int) -> Iterator[int]:
    beneath = defaultdict(list)
    for process in _numbers():
        beneath[_parent(process)].append(process)
    waiting = [root]
    while waiting:
        process = waiting.pop()
        yield process
        waiting += beneath[process]


def _numbers() -> list[int]:
    try:
        return [int(entry.name) for entry in _PROCESSES.iterdir() if entry.name.isdecimal()]
    except OSError:
        return []


def _parent(process: int) -> int:
    try:
        # The second field is the program's name in brackets, with whatever is in it; the parent is the second after it.
        return int((_PROCESSES / str(process) / "stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, ValueError, IndexError):
        return 0  # it ended while we looked


def _resident(process: int) -> int:
    try:
        return int((_PROCESSES / str(process) / "statm").read_text().split()[_RESIDENT])
    except (OSError, ValueError, IndexError):
        return 0
