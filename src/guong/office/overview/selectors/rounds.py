"""Each round in one line, and the plans with duties that are overdue."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guong.core.lifecycle import PollState
from guong.core.wording import short_date
from guong.office.conferences.selectors import Standing
from guong.office.counting import selectors as counting
from guong.office.overview.selectors.task import Task
from guong.office.overview.selectors.tasks import Desk
from guong.office.plans import selectors as plans
from guong.office.plans.models import Duty, Plan, Round

_DRAWN = "Chọn đơn vị, rồi lập lịch hội nghị của đợt"
_NOT_DRAWN = "Lập lịch hội nghị của đợt"
_NOT_ISSUED = "Soạn, xem lại rồi ban hành kế hoạch; sau đó mới gắp thăm, lập lịch"
_LOOK_AT_PLANS = ("organise_conference", "run_hall", "read_results", "observe")


@dataclass(frozen=True)
class RoundLine:
    """How far a round is: conferences planned, held, counted; who came. ``page`` is empty where the officer only looks."""

    of_round: Round
    planned: int
    held: int
    counted: int
    present: int
    page: str


@dataclass(frozen=True)
class Overdue:
    """A plan with its overdue duties, the longest overdue first."""

    plan: Plan
    duties: tuple[Duty, ...]


def round_lines(desk: Desk, standings: Sequence[Standing], rounds: Sequence[Round]) -> tuple[RoundLine, ...]:
    """Return the rounds of an officer, those still to come or not yet counted first as they follow, then the latest."""
    by_round: dict[int, list[Standing]] = {}
    for standing in standings:
        if standing.conference.round_id and standing.state is not PollState.VOID:
            by_round.setdefault(standing.conference.round_id, []).append(standing)
    lines = [_line(desk, of_round, by_round.get(of_round.pk, [])) for of_round in rounds]
    lines.sort(key=lambda line: line.of_round.begins_on)
    running = [line for line in lines if not line.planned or line.planned != line.counted]
    return (*running, *(line for line in reversed(lines) if line not in running))


def overdue_plans(desk: Desk, *, today: date) -> tuple[Overdue, ...]:
    """Return the plans in an officer's scope that have overdue duties, to those who may look at plans."""
    if not desk.may(*_LOOK_AT_PLANS):
        return ()
    duties = plans.overdue_duties(plans.plans_in_scope(user=desk.user), today=today)
    by_plan: dict[int, list[Duty]] = {}
    for duty in duties:
        by_plan.setdefault(duty.plan_id, []).append(duty)
    return tuple(Overdue(found[0].plan, tuple(found)) for found in by_plan.values())


def round_tasks(desk: Desk, lines: Sequence[RoundLine]) -> list[Task]:
    """Return what a round needs before it has conferences: its plan issued, then its draw and its calendar."""
    if not desk.may("organise_conference"):
        return []
    waiting = [line.of_round for line in lines if not line.planned]
    drafts = {one.plan_id: one for one in reversed(waiting) if one.plan.is_draft}
    return [_draft(first) for first in drafts.values()] + [
        Task(
            title=of_round.with_year,
            when=f"từ ngày {short_date(of_round.begins_on)} đến ngày {short_date(of_round.ends_on)}",
            state="Chưa có hội nghị",
            held_on=of_round.begins_on,
            act=_DRAWN if of_round.kind == "school_head" else _NOT_DRAWN,
            button="Chuẩn bị đợt",
            page="plans:round",
            arguments=(of_round.key,),
            rank=5,
        )
        for of_round in waiting
        if of_round.plan_id not in drafts
    ]


def _draft(first: Round) -> Task:
    """Return the task of a plan that isn't issued; ``first`` is its first round."""
    return Task(
        title=f"Kế hoạch năm {first.plan.year}",
        when=f"đợt đầu từ ngày {short_date(first.begins_on)}",
        state="Đang soạn",
        held_on=first.begins_on,
        act=_NOT_ISSUED,
        button="Mở kế hoạch",
        page="plans:detail",
        arguments=(first.plan.key,),
        rank=5,
    )


def _line(desk: Desk, of_round: Round, group: Sequence[Standing]) -> RoundLine:
    page = "schedule:calendar" if desk.may("organise_conference", "run_hall", "observe") else ""
    counted = sum(standing.state in counting.FINAL for standing in group)
    return RoundLine(
        of_round=of_round,
        planned=len(group),
        held=sum(standing.is_over for standing in group),
        counted=counted,
        present=sum(standing.turnout or 0 for standing in group),
        page="release:round" if counted and desk.may("read_results", "count_votes") else page,
    )
