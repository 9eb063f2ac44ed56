"""What the register keeps of counts, and of the days on which boxes are opened together."""

from guong.office.counting.models.counts import (
    Bundle,
    Explanation,
    KeyDestruction,
    Opening,
    Remark,
    RemarksEnd,
)
from guong.office.counting.models.days import (
    DayPerson,
    DayRole,
    DayStep,
    OpeningDay,
    ReceivedBox,
    ResultIntake,
)

__all__ = [
    "Bundle",
    "DayPerson",
    "DayRole",
    "DayStep",
    "Explanation",
    "KeyDestruction",
    "Opening",
    "OpeningDay",
    "ReceivedBox",
    "Remark",
    "RemarksEnd",
    "ResultIntake",
]
