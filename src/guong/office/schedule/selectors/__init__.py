"""What the room tells: rounds, their calendar, who is sent where."""

from guong.office.schedule.selectors.calendar import Calendar, Day, Row, announced, calendar_of, rows_of
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
    "announced",
    "calendar_of",
    "candidates",
    "conferences_seen",
    "missing_units",
    "round_seen",
    "rounds_seen",
    "rows_of",
    "slots_for",
    "usual_place",
]
