"""What the scanning station knows while it runs: one order, one batch, in memory only.

Pictures and fingerprints go at sealing, answers when the server has taken the sealed file; Python can't promise to
overwrite memory, and the pages say so.
"""

import gc
from dataclasses import dataclass, field

from guong.ceremony.scanning import refusals
from guong.ceremony.scanning.batch import Batch, Reader
from guong.ceremony.scanning.sealing import Ballots, ballots_of, seal
from guong.core.outcome import Refused
from guong.core.secrecy.paper_files import BadScanFile, ScanOrder, SealedBatch
from guong.paper.scanning import read_scans


@dataclass
class Station:
    """One run of the program. ``sealed`` and ``ballots`` stay until the server has the sealed file."""

    order: ScanOrder | None = None
    batch: Batch | None = field(default=None, repr=False)
    ballots: Ballots | None = field(default=None, repr=False)
    sealed: SealedBatch | None = field(default=None, repr=False)
    entered: int = 0
    read: Reader = read_scans

    def take_order(self, raw: bytes) -> Refused | None:
        """Begin with an order, or go on with a newer one for the same sheets. Refused: ``bad_order``, ``other_order``."""
        try:
            order = ScanOrder.from_bytes(raw)
        except BadScanFile:
            return refusals.BAD_ORDER
        if self.order is not None and (self.batch or self.ballots) and _names(order) != _names(self.order):
            return refusals.OTHER_ORDER
        self.order = order
        return None

    def begin(self, first: str, second: str) -> Refused | None:
        """Begin a batch with what two people counted. Refused: ``no_count``, ``counts_differ``, ``too_many``."""
        if self.order is None or self.batch or self.ballots:
            return None
        if not (first.isascii() and first.isdigit() and second.isascii() and second.isdigit()):
            return refusals.NO_COUNT
        if int(first) != int(second):
            return refusals.COUNTS_DIFFER
        if int(first) == 0:
            return refusals.NO_COUNT
        if int(first) > len(self.order.slots):
            return refusals.too_many(len(self.order.slots))
        self.batch = Batch(self.order.questionnaire, int(first), read=self.read)
        return None

    def finish_scanning(self) -> Refused | None:
        """End the scanning; a count that doesn't agree voids the batch and nothing of it remains."""
        refused = self.batch.finish() if self.batch else None
        if refused is not None and refused.reason == "count_mismatch":
            self.void()
        return refused

    def check_heads(self) -> Refused | None:
        """Void the batch where people found another person's sheet in it."""
        if self.batch is None or not self.batch.holds_another_subjects_sheet:
            return None
        self.void()
        return refusals.OTHER_SUBJECT

    def seal(self, card: str) -> Refused | None:
        """Seal the batch, or seal it anew for the slots of a newer order; pictures and fingerprints end here."""
        if self.order is None or (self.batch is None and self.ballots is None):
            return None
        ballots = self.ballots or (ballots_of(self.batch, self.order.subject) if self.batch else None)
        if ballots is None:
            return None
        sealed = seal(ballots, self.order, card)
        if isinstance(sealed, Refused):
            return sealed
        self.ballots, self.sealed, self.batch = ballots, sealed, None
        gc.collect()
        return None

    def handed_over(self) -> None:
        """The server has the sealed file: answers end here, and the slots that were filled are no longer free."""
        if self.sealed is None:
            return
        self.entered += len(self.sealed.sheets)
        self.order = self.ballots = self.sealed = None
        gc.collect()

    def void(self) -> None:
        """Drop the batch that is in hand, pictures, fingerprints and answers."""
        self.batch = None
        gc.collect()


def _names(order: ScanOrder) -> tuple[bytes, str]:
    return order.definition.raw, order.subject
