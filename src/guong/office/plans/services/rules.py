"""Choosing the rules of a plan."""

from django.db import transaction

from guong.core import plan_rules
from guong.core.outcome import Refused
from guong.core.plan_rules import RuleSheet
from guong.office.accounts.models import User
from guong.office.journal import services as journal
from guong.office.plans.models import Plan
from guong.office.plans.selectors import last_edition
from guong.office.plans.versions import writing_refusal


@transaction.atomic
def change_rules(*, actor: User, plan: Plan, version: int, sheet: RuleSheet) -> Plan | Refused:
    """Choose the rules; a threshold that was issued once is never lowered (DESIGN §5).

    Refused: ``frozen``, ``changed_meanwhile``, and what `core.plan_rules.checked` refuses.
    """
    edition = last_edition(plan)
    before = plan_rules.from_data(edition.rules) if edition else None
    checked = plan_rules.checked(sheet, before=before)
    if isinstance(checked, Refused):
        return checked
    refusal = writing_refusal(plan, version)
    if refusal is not None:
        return refusal
    plan.rules = {key: value for key, value in plan_rules.as_data(checked).items() if key != "name"}
    plan.save(update_fields=["rules"])
    text = f"Sửa quy tắc áp dụng của kế hoạch {plan}."
    journal.record(actor=actor, act="plans.rules", unit_key=plan.body.key, text=text)
    return plan
