"""What the organiser does beside the steps of a conference: officers and observers before it, its minutes after it."""

from collections.abc import Mapping, Sequence
from datetime import date

from guong.core.lifecycle import PollState
from guong.office.conferences.selectors import Standing
from guong.office.overview.selectors.task import Task, about, by_round, for_round
from guong.office.overview.selectors.together import is_far
from guong.office.schedule import selectors as schedule

_MINUTES = "Lập biên bản hội nghị, kèm sự việc và ảnh"
_AFTER = {PollState.CLOSED, PollState.SEALED}


def minutes_missing(standings: Sequence[Standing], filed: Mapping[tuple[str, str], int]) -> list[Task]:
    """Return a task for each conference of a round whose box isn't opened yet and whose minutes aren't filed."""
    return [
        about(one, _MINUTES, "Lập biên bản", "schedule:papers-here", (one.conference.key,), 1)
        for one in standings
        if one.state in _AFTER
        and one.conference.round_id
        and not filed.get((one.conference.key, schedule.MINUTES), 0)
    ]


def staffing_missing(standings: Sequence[Standing], today: date) -> list[Task]:
    """Return one task for each round with conferences not far off to which nobody is sent, or whose observers wait."""
    near = [
        one
        for one in standings
        if one.is_before_casting and one.conference.round_id and not is_far(one, today)
    ]
    lacking = schedule.unstaffed([one.conference for one in near])
    return [
        for_round(
            of_round,
            group,
            "Cử cán bộ phụ trách, nhận đại biểu giám sát",
            "Cử người dự",
            3,
            page="schedule:delegates",
        )
        for of_round, group in by_round(one for one in near if one.conference.pk in lacking)
        if of_round is not None
    ]
