"""The opening beside the pages: a thread that works, a page that looks how far it is.

A thread that ended with neither ``opened`` nor ``refused`` met a bug; the page says that it stopped.
"""

import threading

from guong.ceremony.opening import OpenedBox, open_content
from guong.core.outcome import Refused
from guong.core.secrecy.box import Box


class OpeningJob:
    """One opening in a thread of its own. ``done`` and ``total`` count envelopes; ``opened`` or ``refused`` end it."""

    def __init__(self, box: Box, shares: list[str]) -> None:
        self.done = 0
        self.total = len(box.device) + len(box.paper)
        self.opened: OpenedBox | None = None
        self.refused: Refused | None = None
        self.saved: set[str] = set()
        self._thread = threading.Thread(target=self._run, args=(box, shares), daemon=True)
        self._thread.start()

    @property
    def running(self) -> bool:
        """Tell whether the work goes on."""
        return self._thread.is_alive()

    def wait(self, seconds: float) -> None:
        """Wait for the end, but no longer than that."""
        self._thread.join(seconds)

    def _run(self, box: Box, shares: list[str]) -> None:
        outcome = open_content(box, shares, progress=self._progress)
        if isinstance(outcome, Refused):
            self.refused = outcome
        else:
            self.opened = outcome

    def _progress(self, done: int, total: int, /) -> None:
        self.done, self.total = done, total
