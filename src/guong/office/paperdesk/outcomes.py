"""What the paper desk answers, as values."""

from dataclasses import dataclass
from enum import Enum


class InvalidReason(Enum):
    """Why a person judged a sheet invalid; it is sealed as an empty ballot (DESIGN §8). The value is the log's field."""

    NO_STAMP = "no_stamp"
    BLANK = "blank"


@dataclass(frozen=True)
class SubjectDesk:
    """One subject at the desk. ``counted`` is None before two people counted; ``made`` are sheets handed out."""

    key: str
    name: str
    line: str
    made: int
    counted: int | None
    entered: int

    @property
    def left(self) -> int:
        """How many sheets are counted and not yet entered."""
        return (self.counted or 0) - self.entered

    @property
    def is_complete(self) -> bool:
        """Tell whether every sheet counted is in the urn."""
        return self.counted is not None and self.entered == self.counted


@dataclass(frozen=True)
class Entered:
    """A sheet is in the urn: how many of how many are now entered, and the next free slot (32 bytes) if any."""

    entered: int
    counted: int
    next_slot: bytes | None
