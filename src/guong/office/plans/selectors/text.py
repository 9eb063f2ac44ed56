"""The text of a plan: loaded at once, and flat for comparing and freezing."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from guong.core.plan_rules import RuleSheet, chosen_lines
from guong.core.plan_text import PlanPart, TextLine
from guong.core.wording import short_date
from guong.office.plans.models import Duty, LegalBasis, Line, Plan, Recipient, Round, Section
from guong.office.plans.selectors.rules import drafted_rules

_PIECES = (
    "legalbasis_parts",
    "line_parts",
    "rounds",
    "duty_parts",
    "recipient_parts",
    "editions",
    "seen_differences",
    "briefings",
)


@dataclass(frozen=True)
class Content:
    """Everything that stands in a plan, in its order."""

    plan: Plan
    bases: tuple[LegalBasis, ...]
    lines: tuple[Line, ...]
    rounds: tuple[Round, ...]
    duties: tuple[Duty, ...]
    recipients: tuple[Recipient, ...]

    def words(self, section: Section, kind: str | None = None) -> tuple[str, ...]:
        """Return the lines of a section, only those about one kind of round where ``kind`` is given."""
        return tuple(
            line.text for line in self.lines if line.section == section and kind in (None, line.kind)
        )

    def tasks(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return each body with its tasks, in the order in which bodies appear."""
        by_body: dict[str, list[str]] = {}
        for duty in self.duties:
            by_body.setdefault(duty.body, []).append(duty.task)
        return tuple((body, tuple(tasks)) for body, tasks in by_body.items())


def load(*plans: Plan | None) -> None:
    """Load all text, rounds and editions of plans at once, for a page that only reads: later changes are not seen."""
    prefetch_related_objects([plan for plan in plans if plan is not None], *_PIECES)


def content_of(plan: Plan) -> Content:
    """Return a plan's text; five queries where it isn't loaded."""
    return Content(
        plan,
        bases=tuple(plan.legalbasis_parts.all()),
        lines=tuple(plan.line_parts.all()),
        rounds=tuple(plan.rounds.all()),
        duties=tuple(plan.duty_parts.all()),
        recipients=tuple(plan.recipient_parts.all()),
    )


def bases_of(plan: Plan) -> tuple[LegalBasis, ...]:
    """Return what a plan rests on, in its order."""
    return tuple(LegalBasis.objects.filter(plan=plan))


def basis_phrase(basis: LegalBasis) -> str:
    """Return a basis as the opening sentence names it: number, day, issuer, title."""
    day = f", ngày {short_date(basis.issued_on)}" if basis.issued_on else ""
    issuer = f" của {basis.issuer}" if basis.issuer else ""
    return f"{basis.number}{day}{issuer} {basis.title}".strip()


def recipient_line(recipient: Recipient) -> str:
    """Return a recipient with its purpose in parentheses."""
    return f"{recipient.name} ({recipient.purpose})" if recipient.purpose else recipient.name


def text_of(plan: Plan, *, sheet: RuleSheet | None = None) -> tuple[TextLine, ...]:
    """Return the plan as written now, line by line in its order; ``sheet`` defaults to the rules being written."""
    content = content_of(plan)
    told = {
        PlanPart.NUMBER: _number(plan),
        PlanPart.HEAD: _head(plan),
        PlanPart.BASIS: map(basis_phrase, content.bases),
        **{PlanPart(section.value): content.words(section) for section in Section},
        PlanPart.ROUND: (words for entry in content.rounds for words in _round(entry)),
        PlanPart.OPENING: map(_opening, content.rounds),
        PlanPart.DUTY: (f"{duty.body}: {duty.task}" for duty in content.duties),
        PlanPart.RECIPIENT: map(recipient_line, content.recipients),
        PlanPart.SIGNATURE: _signature(plan),
        PlanPart.RULE: chosen_lines(sheet or drafted_rules(plan)),
    }
    return tuple(TextLine(part, words) for part in PlanPart for words in told[part])


def _number(plan: Plan) -> Iterator[str]:
    yield f"Số, ký hiệu: {plan.number or 'chưa có'}"
    yield f"Ngày ban hành: {short_date(plan.issued_on) if plan.issued_on else 'chưa có'}"


def _head(plan: Plan) -> Iterator[str]:
    yield f"Trích yếu: {plan.title}"
    yield f"Cơ quan ban hành: {plan.deciding_body or plan.issuing_body}"
    yield f"Cơ quan chủ trì: {plan.lead_body}"


def _round(entry: Round) -> Iterator[str]:
    yield f"{entry.name}: từ ngày {short_date(entry.begins_on)} đến ngày {short_date(entry.ends_on)}"
    yield f"{entry.name}: tính thời gian giữ chức vụ đến ngày {short_date(entry.reference_date)}"


def _opening(entry: Round) -> str:
    day = f"ngày {short_date(entry.opens_on)}" if entry.opens_on else "chưa định ngày"
    return f"{entry.name}: {day}{f' tại {entry.opening_place}' if entry.opening_place else ''}"


def _signature(plan: Plan) -> tuple[str, ...]:
    told = [words for words in (plan.signing_authority, plan.signer_post, plan.signer_name) if words]
    return (", ".join(told),) if told else ()
