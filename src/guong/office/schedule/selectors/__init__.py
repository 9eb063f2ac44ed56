"""What the room tells: rounds, their calendar, who is sent where."""

from guong.office.schedule.paperwork.catalogue import MINUTES
from guong.office.schedule.paperwork.ground import ground_of, terms_of
from guong.office.schedule.rows import Row, rows_of
from guong.office.schedule.selectors.calendar import (
    Calendar,
    Day,
    SentNumbers,
    announced,
    calendar_of,
    proposed_observers,
    sent_numbers,
    unstaffed,
)
from guong.office.schedule.selectors.cancelled import LeftToDo, Remains, left_to_do, remains_of, usual_reason
from guong.office.schedule.selectors.coverage import Coverage, Displaced, coverage_of, swapped_among
from guong.office.schedule.selectors.papers import (
    PaperLine,
    conference_lines,
    filed_minutes,
    filed_of,
    programme_parts,
    round_lines,
    row_of,
)
from guong.office.schedule.selectors.photographs import lead_body_for, photograph_bytes, rehearsals_of
from guong.office.schedule.selectors.progress import Progress, Today, progress_of, today_of
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
    "Coverage",
    "Day",
    "Displaced",
    "LeftToDo",
    "MINUTES",
    "PaperLine",
    "Progress",
    "Remains",
    "Row",
    "SeenRound",
    "SentNumbers",
    "Today",
    "announced",
    "calendar_of",
    "candidates",
    "conference_lines",
    "conferences_seen",
    "coverage_of",
    "filed_minutes",
    "filed_of",
    "ground_of",
    "lead_body_for",
    "left_to_do",
    "missing_units",
    "photograph_bytes",
    "programme_parts",
    "progress_of",
    "proposed_observers",
    "rehearsals_of",
    "remains_of",
    "round_lines",
    "round_seen",
    "rounds_seen",
    "row_of",
    "rows_of",
    "sent_numbers",
    "slots_for",
    "swapped_among",
    "terms_of",
    "today_of",
    "unstaffed",
    "usual_place",
    "usual_reason",
]
