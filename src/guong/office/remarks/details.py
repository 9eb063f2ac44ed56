"""What passes between the desk and the rooms above it, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from guong.core.remarks.digest import RemarkCounts
from guong.core.remarks.verdicts import Reason


@dataclass(frozen=True)
class HandedOn:
    """The numbers that a desk tells about one person; ``is_ended`` is false while two officers still work.

    ``decided`` counts remarks on which both agreed so far.
    """

    counts: RemarkCounts
    decided: int
    is_ended: bool
    reasons: Mapping[Reason, int] = field(default_factory=dict)
