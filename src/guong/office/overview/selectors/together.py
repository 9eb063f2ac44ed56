"""What is alike in a round and waits together: conferences weeks ahead, sealed boxes before their common day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from guong.core.lifecycle import PollState
from guong.core.wording import short_date
from guong.office.conferences.selectors import Standing
from guong.office.overview.selectors.task import Task, by_round, for_round

_FAR = timedelta(days=21)


def is_far(standing: Standing, today: date) -> bool:
    """Tell whether a conference of a round is still to be prepared and lies weeks ahead."""
    conference, waits = standing.conference, standing.state in {None, PollState.PREPARED}
    return waits and conference.round_id is not None and conference.held_on > today + _FAR


def waits_for_its_day(standing: Standing) -> bool:
    """Tell whether a sealed box waits for the common opening of its round."""
    of_round = standing.conference.round
    return standing.state is PollState.SEALED and of_round is not None and of_round.opens_on is not None


def preparing_ahead(far: Sequence[Standing]) -> list[Task]:
    """Return one task for each round whose conferences are still to be prepared, weeks before."""
    return [
        for_round(
            of_round,
            group,
            f"Chuẩn bị danh sách, người dự, giấy tờ cho {len(group)} hội nghị",
            "Xem lịch của đợt",
            6,
            page="schedule:calendar",
        )
        for of_round, group in by_round(far)
        if of_round is not None
    ]


def openings_together(sealed: Sequence[Standing]) -> list[Task]:
    """Return one task for each round whose sealed boxes wait for their common day."""
    return [
        replace(
            for_round(
                of_round,
                group,
                "Mở hòm phiếu chung, nhập kết quả",
                "Đến buổi mở hòm phiếu",
                3,
                page="counting:list",
            ),
            when=f"mở ngày {short_date(of_round.opens_on)}",
            state=f"{len(group)} hòm phiếu đã niêm phong",
            arguments=(),
        )
        for of_round, group in by_round(sealed)
        if of_round is not None and of_round.opens_on is not None
    ]
