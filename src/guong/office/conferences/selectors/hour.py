"""The moments of the hour in the hall, as noted."""

from dataclasses import dataclass
from datetime import time

from django.utils import timezone

from guong.core.hall_hour import Moment, against, next_moment, rounded
from guong.office.conferences.models import Conference


@dataclass(frozen=True)
class HourLine:
    """One moment with the hour noted for it (None: not yet); ``is_next`` marks the one to note now."""

    moment: Moment
    words: str
    at: time | None
    is_next: bool


def written_moments(conference: Conference) -> dict[Moment, time]:
    """Return what somebody noted."""
    return {Moment(row.moment): row.at for row in conference.hall_moments.all()}


def noted_moments(conference: Conference) -> dict[Moment, time]:
    """Return what was noted, in the order of the programme; the voting began when the poll opened, if nothing else is said."""
    noted = written_moments(conference)
    opened = timezone.localtime(conference.opened_at) if conference.opened_at else None
    if opened and opened.date() == conference.held_on and Moment.VOTED not in noted:
        at = rounded(opened.time())
        if against(noted, Moment.VOTED, at) is None:
            noted[Moment.VOTED] = at
    return {moment: noted[moment] for moment in Moment if moment in noted}


def hour_lines(conference: Conference) -> tuple[HourLine, ...]:
    """Return all moments of the hour in order."""
    noted, subjects = noted_moments(conference), conference.subjects.count()
    now = _to_note(written_moments(conference), noted)
    return tuple(
        HourLine(moment, moment.words(subjects=subjects), noted.get(moment), moment is now)
        for moment in Moment
    )


def _to_note(written: dict[Moment, time], noted: dict[Moment, time]) -> Moment | None:
    """Return the moment to note now: a poll opens before the slips are handed out, so its opening skips nothing."""
    now = next_moment(written)
    return next_moment(noted) if now in noted else now
