"""Timing of the demo's stages and memory of its processes, for ``--json``."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

if sys.platform != "win32":
    import resource


class Stages:
    """Seconds by stage name, in the order played; ``quiet`` prints nothing."""

    def __init__(self, *, quiet: bool) -> None:
        self.seconds: dict[str, float] = {}
        self._quiet = quiet
        self._began = time.monotonic()

    @contextmanager
    def stage(self, name: str, sentence: str) -> Iterator[None]:
        """Time one stage and say on stderr what is going on."""
        began = time.monotonic()
        if not self._quiet:
            print(f"• {sentence}", file=sys.stderr, flush=True)
        yield
        self.seconds[name] = round(self.seconds.get(name, 0.0) + time.monotonic() - began, 3)

    @property
    def total(self) -> float:
        """Seconds since the first stage began."""
        return round(time.monotonic() - self._began, 3)


def peak_memory_mb() -> float:
    """Return an upper bound of this process tree's peak memory in MB: own peak plus the largest child's."""
    if sys.platform == "win32":
        return 0.0
    peaks = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return round(sum(peaks) / 1024, 1)
