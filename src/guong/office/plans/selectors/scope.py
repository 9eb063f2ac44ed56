"""Plans and rounds of the lead bodies in an officer's scope."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from guong.core.plan_template import template_levels
from guong.office.accounts.models import User
from guong.office.plans.models import Plan, Round
from guong.office.registry import selectors as registry
from guong.office.registry.models import Unit


def plans_in_scope(*, user: User | AnonymousUser) -> QuerySet[Plan]:
    """Return the plans of the bodies in an officer's scope, the newest year first."""
    return Plan.objects.filter(body__in=registry.units_in_scope(user=user)).select_related("body")


def plan_in_scope(*, user: User | AnonymousUser, key: str) -> Plan | None:
    """Return a plan by key if its body is in the officer's scope, else None (pages then answer 404)."""
    return plans_in_scope(user=user).filter(key=key).select_related("copied_from").first()


def rounds_in_scope(*, user: User | AnonymousUser) -> QuerySet[Round]:
    """Return the rounds of the plans in an officer's scope, by their first day."""
    return Round.objects.filter(plan__in=plans_in_scope(user=user)).select_related("plan__body")


def round_before(of_round: Round) -> Round | None:
    """Return the body's round of the same kind that began last before this one, None where there is none."""
    earlier = Round.objects.filter(
        kind=of_round.kind, plan__body_id=of_round.plan.body_id, begins_on__lt=of_round.begins_on
    )
    return earlier.select_related("plan__body").order_by("-begins_on", "-pk").first()


def rounds_alike(of_round: Round) -> list[Round]:
    """Return the body's rounds of the same kind, this one among them, the latest first."""
    alike = Round.objects.filter(kind=of_round.kind, plan__body_id=of_round.plan.body_id)
    return list(alike.select_related("plan__body").order_by("-begins_on", "-pk"))


def round_in_scope(*, user: User | AnonymousUser, key: str) -> Round | None:
    """Return a round by key if its plan is in the officer's scope, else None (pages then answer 404)."""
    return rounds_in_scope(user=user).filter(key=key).first()


def bodies_in_scope(*, user: User | AnonymousUser) -> QuerySet[Unit]:
    """Return the units in an officer's scope that may issue a plan: of a level with a template, under no such unit.

    Where districts stood above wards the district issued the plan; since July 2025 the ward does (research/domain.md §B8).
    """
    levels = template_levels()
    return (
        registry.units_in_scope(user=user)
        .filter(Q(level__in=levels) & (Q(parent__isnull=True) | ~Q(parent__level__in=levels)))
        .order_by("name")
    )
