"""What the register knows about a conference. The state of its poll is asked from the urn, never kept here.

No model here holds a time, an order or a channel of a single person's act (DESIGN §4.8).
"""

from guong.office.conferences.models.conference import Cancellation, Conference, ConferenceSubject, new_key
from guong.office.conferences.models.hall import (
    DeskSheet,
    DeskTotal,
    HallCount,
    HallMoment,
    Incident,
    PreflightMark,
    ScreenTotal,
)
from guong.office.conferences.models.people import BoardMember, OffRollEntry, RollChange, RollEntry
from guong.office.conferences.models.urn import AskedAct, Intent, Poll

__all__ = [
    "AskedAct",
    "BoardMember",
    "Cancellation",
    "Conference",
    "ConferenceSubject",
    "DeskSheet",
    "DeskTotal",
    "HallCount",
    "HallMoment",
    "Incident",
    "Intent",
    "OffRollEntry",
    "Poll",
    "PreflightMark",
    "RollChange",
    "RollEntry",
    "ScreenTotal",
    "new_key",
]
