"""What is alike in a round and waits together: conferences weeks ahead, sealed boxes before their common day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from guong.core.lifecycle import PollState
from guong.core.wording import short_date
from guong.office.conferences.selectors import Standing
from guong.office.counting.selectors import DayUnderway
from guong.office.overview.selectors.task import Task, by_round, for_round
from guong.office.plans.models import Round

_FAR = timedelta(days=21)
_ENDED = {PollState.ERASED, PollState.VOID}
_OPEN = "Nhận hòm phiếu, mở chung và nhập kết quả"
_GO_ON = "Lập hồ sơ kiểm tra chung, rồi huỷ chìa khoá"
_ARCHIVE = "Niêm phong lưu trữ phiếu, tệp lưu kết quả"


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


@dataclass(frozen=True)
class Openings:
    """What waits because boxes are opened together; ``conferences`` (primary keys) wait with it and not by themselves."""

    tasks: tuple[Task, ...] = ()
    conferences: frozenset[int] = frozenset()


def openings_together(standings: Sequence[Standing], days: Sequence[DayUnderway]) -> Openings:
    """Return one task for each opening day that isn't over, and for each round whose sealed boxes have no day yet."""
    tasks: list[Task] = []
    taken: set[int] = set()
    for underway in days:
        mine = [one for one in standings if one.conference.pk in underway.conferences]
        waiting = [one for one in mine if _waits_on(underway, one)]
        if waiting or (mine and all(one.state in _ENDED for one in mine)):
            tasks.append(_of_day(underway, waiting))
        taken |= {one.conference.pk for one in waiting}
    sealed = [one for one in standings if waits_for_its_day(one) and one.conference.pk not in taken]
    tasks += [_to_arrange(of_round, group) for of_round, group in by_round(sealed) if of_round is not None]
    return Openings(tuple(tasks), frozenset(taken | {one.conference.pk for one in sealed}))


def _waits_on(underway: DayUnderway, standing: Standing) -> bool:
    """Tell whether a box is to be opened on the day, or was and isn't ended; one opened on the spot isn't the day's."""
    if standing.state is PollState.SEALED:
        return True
    return standing.state is PollState.OPENED and standing.conference.pk in underway.received


def _of_day(underway: DayUnderway, waiting: Sequence[Standing]) -> Task:
    day, is_open = underway.day, any(one.state is PollState.OPENED for one in waiting)
    act = _GO_ON if is_open else _OPEN if waiting else _ARCHIVE
    return Task(
        title=f"Mở hòm phiếu chung: {day.name}",
        when=f"{day.opens_at:%H:%M}, ngày {short_date(day.opens_on)}, {day.place}",
        state=f"{len(waiting)} hòm phiếu" if waiting else "Đã huỷ chìa khoá",
        held_on=day.opens_on,
        act=act,
        button="Đến buổi mở hòm phiếu",
        page="counting:day",
        arguments=(day.key,),
        rank=2 if is_open else 3,
    )


def _to_arrange(of_round: Round, group: Sequence[Standing]) -> Task:
    assert of_round.opens_on is not None
    waits = for_round(
        of_round,
        group,
        "Lập buổi mở hòm phiếu chung",
        "Lập buổi mở hòm phiếu",
        3,
        page="counting:day_arrange",
    )
    return replace(
        waits,
        when=f"mở ngày {short_date(of_round.opens_on)}",
        state=f"{len(group)} hòm phiếu đã niêm phong",
    )
