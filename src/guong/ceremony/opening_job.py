"""The opening beside the pages: a thread that works, a page that looks how far it is.

A box that has neither an opening nor a refusal after the thread's end met a bug; the page says that it stopped.
"""

import threading
from collections.abc import Sequence

from guong.ceremony.opening_round import RoundOpening, envelopes_in, open_boxes
from guong.core.secrecy.box import Box


class OpeningJob:
    """One opening of some boxes in a thread of its own. ``done`` and ``total`` count envelopes over all boxes."""

    def __init__(self, boxes: Sequence[Box], seed: bytes) -> None:
        self.boxes = tuple(boxes)
        self.done = 0
        self.total = sum(map(envelopes_in, boxes))
        self.found = RoundOpening()
        self._thread = threading.Thread(target=self._run, args=(seed,), daemon=True)
        self._thread.start()

    @property
    def running(self) -> bool:
        """Tell whether the work goes on."""
        return self._thread.is_alive()

    def wait(self, seconds: float) -> None:
        """Wait for the end, but no longer than that."""
        self._thread.join(seconds)

    def _run(self, seed: bytes) -> None:
        open_boxes(self.boxes, [seed], progress=self._progress, found=self.found)

    def _progress(self, done: int, total: int, /) -> None:
        self.done, self.total = done, total
