"""Opening days in an officer's scope, what they take up, their papers, and what their steps stated."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from guong.core.lifecycle import PollState
from guong.core.months import months_after
from guong.core.wording import hour_and_date, long_date
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conference_selectors
from guong.office.conferences.models import Conference
from guong.office.counting.day_steps import BoxStanding, DayStepKey
from guong.office.counting.details import EnvelopeKeeper, KeySetUsed
from guong.office.counting.models import DayStep, OpeningDay, ReceivedBox
from guong.office.counting.selectors.day_view import NOT_HERE, DayView
from guong.office.counting.selectors.many import poll_states
from guong.office.papers import selectors as papers
from guong.office.papers.models import Paper
from guong.office.plans import selectors as plans
from guong.office.plans.models import Round
from guong.office.registry import selectors as registry

KEEP_MONTHS = 6
_OPEN_OR_DONE = (BoxStanding.OPENED, BoxStanding.ENDED, *NOT_HERE)


def days_in_scope(*, user: User | AnonymousUser) -> QuerySet[OpeningDay]:
    """Return the days of bodies in an officer's scope, the newest first; a day with a conference outside it is left out."""
    units = registry.units_in_scope(user=user)
    beyond = OpeningDay.conferences.through.objects.exclude(conference__unit__in=units)
    found = OpeningDay.objects.filter(unit__in=units).exclude(pk__in=beyond.values("openingday_id"))
    return found.select_related("unit", "round__plan")


@dataclass(frozen=True)
class DayState:
    """A day in the list: ``now`` while something is left to do on it."""

    day: OpeningDay
    now: bool


def days_with_state(*, user: User | AnonymousUser) -> list[DayState]:
    """Return the days in scope, those with something left to do first."""
    archived = set(DayStep.objects.filter(step=DayStepKey.ARCHIVE.value).values_list("day_id", flat=True))
    found = [DayState(day, day.pk not in archived) for day in days_in_scope(user=user)]
    return sorted(found, key=lambda state: not state.now)


@dataclass(frozen=True)
class DayUnderway:
    """A day with something left to do: primary keys of its conferences, and of those whose boxes it received."""

    day: OpeningDay
    conferences: frozenset[int]
    received: frozenset[int]


def days_underway(*, user: User | AnonymousUser) -> list[DayUnderway]:
    """Return the days in scope that aren't over, in a fixed number of queries."""
    days = [state.day for state in days_with_state(user=user) if state.now]
    if not days:
        return []
    through = OpeningDay.conferences.through.objects.filter(openingday__in=days)
    taken = _by_day(through.values_list("openingday_id", "conference_id"))
    came = _by_day(ReceivedBox.objects.filter(day__in=days).values_list("day_id", "conference_id"))
    return [
        DayUnderway(day, frozenset(taken.get(day.pk, ())), frozenset(came.get(day.pk, ()))) for day in days
    ]


def day_in_scope(*, user: User | AnonymousUser, key: str) -> OpeningDay | None:
    """Return a day by key if it is in the officer's scope, else None (pages then answer 404)."""
    return days_in_scope(user=user).filter(key=key).first()


def rounds_without_day(*, user: User | AnonymousUser) -> list[Round]:
    """Return the rounds in scope that have sealed boxes which no opening day has taken up."""
    untaken = _untaken(conference_selectors.conferences_in_scope(user=user))
    states = poll_states(untaken)
    sealed = [key for key, state in states.items() if state is PollState.SEALED]
    waiting = untaken.filter(key__in=sealed).values("round_id")
    return list(plans.rounds_in_scope(user=user).filter(pk__in=waiting))


def conferences_to_open(of_round: Round) -> list[Conference]:
    """Return a round's conferences that no opening day has taken up, rehearsals left out, in the order of the calendar."""
    return list(_untaken(conference_selectors.conferences_of_round(of_round)))


def day_papers(day: OpeningDay) -> QuerySet[Paper]:
    """Return the minutes of a day, newest first; they are filed under the body and the day's key."""
    return papers.papers_of(unit_keys=[day.unit.key], conference_key=day.key)


def is_minuted(day: OpeningDay, step: DayStepKey) -> bool:
    """Tell whether a step of a day has its minutes."""
    return DayStep.objects.filter(day=day, step=step.value).exists()


def key_sets_of(view: DayView) -> list[KeySetUsed]:
    """Return the sets of keys as the opening minutes told them; empty before those minutes."""
    step = view.steps.get(DayStepKey.OPEN)
    return [_key_set(entry) for entry in step.said["key_sets"]] if step else []


def may_be_destroyed_from(view: DayView) -> date | None:
    """Return the first day on which ballots and archives may be destroyed; None before the archive is sealed."""
    step = view.steps.get(DayStepKey.ARCHIVE)
    return months_after(date.fromisoformat(step.said["sealed_on"]), KEEP_MONTHS) if step else None


def unopened_units(view: DayView) -> list[str]:
    """Return the units of the round whose boxes aren't opened, those that no day has taken up included."""
    names = [line.conference.unit.name for line in view.lines if line.standing not in _OPEN_OR_DONE]
    later = conferences_to_open(view.day.round) if view.day.round else []
    return list(dict.fromkeys([*names, *(conference.unit.name for conference in later)]))


def day_of(conference: Conference) -> OpeningDay | None:
    """Return the latest day on which a conference's box is opened together with others, None where it is on none."""
    return OpeningDay.objects.filter(conferences=conference).first()


def opening_line(conference: Conference) -> str:
    """Return when and where a sealed box will be opened, as its hall minutes say it; empty while that isn't arranged.

    Outside any plan it is opened on the spot (DESIGN §4.6).
    """
    day = day_of(conference)
    if day is not None:
        return f"{hour_and_date(datetime.combine(day.opens_on, day.opens_at))}, tại {day.place}"
    of_round = conference.round
    if of_round is None:
        return f"ngay sau khi niêm phong, tại {conference.place}"
    if of_round.opens_on is None:
        return ""
    return long_date(of_round.opens_on) + (
        f", tại {of_round.opening_place}" if of_round.opening_place else ""
    )


def _key_set(said: dict[str, Any]) -> KeySetUsed:
    keepers = tuple(EnvelopeKeeper(**keeper) for keeper in said["keepers"])
    return KeySetUsed(said["name"], tuple(said["conference_keys"]), keepers)


def _by_day(rows: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for day, conference in rows:
        found.setdefault(day, []).append(conference)
    return found


def _untaken(conferences: QuerySet[Conference]) -> QuerySet[Conference]:
    """Those that stand, have no result and that no day has before it; a box left shut on a day that is over may have another day."""
    over = DayStep.objects.filter(step=DayStepKey.OPEN.value).values("day_id")
    before = OpeningDay.objects.exclude(pk__in=over)
    stand = conference_selectors.not_cancelled(conferences)
    return stand.filter(rehearsal=False, opening__isnull=True).exclude(opening_days__in=before)
