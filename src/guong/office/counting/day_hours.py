"""The hours that the minutes of an opening day have named, kept with its steps and compared with each other."""

from collections.abc import Mapping
from datetime import datetime

from guong.core.opening_hours import DayMoment, contradicted
from guong.core.outcome import Refused
from guong.office.counting import day_refusals
from guong.office.counting.selectors import DayView

_KEPT = "hours"


def hours_of(hours: Mapping[DayMoment, datetime]) -> dict[str, dict[str, str]]:
    """Return hours as a step keeps them beside what else its minutes state."""
    return {_KEPT: {moment.value: at.isoformat() for moment, at in hours.items()}}


def refused_hours(view: DayView, hours: Mapping[DayMoment, datetime]) -> Refused | None:
    """Compare the hours of one act with those of the day's other acts. Refused: ``out_of_order``.

    Days whose minutes were made before hours were kept have nothing to compare with.
    """
    noted = {
        DayMoment(name): datetime.fromisoformat(at)
        for step in view.steps.values()
        for name, at in step.said.get(_KEPT, {}).items()
    }
    others = {moment: at for moment, at in noted.items() if moment not in hours}
    for moment, at in hours.items():
        other = contradicted(others, moment, at)
        if other is not None:
            return day_refusals.out_of_order(moment, at, other, others[other])
    return None
