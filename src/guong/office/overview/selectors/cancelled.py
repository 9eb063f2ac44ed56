"""What a cancelled conference still asks of the organiser: tell those concerned, destroy its slips."""

from guong.office.overview.selectors.task import Task
from guong.office.overview.selectors.tasks import Desk
from guong.office.schedule import selectors as schedule

_NOTICE = "Lập, gửi thông báo huỷ hội nghị"
_SLIPS = "Thu hồi, huỷ thẻ bỏ phiếu của hội nghị đã huỷ và lập biên bản"
_BOTH = "Gửi thông báo huỷ hội nghị; thu hồi, huỷ thẻ bỏ phiếu và lập biên bản"


def cancelled_tasks(desk: Desk) -> list[Task]:
    """Return one task for each cancelled conference that still asks for something."""
    if not desk.may("organise_conference"):
        return []
    return [_task(line) for line in schedule.left_to_do(user=desk.user, filed=desk.filed)]


def _task(line: schedule.LeftToDo) -> Task:
    conference = line.conference
    both = line.needs_notice and line.needs_slips
    return Task(
        title=conference.unit.name,
        when=f"dự kiến {conference.begins_at:%H:%M}, ngày {conference.held_on:%d/%m/%Y}",
        state="Hội nghị đã huỷ",
        held_on=conference.held_on,
        act=_BOTH if both else _SLIPS if line.needs_slips else _NOTICE,
        button="Làm tiếp việc huỷ",
        page="schedule:cancel",
        arguments=(conference.key,),
        rank=2,
    )
