"""Keeping track of duties and of who made the plan known."""

import dataclasses
from datetime import date

from django.db import transaction
from django.utils import timezone

from guong.core.outcome import Refused
from guong.core.wording import short_date
from guong.office.accounts.models import User
from guong.office.journal import services as journal
from guong.office.papers import selectors as papers
from guong.office.plans import refusals
from guong.office.plans.details import BriefingDetails, Progress
from guong.office.plans.models import Briefing, Duty, Plan, PlanState


@transaction.atomic
def record_progress(*, actor: User, duty: Duty, progress: Progress) -> Duty | Refused:
    """Write down a duty's due date, and that it was done with what proves it; an empty ``done_on`` takes that back.

    A due date may be set while the plan is written. Refused: ``not_issued``, ``before_issue``, ``in_future``,
    ``no_evidence``, ``unknown_paper`` where the paper isn't one of the plan's body.
    """
    refusal = _done_refusal(duty.plan, progress) if progress.done_on else None
    if refusal is None and progress.paper_key and not _is_of_body(duty.plan, progress.paper_key):
        refusal = refusals.UNKNOWN_PAPER
    if refusal is not None:
        return refusal
    for name, value in dataclasses.asdict(progress).items():
        setattr(duty, name, value)
    duty.save()
    _tell(actor, duty.plan, "plans.duty", f"{duty.body}: {_words(progress)} “{_short(duty.task)}”.")
    return duty


@transaction.atomic
def record_briefing(*, actor: User, plan: Plan, details: BriefingDetails) -> Briefing | Refused:
    """Write down that a body made the plan known; a second entry of the same body replaces the first.

    Refused: ``not_issued``, ``unknown_body``, ``before_issue``, ``in_future``, ``nobody_expected``,
    ``more_than_expected``.
    """
    refusal = _day_refusal(plan, details.held_on)
    if refusal is None and not Duty.objects.filter(plan=plan, body=details.body).exists():
        refusal = refusals.UNKNOWN_BODY
    if refusal is None and not details.expected:
        refusal = refusals.NOBODY_EXPECTED
    if refusal is None and details.present > details.expected:
        refusal = refusals.MORE_THAN_EXPECTED
    if refusal is not None:
        return refusal
    Briefing.objects.filter(plan=plan, body=details.body).delete()
    made = Briefing.objects.create(plan=plan, **dataclasses.asdict(details))
    attendance = f"{made.present}/{made.expected} người dự"
    text = f"{made.body} quán triệt kế hoạch {plan} ngày {short_date(made.held_on)}, {attendance}."
    _tell(actor, plan, "plans.briefed", text)
    return made


def _done_refusal(plan: Plan, progress: Progress) -> Refused | None:
    assert progress.done_on is not None
    refusal = _day_refusal(plan, progress.done_on)
    if refusal is None and not progress.evidence and not progress.paper_key:
        return refusals.NO_EVIDENCE
    return refusal


def _day_refusal(plan: Plan, day: date) -> Refused | None:
    edition = plan.editions.order_by("number").first()
    if plan.state != PlanState.ISSUED or edition is None:
        return refusals.NOT_ISSUED
    if day < edition.issued_on:
        return refusals.BEFORE_ISSUE
    return refusals.IN_FUTURE if day > timezone.localdate() else None


def _is_of_body(plan: Plan, paper_key: str) -> bool:
    return papers.papers_of(unit_keys=[plan.body.key]).filter(key=paper_key).exists()


def _words(progress: Progress) -> str:
    if progress.done_on:
        return f"xong ngày {short_date(progress.done_on)} việc"
    return f"hạn {short_date(progress.due_on)} cho việc" if progress.due_on else "chưa xong việc"


def _short(task: str) -> str:
    return task if len(task) <= 80 else f"{task[:79].rstrip()}…"


def _tell(actor: User, plan: Plan, act: str, text: str) -> None:
    journal.record(actor=actor, act=act, unit_key=plan.body.key, text=text)
