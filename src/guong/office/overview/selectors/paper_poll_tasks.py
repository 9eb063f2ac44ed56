"""Polls on paper alone that wait for an officer: their sheets are counted, their tally keyed, their minutes made."""

from datetime import date

from guong.core.wording import short_date
from guong.office.overview.selectors.task import Task
from guong.office.overview.selectors.tasks import Desk
from guong.office.paperpolls import selectors as paperpolls
from guong.office.paperpolls.selectors import Progress, Step

_KEYING = (Step.COUNTED, Step.KEYED_ONCE, Step.DIFFERENT)
_COUNT = ("Đếm phiếu giấy bỏ tại chỗ", "Kiểm phiếu")
_KEY = ("Nhập số phiếu bỏ tại chỗ", "Nhập số phiếu")
_MINUTES = ("Lập biên bản kiểm phiếu bỏ tại chỗ", "Lập biên bản")


def paper_poll_tasks(desk: Desk, *, today: date) -> list[Task]:
    """Return one task for each poll of which something waits for this officer; none before the day of the poll."""
    if not desk.may("count_votes", "enter_paper"):
        return []
    found = [paperpolls.progress_of(poll) for poll in paperpolls.polls_under_way(user=desk.user, until=today)]
    return [_task(told, *words) for told in found if (words := _waiting(desk, told))]


def _waiting(desk: Desk, told: Progress) -> tuple[str, str] | None:
    if told.step is Step.PREPARED and desk.may("count_votes"):
        return _COUNT
    if told.step is Step.AGREED and desk.may("count_votes"):
        return _MINUTES
    may_key = told.step in _KEYING and desk.may("enter_paper")
    return _KEY if may_key and paperpolls.keying_obstacle(told.poll, user=desk.user) is None else None


def _task(told: Progress, act: str, button: str) -> Task:
    return Task(
        title=told.poll.unit.name,
        when=f"họp ngày {short_date(told.poll.held_on)}",
        state=told.step.value,
        held_on=told.poll.held_on,
        act=act,
        button=button,
        page="paperpolls:poll",
        arguments=(told.poll.key,),
        rank=1,
    )
