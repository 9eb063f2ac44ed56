"""What cancelled conferences and schools replaced by reserves still ask of the organiser."""

from collections.abc import Sequence

from guong.core.wording import short_date
from guong.office.conferences.models import Conference
from guong.office.conferences.selectors import Standing
from guong.office.overview.selectors.rounds import RoundLine
from guong.office.overview.selectors.task import Task
from guong.office.overview.selectors.tasks import Desk
from guong.office.plans.models import Round
from guong.office.schedule import selectors as schedule

_NOTICE = "Lập, gửi thông báo huỷ hội nghị"
_SLIPS = "Thu hồi, huỷ thẻ bỏ phiếu của hội nghị đã huỷ và lập biên bản"
_BOTH = "Gửi thông báo huỷ hội nghị; thu hồi, huỷ thẻ bỏ phiếu và lập biên bản"
_OUT = "Trường đã được thay bằng trường dự phòng: huỷ hội nghị này"


def cancelled_tasks(desk: Desk, cancelled: Sequence[Conference]) -> list[Task]:
    """Return one task for each cancelled conference that still asks for something."""
    if not desk.may("organise_conference"):
        return []
    return [_cancelled(line) for line in schedule.left_to_do(cancelled, filed=desk.filed)]


def swapped_tasks(desk: Desk, standings: Sequence[Standing], lines: Sequence[RoundLine]) -> list[Task]:
    """Return what reserves of the draws ask for: conferences to cancel, conferences to make."""
    rounds = [line.of_round for line in lines if line.planned and line.of_round.kind == "school_head"]
    if not desk.may("organise_conference") or not rounds:
        return []
    found = schedule.swapped_among(standings, rounds)
    return [*map(_out, found.to_cancel), *(_in(of_round, count) for of_round, count in found.to_make)]


def _cancelled(line: schedule.LeftToDo) -> Task:
    both = line.needs_notice and line.needs_slips
    act = _BOTH if both else _SLIPS if line.needs_slips else _NOTICE
    return _about(line.conference, "Hội nghị đã huỷ", act, "Làm tiếp việc huỷ", 2)


def _out(conference: Conference) -> Task:
    return _about(conference, "Không còn thuộc đợt", _OUT, "Huỷ hội nghị", 1)


def _about(conference: Conference, state: str, act: str, button: str, rank: int) -> Task:
    return Task(
        title=conference.unit.name,
        when=f"dự kiến {conference.begins_at:%H:%M}, ngày {short_date(conference.held_on)}",
        state=state,
        held_on=conference.held_on,
        act=act,
        button=button,
        page="schedule:cancel",
        arguments=(conference.key,),
        rank=rank,
    )


def _in(of_round: Round, count: int) -> Task:
    return Task(
        title=of_round.with_year,
        when=f"từ ngày {short_date(of_round.begins_on)} đến ngày {short_date(of_round.ends_on)}",
        state=f"{count} trường vào thay",
        held_on=of_round.begins_on,
        act="Lập hội nghị của trường dự phòng vào thay",
        button="Lập hội nghị",
        page="schedule:make",
        arguments=(of_round.key,),
        rank=2,
    )
