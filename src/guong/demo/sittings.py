"""When and where the demo's conferences sit: three a day, schools in May, wards in October."""

from collections.abc import Sequence
from datetime import date, time, timedelta

from guong.core.eligibility import head_eligibility
from guong.office.conferences.details import Sitting
from guong.office.plans.models import Round
from guong.office.registry import selectors as registry
from guong.office.registry.models import Post, Unit
from guong.office.schedule.selectors import usual_place

_HOURS = (time(8), time(10), time(14))
_SUNDAY = 6


def timetable(first: date, units: Sequence[Unit]) -> list[Sitting]:
    """Return a sitting for each unit, three on every working day from ``first`` on."""
    days: list[date] = []
    day = first
    while len(days) * len(_HOURS) < len(units):
        if day.weekday() < _SUNDAY - 1:
            days.append(day)
        day += timedelta(1)
    places = [(day, hour) for day in days for hour in _HOURS]
    return [Sitting(day, hour, usual_place(unit)) for unit, (day, hour) in zip(units, places, strict=False)]


def asked_about(unit: Unit, of_round: Round) -> tuple[Post, ...]:
    """Return the heads who are long enough in post on the round's reference date."""
    heads = registry.current_heads(unit=unit, on=of_round.begins_on)
    return tuple(post for post in heads if head_eligibility(post.starts_on, of_round.reference_date) is None)
