"""What waits after a head was told: the head's own next step, and what heads sent to the lead body."""

from datetime import date

from guong.core.remediation.deadlines import days_text
from guong.core.remediation.life import Party
from guong.core.wording import short_date
from guong.office.accounts.permissions import OWN_RESULT, READ_RESULTS
from guong.office.feedback import selectors as feedback
from guong.office.overview.selectors.task import Task
from guong.office.overview.selectors.tasks import Desk
from guong.office.remediation import selectors as remediation
from guong.office.remediation.selectors import BoardLine


def plan_tasks(desk: Desk, *, today: date) -> list[Task]:
    """Return the tasks of a head about the own plan, or of the lead body about the plans and answers of heads."""
    if desk.may(OWN_RESULT):
        lines = remediation.own_lines(user=desk.user, today=today)
        return [task for line in lines for task in _of_head(line, today)]
    return _of_lead_body(desk, today) if desk.may(READ_RESULTS) else []


def _of_head(line: BoardLine, today: date) -> list[Task]:
    address = (line.conference.key, line.subject.key)
    tasks = []
    if line.received is None:
        told = f"thông báo ngày {short_date(line.told_on)}"
        act = "Đọc kết quả góp ý, xác nhận đã nhận"
        tasks.append(
            Task(
                "Kết quả của tôi",
                told,
                "Mới",
                line.told_on,
                act,
                "Đọc kết quả",
                "feedback:result",
                address,
                1,
            )
        )
    due = next((one for one in line.due if one.party is Party.HEAD), None)
    if due is not None:
        when, state = f"trước ngày {short_date(due.due_on)}", days_text(due.due_on, today=today)
        tasks.append(
            Task(
                "Kế hoạch khắc phục",
                when,
                state,
                due.due_on,
                due.what,
                "Mở kế hoạch",
                "remediation:plan",
                address,
                2,
            )
        )
    return tasks


def _of_lead_body(desk: Desk, today: date) -> list[Task]:
    plans, replies = remediation.plans_waiting(user=desk.user), feedback.replies_waiting(user=desk.user)
    waiting = (
        (
            plans,
            f"{plans} kế hoạch",
            "Duyệt kế hoạch khắc phục, xem xét kết thúc",
            "Theo dõi khắc phục",
            "remediation:list",
        ),
        (
            replies,
            f"{replies} ý kiến",
            "Trả lời ý kiến của người được góp ý",
            "Trả lời",
            "feedback:replies",
        ),
    )
    return [
        Task("Tiếp thu, khắc phục", "", state, today, act, button, page, rank=2)
        for number, state, act, button, page in waiting
        if number
    ]
