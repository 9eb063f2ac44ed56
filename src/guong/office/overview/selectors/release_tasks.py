"""What waits between a round's report and its last person told; and what leaders may read by now."""

from collections.abc import Mapping, Sequence

from guong.core.release_steps import Reader, ReleaseStep, may_read
from guong.core.wording import short_date
from guong.office.accounts.permissions import AT_COMMITTEE, AT_STANDING_BOARD, READ_RESULTS
from guong.office.overview.selectors.rounds import RoundLine
from guong.office.overview.selectors.task import Task
from guong.office.overview.selectors.tasks import Desk
from guong.office.plans.models import Round
from guong.office.release import selectors as release
from guong.office.release import services as kinds
from guong.office.release.selectors import RoundStands

_NEXT = {
    None: "Trình Thường trực kết quả của đợt",
    ReleaseStep.STANDING_BOARD: "Trình Ban Thường vụ kết quả của đợt",
}


def release_tasks(desk: Desk, lines: Sequence[RoundLine]) -> list[Task]:
    """Return the next act of each round that has its report, and for leaders the rounds presented to them."""
    if not desk.may(READ_RESULTS, AT_STANDING_BOARD, AT_COMMITTEE):
        return []
    counted = [line.of_round for line in lines if line.counted]
    stands = release.rounds_presented(counted) if counted else {}
    if desk.may(READ_RESULTS):
        return _acts(desk, counted, stands)
    return _readings(desk, counted, stands)


def readers_of(desk: Desk) -> list[Reader]:
    """Return as which of the leading body's readers an officer reads."""
    held = {AT_STANDING_BOARD: Reader.STANDING_BOARD, AT_COMMITTEE: Reader.COMMITTEE}
    return [reader for name, reader in held.items() if desk.may(name)]


def _acts(desk: Desk, rounds: Sequence[Round], stands: Mapping[int, RoundStands]) -> list[Task]:
    found = []
    for of_round in rounds:
        here = stands.get(of_round.pk)
        lowest = here.lowest if here else None
        if here and lowest is ReleaseStep.COMMITTEE:
            act = f"Thông báo kết quả cho {here.people - here.told} đồng chí"
            found.append(_task(of_round, here, act, "Thông báo", "release:steps"))
        elif lowest in _NEXT and desk.filed.get((of_round.key, kinds.REPORT), 0):
            found.append(_task(of_round, here, _NEXT[lowest], "Trình kết quả", "release:steps"))
    return found


def _readings(desk: Desk, rounds: Sequence[Round], stands: Mapping[int, RoundStands]) -> list[Task]:
    readers = readers_of(desk)
    return [
        _task(of_round, here, "Đọc kết quả của đợt đã được trình", "Đọc kết quả", "overview:round")
        for of_round in rounds
        if (here := stands.get(of_round.pk)) and any(may_read(reader, here.lowest) for reader in readers)
    ]


def _task(of_round: Round, stands: RoundStands | None, act: str, button: str, page: str) -> Task:
    return Task(
        title=of_round.with_year,
        when=f"từ ngày {short_date(of_round.begins_on)} đến ngày {short_date(of_round.ends_on)}",
        state=stands.lowest.label if stands else "Đã lập báo cáo",
        held_on=of_round.begins_on,
        act=act,
        button=button,
        page=page,
        arguments=(of_round.key,),
        rank=3,
    )
