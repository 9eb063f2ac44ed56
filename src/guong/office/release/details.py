"""What an officer states for the minutes, as plain values between form and service."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Sitting:
    """When and where the box was opened and counted (local times, without zone), and how many copies are signed."""

    opened_at: datetime
    finished_at: datetime
    place: str
    copies: int = 3


@dataclass(frozen=True)
class ReportText:
    """The office's own words in a round's report; a line of the tuples is a paragraph, a recipient.

    ``version`` is the one that the officer saw, 0 before the first.
    """

    assessment: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    signer_role: str = "TRƯỞNG BAN"
    signer_name: str = ""
    recipients: tuple[str, ...] = ()
    version: int = 0


@dataclass(frozen=True)
class RoundSitting:
    """Where the boxes of a round were opened, and how many copies of each minutes are signed."""

    place: str
    copies: int = 3
