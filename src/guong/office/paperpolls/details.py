"""What services take, as values."""

from dataclasses import dataclass
from datetime import date, time

from guong.core.paper_poll.ballot import Base, Kind


@dataclass(frozen=True)
class PollDetails:
    """Everything that is said about a poll before its sheets are printed.

    ``lines`` are names or questions; ``seats`` is 0 outside elections; ``board`` are names, the head first. Empty
    ``issuer`` and ``superior`` are named after the unit and the one above it.
    """

    title: str
    held_on: date
    place: str
    kind: Kind
    lines: tuple[str, ...]
    seats: int
    base: Base
    summoned: int
    chair_name: str
    clerk_name: str
    board: tuple[str, ...]
    witness_name: str
    issuer: str = ""
    superior: str = ""
    locality: str = ""


@dataclass(frozen=True)
class Sitting:
    """When the board began and ended, on the day of the poll, and how many copies of the minutes are made (>= 1)."""

    began: time
    ended: time
    copies: int = 3
