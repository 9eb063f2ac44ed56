"""What of a plan is overdue or due soon, by date alone; nobody is reminded of what is done (R-001-17)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from guong.core.remediation.life import Party, PlanState

DAYS_TO_SUBMIT = 30  # after the head was told
DAYS_TO_MEND = 10  # after the plan came back
DAYS_TO_ANSWER = 10  # the lead body's own deadline, on a plan or on its end
DAYS_BEFORE = 14


class Urgency(Enum):
    """How near a deadline is."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True)
class Deadline:
    """Something to be done by a day, and whose turn it is."""

    what: str
    due_on: date
    party: Party = Party.HEAD


@dataclass(frozen=True)
class Point:
    """A point of a plan or a milestone in it, as far as dates go."""

    what: str
    due_on: date
    is_done: bool


def urgency(due_on: date, *, today: date) -> Urgency:
    """Return how near a deadline is; its own day is not overdue yet."""
    if due_on < today:
        return Urgency.OVERDUE
    return Urgency.SOON if due_on <= today + timedelta(days=DAYS_BEFORE) else Urgency.LATER


def days_text(due_on: date, *, today: date) -> str:
    """Return how far a deadline is in words: ``quá hạn 3 ngày``, ``hôm nay``, ``còn 5 ngày``."""
    days = (due_on - today).days
    if not days:
        return "hạn hôm nay"
    return f"còn {days} ngày" if days > 0 else f"quá hạn {-days} ngày"


def deadlines(state: PlanState | None, *, since: date, points: Iterable[Point] = ()) -> tuple[Deadline, ...]:
    """Return what is still to be done, the nearest first.

    ``state`` None: nothing was written yet. ``since`` is the day on which the plan came into its state; for a plan not
    yet submitted, the day on which the head was told.
    """
    if state in (None, PlanState.DRAFT):
        return (Deadline("Trình kế hoạch khắc phục", since + timedelta(days=DAYS_TO_SUBMIT)),)
    if state is PlanState.RETURNED:
        return (Deadline("Sửa và trình lại kế hoạch", since + timedelta(days=DAYS_TO_MEND)),)
    if state in (PlanState.SUBMITTED, PlanState.CLOSING):
        what = "Duyệt kế hoạch" if state is PlanState.SUBMITTED else "Xem xét đề nghị kết thúc"
        return (Deadline(what, since + timedelta(days=DAYS_TO_ANSWER), Party.LEAD_BODY),)
    if state is PlanState.CLOSED:
        return ()
    left = [Deadline(point.what, point.due_on) for point in points if not point.is_done]
    return tuple(sorted(left, key=lambda one: one.due_on))


def overdue(found: Sequence[Deadline], *, today: date) -> tuple[Deadline, ...]:
    """Return those of some deadlines that have passed."""
    return tuple(one for one in found if urgency(one.due_on, today=today) is Urgency.OVERDUE)


def to_remind(found: Sequence[Deadline], *, today: date) -> tuple[Deadline, ...]:
    """Return those of some deadlines of which the head is reminded: passed, or near."""
    return tuple(
        one
        for one in found
        if one.party is Party.HEAD and urgency(one.due_on, today=today) is not Urgency.LATER
    )
