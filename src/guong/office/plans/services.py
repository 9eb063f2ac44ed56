"""Writing plans and their rounds."""

import dataclasses

from django.db import transaction

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.journal import services as journal
from guong.office.plans import refusals
from guong.office.plans.details import PlanDetails, RoundDetails
from guong.office.plans.models import Plan, Round
from guong.office.registry.models import Unit


@transaction.atomic
def create_plan(*, actor: User, body: Unit, details: PlanDetails) -> Plan | Refused:
    """Begin a plan of a lead body. Refused: ``number_taken``."""
    if Plan.objects.filter(body=body, year=details.year, number=details.number).exists():
        return refusals.NUMBER_TAKEN
    plan = Plan.objects.create(body=body, **dataclasses.asdict(details))
    text = f"Lập kế hoạch số {plan.number} năm {plan.year}."
    journal.record(actor=actor, act="plans.created", unit_key=body.key, text=text)
    return plan


@transaction.atomic
def add_round(*, actor: User, plan: Plan, details: RoundDetails) -> Round | Refused:
    """Add a round to a plan. Refused: ``ends_before_start``."""
    if details.ends_on < details.begins_on:
        return refusals.ENDS_BEFORE_START
    added = Round.objects.create(plan=plan, **dataclasses.asdict(details))
    text = f"Thêm đợt “{added.name}” vào kế hoạch số {plan.number}."
    journal.record(actor=actor, act="plans.round_added", unit_key=plan.body.key, text=text)
    return added
