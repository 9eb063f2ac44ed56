"""What desks note on paper and type at the end: signatures, paper sets handed out, slips left (DESIGN §4.7).

The two people's hand count stays the one that counts; the desks' sums are laid beside it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from guong.core.reconciliation import HandCount


@dataclass(frozen=True)
class DeskTotals:
    """One desk's totals, or the sum of all desks; each >= 0. ``slips_left`` is None where nobody noted it."""

    signatures: int
    paper_sets: int
    slips_left: int | None = None

    def __post_init__(self) -> None:
        if min(self.signatures, self.paper_sets, self.slips_left or 0) < 0:
            raise ValueError("a count is never negative")


@dataclass(frozen=True)
class Difference:
    """Where desks and hand count differ: what was counted, as the desks noted it and as two people counted it."""

    what: str
    desks: int
    hand: int


def summed(desks: Iterable[DeskTotals]) -> DeskTotals:
    """Return the sum over desks; slips left are None as soon as one desk noted none."""
    rows = list(desks)
    left = [row.slips_left for row in rows if row.slips_left is not None]
    return DeskTotals(
        signatures=sum(row.signatures for row in rows),
        paper_sets=sum(row.paper_sets for row in rows),
        slips_left=sum(left) if rows and len(left) == len(rows) else None,
    )


def differences(noted: DeskTotals, hand: HandCount) -> list[Difference]:
    """Return what differs between the desks' sum and the hand count of two people."""
    pairs = (
        ("chữ ký", noted.signatures, hand.signatures),
        ("bộ phiếu giấy đã phát", noted.paper_sets, hand.paper_sets),
        ("thẻ còn lại", noted.slips_left, hand.left_over),
    )
    return [Difference(what, desks, two) for what, desks, two in pairs if desks is not None and desks != two]
