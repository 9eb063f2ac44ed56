"""What the room tells: plans and rounds of the lead bodies in an officer's scope."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from guong.core import plan_rules
from guong.core.plan_rules import RuleSheet
from guong.office.accounts.models import User
from guong.office.plans.models import Edition, Plan, Round
from guong.office.registry import selectors as registry


def plans_in_scope(*, user: User | AnonymousUser) -> QuerySet[Plan]:
    """Return the plans of the bodies in an officer's scope, the newest year first."""
    return Plan.objects.filter(body__in=registry.units_in_scope(user=user)).select_related("body")


def plan_in_scope(*, user: User | AnonymousUser, key: str) -> Plan | None:
    """Return a plan by key if its body is in the officer's scope, else None (pages then answer 404)."""
    return plans_in_scope(user=user).filter(key=key).first()


def rounds_in_scope(*, user: User | AnonymousUser) -> QuerySet[Round]:
    """Return the rounds of the plans in an officer's scope, by their first day."""
    return Round.objects.filter(plan__in=plans_in_scope(user=user)).select_related("plan__body")


def round_in_scope(*, user: User | AnonymousUser, key: str) -> Round | None:
    """Return a round by key if its plan is in the officer's scope, else None (pages then answer 404)."""
    return rounds_in_scope(user=user).filter(key=key).first()


def rules_of(plan: Plan) -> RuleSheet:
    """Return the rules in force: those of the plan's last edition, or of its draft while it was never issued.

    Rules of an edition that is still being written are not in force. `RuleSheet.printed` goes into the foot of papers.
    """
    edition = Edition.objects.filter(plan=plan).order_by("number").last()
    if edition is None:
        return drafted_rules(plan)
    return plan_rules.from_data(edition.rules, number=edition.number)


def drafted_rules(plan: Plan) -> RuleSheet:
    """Return the rules as they stand in the text being written, unnumbered."""
    return plan_rules.from_data(plan.rules | {"name": f"Quy tắc áp dụng kèm Kế hoạch {plan}"})
