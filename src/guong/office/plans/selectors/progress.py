"""What a plan still lacks, and how far its duties are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet

from guong.core.wording import short_date
from guong.office.plans.models import Briefing, Duty, Plan, PlanState, RoundKind, Section
from guong.office.plans.selectors.differences import unseen_differences
from guong.office.plans.selectors.text import Content, content_of


@dataclass(frozen=True)
class Missing:
    """Something without which the plan can't be issued: its words, and the page that mends it (`urls` name)."""

    words: str
    page: str


@dataclass(frozen=True)
class DutyRow:
    """A duty with the state to show: ``done``, ``overdue``, ``due`` or ``open`` (no due date)."""

    duty: Duty
    state: str


@dataclass(frozen=True)
class BodyRow:
    """A body with its duties, the overdue ones first, and its last briefing."""

    body: str
    rows: tuple[DutyRow, ...]
    briefing: Briefing | None

    @property
    def overdue(self) -> int:
        """How many of its duties are overdue."""
        return sum(row.state == "overdue" for row in self.rows)


def missing_for_issue(plan: Plan) -> tuple[Missing, ...]:
    """Return what is missing before the plan may be issued, in the order of the plan."""
    return tuple(_missing(content_of(plan)))


def lacks_for_paper(plan: Plan) -> bool:
    """Tell whether the paper can't even be drawn: a part that no plan can lack is empty (number and day may be)."""
    heads = {"plans:details", "plans:differences"}
    return any(entry.page not in heads for entry in missing_for_issue(plan))


def board_of(plan: Plan, *, today: date) -> tuple[BodyRow, ...]:
    """Return the duties by body, in the plan's order; within a body the overdue ones first."""
    briefings = {briefing.body: briefing for briefing in plan.briefings.all()}
    rows: dict[str, list[DutyRow]] = {}
    for duty in plan.duty_parts.all():
        rows.setdefault(duty.body, []).append(DutyRow(duty, _state(duty, today)))
    return tuple(
        BodyRow(body, tuple(sorted(entries, key=_urgency)), briefings.get(body))
        for body, entries in rows.items()
    )


def duty_of(plan: Plan, *, number: int) -> Duty | None:
    """Return a duty of the plan by its row number, None where it is another plan's."""
    return Duty.objects.filter(plan=plan, pk=number).first()


def with_overdue(plans: QuerySet[Plan], *, today: date) -> QuerySet[Plan]:
    """Return the plans with ``overdue``, ``done`` and ``duties`` counted, the rounds loaded."""
    late = Q(state=PlanState.ISSUED, duty_parts__done_on__isnull=True, duty_parts__due_on__lt=today)
    counted = plans.annotate(
        duties=Count("duty_parts"),
        done=Count("duty_parts", filter=Q(duty_parts__done_on__isnull=False)),
        overdue=Count("duty_parts", filter=late),
        copied_year=F("copied_from__year"),
    )
    return counted.prefetch_related("rounds").order_by("-year", "number", "pk")


def overdue_duties(plans: QuerySet[Plan], *, today: date) -> list[Duty]:
    """Return the overdue duties of these plans, the longest overdue first, each with its plan."""
    late = Duty.objects.filter(plan__in=plans, done_on__isnull=True, due_on__lt=today)
    return list(late.select_related("plan").order_by("due_on", "plan_id", "place"))


def overdue_of(rows: Sequence[BodyRow]) -> tuple[DutyRow, ...]:
    """Return the overdue duties of a board, the longest overdue first."""
    late = [row for body in rows for row in body.rows if row.state == "overdue"]
    return tuple(sorted(late, key=_urgency))


def _state(duty: Duty, today: date) -> str:
    if duty.done_on:
        return "done"
    if duty.due_on is None:
        return "open"
    return "overdue" if duty.due_on < today else "due"


def _urgency(row: DutyRow) -> tuple[int, date, int]:
    rank = {"overdue": 0, "due": 1, "open": 2, "done": 3}[row.state]
    return rank, row.duty.due_on or date.max, row.duty.place


def _missing(content: Content) -> Iterator[Missing]:
    plan = content.plan
    heads = (
        (plan.number, "số, ký hiệu"),
        (plan.issued_on, "ngày ban hành"),
        (plan.title, "trích yếu"),
        (plan.lead_body, "cơ quan chủ trì"),
        (plan.signer_name, "họ tên người ký"),
        (plan.locality, "địa danh"),
    )
    yield from (Missing(words, "plans:details") for value, words in heads if not value)
    if not content.bases:
        yield Missing("ít nhất một căn cứ", "plans:bases")
    for section in (Section.PURPOSE, Section.CONTENT, Section.METHOD):
        if not content.words(section):
            yield Missing(section.label.lower(), "plans:text")
    yield from _missing_people(content)
    if not content.rounds:
        yield Missing("ít nhất một đợt", "plans:rounds")
    begins = min((entry.begins_on for entry in content.rounds), default=None)
    if plan.issued_on and begins and plan.issued_on > begins and plan.state == PlanState.DRAFT:
        yield Missing(
            f"ngày ban hành đúng: {short_date(plan.issued_on)} đứng sau ngày bắt đầu đợt đầu tiên, {short_date(begins)}",
            "plans:details",
        )
    if not content.duties:
        yield Missing("nhiệm vụ của các cơ quan", "plans:duties-text")
    if not content.recipients:
        yield Missing("nơi nhận", "plans:recipients")
    unseen = len(unseen_differences(plan)) if plan.state == PlanState.DRAFT else 0
    if unseen:
        yield Missing(f"xem {unseen} chỗ khác hoặc cần xem lại so với năm trước", "plans:differences")


def _missing_people(content: Content) -> Iterator[Missing]:
    for kind in dict.fromkeys(entry.kind for entry in content.rounds):
        name = RoundKind(kind).label.lower()
        if not content.words(Section.SUBJECT, kind):
            yield Missing(f"người được góp ý của {name}", "plans:text")
        if not content.words(Section.VOTER, kind):
            yield Missing(f"người tham gia góp ý của {name}", "plans:text")
