"""What the room tells: rounds, their calendar, who is sent where."""

from guong.office.schedule.selectors.calendar import (
    Calendar,
    Day,
    Row,
    SentNumbers,
    announced,
    calendar_of,
    proposed_observers,
    rows_of,
    sent_numbers,
)
from guong.office.schedule.selectors.rounds import (
    Candidate,
    SeenRound,
    candidates,
    conferences_seen,
    missing_units,
    round_seen,
    rounds_seen,
    slots_for,
    usual_place,
)

__all__ = [
    "Calendar",
    "Candidate",
    "Day",
    "Row",
    "SeenRound",
    "SentNumbers",
    "announced",
    "calendar_of",
    "candidates",
    "conferences_seen",
    "missing_units",
    "proposed_observers",
    "round_seen",
    "rounds_seen",
    "rows_of",
    "sent_numbers",
    "slots_for",
    "usual_place",
]
