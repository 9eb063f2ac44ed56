"""The demo's stages: what is going on, how far it is, how long it took."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from guong.ceremony.progress import LateProgress

Step = Callable[[], None]


class Stages:
    """Seconds by stage name, in the order played; ``quiet`` says nothing but draws bars on a terminal all the same."""

    def __init__(self, *, quiet: bool) -> None:
        self.seconds: dict[str, float] = {}
        self._quiet = quiet
        self._began = time.monotonic()

    @contextmanager
    def stage(self, name: str, sentence: str, total: int = 1) -> Iterator[Step]:
        """Time one stage, say on stderr what is going on, and draw a bar; call what is given once for each of ``total``."""
        began = time.monotonic()
        if not self._quiet:
            print(f"• {sentence}", file=sys.stderr, flush=True)
        with LateProgress(sentence) as bar:
            done = 0

            def step() -> None:
                nonlocal done
                done += 1
                bar(done, total)

            bar(0, total)
            yield step
        self.seconds[name] = round(self.seconds.get(name, 0.0) + time.monotonic() - began, 3)

    @property
    def total(self) -> float:
        """Seconds since the first stage began."""
        return round(time.monotonic() - self._began, 3)
