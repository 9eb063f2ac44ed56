"""The board: how far the plans of all heads in an officer's units are, and what is overdue (R-001-17)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from guong.core.remediation.deadlines import Deadline, overdue, to_remind
from guong.core.remediation.life import Party, PlanState
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.feedback import selectors as feedback
from guong.office.feedback.models import Acknowledgement
from guong.office.release import selectors as release
from guong.office.remediation.details import Place, due_of
from guong.office.remediation.models import RemediationPlan

_UNDERWAY = (PlanState.APPROVED, PlanState.IN_PROGRESS)
_WAITING = (PlanState.SUBMITTED, PlanState.CLOSING)


@dataclass(frozen=True)
class BoardLine:
    """One head who was told; ``due`` are the deadlines that are left, the nearest first."""

    conference: Conference
    subject: ConferenceSubject
    told_on: date
    plan: RemediationPlan | None
    received: Acknowledgement | None
    today: date

    @cached_property
    def due(self) -> tuple[Deadline, ...]:
        """What is left to do."""
        return due_of(self.plan, self.told_on)

    @property
    def overdue(self) -> tuple[Deadline, ...]:
        """What is overdue, on whichever side."""
        return overdue(self.due, today=self.today)

    @property
    def is_reminded(self) -> bool:
        """Tell whether the head may be reminded of something."""
        return bool(to_remind(self.due, today=self.today))

    @property
    def state(self) -> PlanState | None:
        """Where the plan stands, None before its first word."""
        return PlanState(self.plan.state) if self.plan else None

    @property
    def state_text(self) -> str:
        """The state in words."""
        return self.state.label if self.state else "Chưa có kế hoạch"

    @property
    def is_waiting(self) -> bool:
        """Tell whether the lead body has to answer."""
        return self.state in _WAITING

    @property
    def has_share(self) -> bool:
        """Tell whether anything is carried out yet that may be told in percent."""
        return self.state in (*_UNDERWAY, PlanState.CLOSING, PlanState.CLOSED) and not self.is_emptied

    @property
    def is_emptied(self) -> bool:
        """Tell whether the words of a closed plan were erased when their time was over: none is closed without points."""
        return self.plan is not None and self.state is PlanState.CLOSED and not self.plan.items.all()

    @property
    def share(self) -> int:
        """How far the whole plan is, in percent: the mean of its points."""
        items = list(self.plan.items.all()) if self.plan else []
        return sum(item.share for item in items) // len(items) if items else 0


@dataclass(frozen=True)
class Board:
    """All lines, the most pressing first, and how many points of plans speak of which criterion."""

    lines: tuple[BoardLine, ...]

    @property
    def without(self) -> int:
        """How many have not submitted a plan."""
        early = (None, PlanState.DRAFT, PlanState.RETURNED)
        return sum(line.state in early for line in self.lines)

    @property
    def waiting(self) -> int:
        """How many wait for the lead body."""
        return sum(line.is_waiting for line in self.lines)

    @property
    def underway(self) -> int:
        """How many are being carried out."""
        return sum(line.state in _UNDERWAY for line in self.lines)

    @property
    def closed(self) -> int:
        """How many have ended."""
        return sum(line.state is PlanState.CLOSED for line in self.lines)

    @property
    def late(self) -> int:
        """On how many something is overdue."""
        return sum(bool(line.overdue) for line in self.lines)

    @property
    def criteria(self) -> list[tuple[str, int]]:
        """Criteria that plans speak of, the most frequent first."""
        found = Counter(
            item.criterion_printed
            for line in self.lines
            for item in (line.plan.items.all() if line.plan else ())
            if item.criterion_printed
        )
        return sorted(found.items(), key=lambda one: (-one[1], one[0]))


def board(*, user: User, today: date) -> Board:
    """Return the board of an officer: as many queries for thirty heads as for one."""
    steps = release.told_in_scope(user)
    return Board(
        lines_of([(step.conference, step.subject, step.told_on) for step in steps if step.told_on], today)
    )


def plans_waiting(*, user: User) -> int:
    """Return how many plans in an officer's units wait for a word of the lead body, in one query."""
    states = [state.value for state in _WAITING]
    in_scope = conferences.conferences_in_scope(user=user)
    return RemediationPlan.objects.filter(state__in=states, subject__conference__in=in_scope).count()


def own_lines(*, user: User, today: date) -> tuple[BoardLine, ...]:
    """Return the reader's own plans, one for each result of which the reader was told."""
    return lines_of([(one.conference, one.subject, one.told_on) for one in release.own_results(user)], today)


def line_of(place: Place, *, today: date) -> BoardLine:
    """Return one plan as the board shows it."""
    received = feedback.received([place.subject]).get(place.subject.pk)
    return BoardLine(place.conference, place.subject, place.told_on, place.plan, received, today)


def lines_of(
    people: Sequence[tuple[Conference, ConferenceSubject, date]], today: date, *, with_receipts: bool = True
) -> tuple[BoardLine, ...]:
    """Return the lines of people who were told on a day, the most pressing first, in four queries."""
    subjects = [subject for _, subject, _ in people]
    found = RemediationPlan.objects.filter(subject__in=subjects).prefetch_related("items__milestones")
    plans = {plan.subject_id: plan for plan in found}
    received = feedback.received(subjects) if with_receipts else {}
    lines = [
        BoardLine(conference, subject, told_on, plans.get(subject.pk), received.get(subject.pk), today)
        for conference, subject, told_on in people
    ]
    return tuple(sorted(lines, key=_pressing))


def _pressing(line: BoardLine) -> tuple[bool, bool, date, int]:
    mine = any(one.party is Party.LEAD_BODY for one in line.due)
    return not line.overdue, not mine, line.due[0].due_on if line.due else date.max, line.subject.pk
