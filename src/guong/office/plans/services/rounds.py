"""The rounds of a plan and the days that they may have."""

import dataclasses

from django.db import transaction
from django.db.models import ProtectedError

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.journal import services as journal
from guong.office.plans import refusals
from guong.office.plans.details import RoundDetails
from guong.office.plans.models import Plan, Round
from guong.office.plans.versions import writing_refusal


@transaction.atomic
def add_round(
    *, actor: User, plan: Plan, details: RoundDetails, version: int | None = None
) -> Round | Refused:
    """Add a round to a plan; ``version`` None takes the plan as it is.

    Refused: ``frozen``, ``changed_meanwhile``, ``ends_before_start``, ``outside_year``, ``rounds_overlap``,
    ``reference_after_start``, ``opens_too_early``.
    """
    refusal = _days_refusal(plan, details) or writing_refusal(
        plan, plan.version if version is None else version
    )
    if refusal is not None:
        return refusal
    added = Round.objects.create(plan=plan, **dataclasses.asdict(details))
    _tell(actor, plan, "plans.round_added", f"Thêm đợt “{added.name}” vào kế hoạch {plan}.")
    return added


@transaction.atomic
def change_round(*, actor: User, changed: Round, version: int, details: RoundDetails) -> Round | Refused:
    """Change a round. Day and place of the opening may be settled after the plan was issued too.

    Refused as `add_round`.
    """
    plan = changed.plan
    refusal = _days_refusal(plan, details, but=changed)
    if refusal is None:
        refusal = _change_refusal(changed, version, details)
    if refusal is not None:
        return refusal
    for name, value in dataclasses.asdict(details).items():
        setattr(changed, name, value)
    changed.save()
    _tell(actor, plan, "plans.round_changed", f"Sửa đợt “{changed.name}” của kế hoạch {plan}.")
    return changed


@transaction.atomic
def remove_round(*, actor: User, removed: Round, version: int) -> Plan | Refused:
    """Take a round out of a plan that was never issued. Refused: ``frozen``, ``round_in_use``, ``changed_meanwhile``."""
    plan = removed.plan
    if plan.editions.exists():
        return refusals.FROZEN
    refusal = writing_refusal(plan, version)
    if refusal is not None:
        return refusal
    try:
        removed.delete()
    except ProtectedError:  # raised before anything is deleted; by what, only the rooms above know
        return refusals.ROUND_IN_USE
    _tell(actor, plan, "plans.round_removed", f"Bỏ đợt “{removed.name}” khỏi kế hoạch {plan}.")
    return plan


def _change_refusal(changed: Round, version: int, details: RoundDetails) -> Refused | None:
    """Judge a change: of an issued plan only the opening may be settled."""
    plan = changed.plan
    if plan.may_be_written:
        return writing_refusal(plan, version)
    opening = {"opens_on", "opening_place"}
    same = all(
        getattr(changed, name) == value
        for name, value in dataclasses.asdict(details).items()
        if name not in opening
    )
    return None if same else refusals.FROZEN


def _days_refusal(plan: Plan, details: RoundDetails, but: Round | None = None) -> Refused | None:
    if details.ends_on < details.begins_on:
        return refusals.ENDS_BEFORE_START
    if {details.begins_on.year, details.ends_on.year} != {plan.year}:
        return refusals.outside_year(plan.year)
    others = [entry for entry in Round.objects.filter(plan=plan) if entry != but]
    other = next(
        (
            entry
            for entry in others
            if entry.begins_on <= details.ends_on and details.begins_on <= entry.ends_on
        ),
        None,
    )
    if other is not None:
        return refusals.overlaps(other.name, other.begins_on, other.ends_on)
    if details.reference_date > details.begins_on:
        return refusals.REFERENCE_AFTER_START
    if details.opens_on is not None and details.opens_on < details.ends_on:
        return refusals.OPENS_TOO_EARLY
    return None


def _tell(actor: User, plan: Plan, act: str, text: str) -> None:
    journal.record(actor=actor, act=act, unit_key=plan.body.key, text=text)
