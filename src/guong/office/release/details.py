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
