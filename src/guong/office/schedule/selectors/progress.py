"""The board of a round and the conferences of one day: states, turnout after the closing, incidents, who is there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guong.core.lifecycle import PollState
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Incident
from guong.office.schedule.rows import Row, rows_of
from guong.office.schedule.selectors.calendar import Day, days_of
from guong.office.schedule.selectors.rounds import SeenRound, conferences_seen

_CASTING = {PollState.OPEN, PollState.PAUSED, PollState.SUSPENDED}


@dataclass(frozen=True)
class Progress:
    """A round at a glance. Turnout adds up conferences whose casting is over and no others (DESIGN §4.8).

    Cancelled conferences stand in ``days`` and are named; no number counts them.
    """

    days: tuple[Day, ...]
    rows: tuple[Row, ...]
    cancelled: tuple[Row, ...]

    @property
    def total(self) -> int:
        """How many conferences the round has."""
        return len(self.rows)

    @property
    def over(self) -> int:
        """How many have ended casting."""
        return sum(row.standing.is_over for row in self.rows)

    @property
    def casting(self) -> int:
        """How many are taking ballots now."""
        return sum(row.standing.state in _CASTING for row in self.rows)

    @property
    def summoned(self) -> int:
        """How many people were summoned to the conferences that are over."""
        return sum(row.standing.summoned for row in self.rows if row.standing.is_over)

    @property
    def present(self) -> int:
        """How many of them came."""
        return sum(row.standing.turnout or 0 for row in self.rows)

    @property
    def incidents(self) -> list[tuple[Row, Incident]]:
        """What happened, with where."""
        return [(row, incident) for row in self.rows for incident in row.incidents]


@dataclass(frozen=True)
class Today:
    """The conferences of one day within an officer's units; rehearsals and cancelled ones stand apart, counted nowhere."""

    day: date
    rows: tuple[Row, ...]
    rehearsals: tuple[Row, ...]
    cancelled: tuple[Row, ...]


def progress_of(*, user: User, seen: SeenRound) -> Progress:
    """Return the board of a round, however many conferences it has, in a fixed number of queries."""
    found = conferences_seen(user=user, seen=seen, with_cancelled=True).prefetch_related("incidents")
    rows = rows_of(found)
    standing, cancelled = _apart(rows)
    return Progress(days_of(rows), standing, cancelled)


def today_of(*, user: User, day: date) -> Today:
    """Return the conferences of a day by their hour."""
    found = conferences.conferences_in_scope(user=user).filter(held_on=day)
    rows = rows_of(found.prefetch_related("incidents").order_by("begins_at", "pk"))
    standing, cancelled = _apart([row for row in rows if not row.conference.rehearsal])
    return Today(day, standing, tuple(row for row in rows if row.conference.rehearsal), cancelled)


def _apart(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Return the conferences that stand, and the cancelled ones."""
    standing = tuple(row for row in rows if not row.cancellation)
    return standing, tuple(row for row in rows if row.cancellation)
