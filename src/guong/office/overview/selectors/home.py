"""The first page of an officer, put together. No figure of any ballot stands in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guong.office.accounts import selectors as accounts
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conferences
from guong.office.overview.selectors.alone_tasks import alone_tasks
from guong.office.overview.selectors.cancelled import cancelled_tasks, swapped_tasks
from guong.office.overview.selectors.first_step import SEATED, first_step
from guong.office.overview.selectors.paper_poll_tasks import paper_poll_tasks
from guong.office.overview.selectors.plan_tasks import plan_tasks
from guong.office.overview.selectors.release_tasks import release_tasks
from guong.office.overview.selectors.rounds import Overdue, RoundLine, overdue_plans, round_lines, round_tasks
from guong.office.overview.selectors.task import Task, looked_at
from guong.office.overview.selectors.tasks import Desk
from guong.office.plans import selectors as plans
from guong.office.release import selectors as release
from guong.office.remarks import selectors as remarks

_MAKES_PAPERS = {"organise_conference", "run_hall", "count_votes", "read_results", "observe"}
SHOWN = 6  # tasks on the page; the rooms' own lists have the others


@dataclass(frozen=True)
class Home:
    """What the first page shows: tasks that wait, conferences of today, rounds, duties; others only with their state."""

    waiting: tuple[Task, ...]
    more: int
    today: tuple[Task, ...]
    others: tuple[Task, ...]
    rounds: tuple[RoundLine, ...]
    overdue: tuple[Overdue, ...]
    total: int
    first_step: str
    unheld_roles: tuple[str, ...]

    @property
    def overdue_duties(self) -> int:
        """How many duties are overdue."""
        return sum(len(entry.duties) for entry in self.overdue)


def home_of(*, user: User, today: date) -> Home:
    """Return the first page of an officer; its cost doesn't grow with the number of conferences."""
    desk = _desk(user)
    in_scope = conferences.conferences_in_scope(user=user).filter(rehearsal=False)
    by_day = in_scope.select_related("round__plan").order_by("held_on", "begins_at", "pk")
    every = conferences.standings(by_day)
    standings = [standing for standing in every if not standing.cancellation]
    rounds = list(plans.rounds_in_scope(user=user))
    lines = round_lines(desk, standings, rounds)
    waiting = _waiting(desk, every, lines, today=today)
    page = "conferences:detail" if desk.may("organise_conference", "run_hall", "observe") else ""
    first = "" if standings or lines or waiting else first_step(desk)
    waits = {task.title for task in waiting}
    others = [
        looked_at(standing, page=page)
        for standing in standings
        if standing.conference.held_on != today and standing.conference.unit.name not in waits
    ]
    return Home(
        waiting=tuple(waiting[:SHOWN]),
        more=max(0, len(waiting) - SHOWN),
        today=tuple(looked_at(one, page=page) for one in standings if one.conference.held_on == today),
        others=tuple(others[:SHOWN]) if not lines else (),
        rounds=lines,
        overdue=overdue_plans(desk, today=today),
        total=len(standings),
        first_step=first,
        unheld_roles=tuple(role.label for role in accounts.unheld_roles()) if first == SEATED else (),
    )


def _waiting(
    desk: Desk, every: Sequence[conferences.Standing], lines: Sequence[RoundLine], *, today: date
) -> list[Task]:
    cancelled = [standing.conference for standing in every if standing.cancellation]
    standings = [standing for standing in every if not standing.cancellation]
    swapped = swapped_tasks(desk, standings, lines)
    out = {task.arguments for task in swapped}
    tasks = [
        *desk.tasks([one for one in standings if (one.conference.key,) not in out], today=today),
        *cancelled_tasks(desk, cancelled),
        *swapped,
        *round_tasks(desk, lines),
        *plan_tasks(desk, today=today),
        *release_tasks(desk, lines),
        *alone_tasks(desk, standings),
        *paper_poll_tasks(desk, today=today),
    ]
    return sorted(tasks, key=lambda task: (task.rank, task.held_on))


def _desk(user: User) -> Desk:
    rights = frozenset(name.removeprefix("accounts.") for name in user.get_all_permissions())
    return Desk(
        user,
        release.filed_counts(user=user) if rights & _MAKES_PAPERS else {},
        rights,
        unedited=remarks.unedited_conferences(user=user) if "read_results" in rights else frozenset(),
        remarks=remarks.desks_waiting(user=user) if "edit_remarks" in rights else (),
    )
