"""What an officer states about a plan and its rounds, as plain values between form and service."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PlanDetails:
    """Head and foot of a plan; ``issued_on`` None while it is being written."""

    number: str
    year: int
    title: str
    issuing_body: str
    lead_body: str
    superior_body: str = ""
    locality: str = ""
    issued_on: date | None = None


@dataclass(frozen=True)
class RoundDetails:
    """A round; ``kind`` is a `models.RoundKind` value, ``opens_on`` the day of the common opening."""

    kind: str
    name: str
    begins_on: date
    ends_on: date
    reference_date: date
    opens_on: date | None = None
    opening_place: str = ""
