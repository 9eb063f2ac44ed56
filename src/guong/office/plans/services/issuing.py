"""Ban hành: the text is frozen as an edition and filed; later changes make the next edition, with a reason."""

from django.db import transaction
from django.utils import timezone

from guong.core import plan_rules, plan_text
from guong.core.outcome import Refused
from guong.core.wording import short_date
from guong.office.accounts.models import User
from guong.office.journal import services as journal
from guong.office.papers.outcomes import Tell, silent
from guong.office.papers.services import file_paper
from guong.office.plans import refusals, selectors
from guong.office.plans.models import Edition, Plan, PlanState
from guong.office.plans.versions import take_version, writing_refusal

KIND = "plan"


@transaction.atomic
def issue(*, actor: User, plan: Plan, version: int, tell: Tell = silent) -> Edition | Refused:
    """Issue the plan, or its amendment as the next edition; the paper is filed as Word and PDF, ``tell`` hears each.

    Refused: ``incomplete`` with what is missing, ``nothing_amended``, ``issued_before`` where an amendment bears an earlier day
    than the edition before it, ``already_issued`` (a second press), ``changed_meanwhile``.
    """
    before = selectors.last_edition(plan)
    refusal = _content_refusal(plan, before) or writing_refusal(plan, version)
    if refusal is not None:
        return refusal if plan.may_be_written else refusals.ALREADY_ISSUED
    assert plan.issued_on is not None
    number = before.number + 1 if before else 1
    sheet = selectors.drafted_rules(plan, number=number)
    paper = file_paper(
        document=selectors.document_of(plan, sheet=sheet, today=timezone.localdate()),
        kind=KIND,
        unit_key=plan.body.key,
        actor=actor,
        given_number=plan.number,
        tell=tell,
    )
    edition = Edition.objects.create(
        plan=plan,
        number=number,
        issued_on=plan.issued_on,
        reason=plan.amendment_reason,
        rules=plan_rules.as_data(sheet),
        text=plan_text.as_data(selectors.text_of(plan, sheet=sheet)),
        paper_key=paper.key,
    )
    plan.state, plan.amendment_reason = PlanState.ISSUED, ""
    plan.save(update_fields=["state", "amendment_reason"])
    reason = f" Lý do sửa đổi: {edition.reason}." if edition.reason else ""
    text = f"Ban hành kế hoạch {plan} ngày {short_date(edition.issued_on)}, bản {number}.{reason}"
    journal.record(actor=actor, act="plans.issued", unit_key=plan.body.key, text=text)
    return edition


@transaction.atomic
def begin_amendment(*, actor: User, plan: Plan, version: int, reason: str) -> Plan | Refused:
    """Let an issued plan be written in again; its last edition stays in force until the next one is issued.

    Refused: ``needs_reason``, ``not_issued``, ``changed_meanwhile``; an amendment already begun gets the new reason.
    """
    if not reason.strip():
        return refusals.NEEDS_REASON
    if plan.state != PlanState.ISSUED:
        return refusals.NOT_ISSUED
    if not take_version(plan, version):
        return refusals.CHANGED_MEANWHILE
    plan.amendment_reason = reason.strip()
    plan.save(update_fields=["amendment_reason"])
    text = f"Mở bản sửa đổi kế hoạch {plan}. Lý do: {plan.amendment_reason}."
    journal.record(actor=actor, act="plans.amending", unit_key=plan.body.key, text=text)
    return plan


@transaction.atomic
def drop_amendment(*, actor: User, plan: Plan, version: int) -> Plan | Refused:
    """End an amendment that changed nothing. Refused: ``not_amending``, ``amendment_has_changes``, ``changed_meanwhile``."""
    if not plan.amendment_reason:
        return refusals.NOT_AMENDING
    if selectors.changes_since_edition(plan):
        return refusals.AMENDMENT_HAS_CHANGES
    if not take_version(plan, version):
        return refusals.CHANGED_MEANWHILE
    plan.amendment_reason = ""
    plan.save(update_fields=["amendment_reason"])
    text = f"Thôi sửa đổi kế hoạch {plan}; bản đã ban hành giữ nguyên."
    journal.record(actor=actor, act="plans.amendment_dropped", unit_key=plan.body.key, text=text)
    return plan


def _content_refusal(plan: Plan, before: Edition | None) -> Refused | None:
    missing = selectors.missing_for_issue(plan)
    if missing:
        return refusals.incomplete([entry.words for entry in missing])
    if before is None or not plan.amendment_reason:
        return None
    if not selectors.amends_more_than_number(selectors.changes_since_edition(plan)):
        return refusals.NOTHING_AMENDED
    assert plan.issued_on is not None
    return refusals.issued_before(before.issued_on) if plan.issued_on < before.issued_on else None
