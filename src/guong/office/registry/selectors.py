"""What the register tells. Every unit that a page shows goes through `units_in_scope` first."""

from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Q, QuerySet

from guong.office.registry.models import EmploymentKind, Post, StaffEntry, Unit, UnitAssignment

Viewer = AbstractBaseUser | AnonymousUser


def units_in_scope(*, user: Viewer) -> QuerySet[Unit]:
    """Return the units assigned to an officer and all beneath them; nothing for visitors."""
    if not user.is_authenticated:
        return Unit.objects.none()
    found = set(UnitAssignment.objects.filter(user__in=[user]).values_list("unit_id", flat=True))
    newest = found
    while newest:
        newest = set(Unit.objects.filter(parent_id__in=newest).values_list("id", flat=True)) - found
        found |= newest
    return Unit.objects.filter(id__in=found).select_related("kind")


def units_with_figures(*, user: Viewer) -> QuerySet[Unit]:
    """Return the units in scope with ``permanent``, the number of active permanent staff; bodies first."""
    voting = Count("staff", filter=Q(staff__active=True, staff__employment=EmploymentKind.PERMANENT))
    return units_in_scope(user=user).annotate(permanent=voting).order_by("kind__name", "level", "name")


def unit_in_scope(*, user: Viewer, unit_id: int) -> Unit | None:
    """Return a unit by its number if the officer may see it, else None (pages then answer 404)."""
    return units_in_scope(user=user).filter(id=unit_id).first()


def current_heads(*, unit: Unit, on: date) -> QuerySet[Post]:
    """Return who heads a unit on a day, longest in post first; a ward has two, a school one or two (DESIGN §3)."""
    within = Q(starts_on__lte=on) & (Q(ends_on__isnull=True) | Q(ends_on__gte=on))
    posts = Post.objects.filter(within, unit=unit, is_head=True)
    return posts.select_related("person").order_by("starts_on", "id")


def current_head(*, unit: Unit, on: date) -> Post | None:
    """Return the head longest in post on a day, or None."""
    return current_heads(unit=unit, on=on).first()


def staff_of(*, unit: Unit) -> QuerySet[StaffEntry]:
    """Return the active lines of a unit's staff list in the order of the list."""
    return StaffEntry.objects.filter(unit=unit, active=True).select_related("person").order_by("id")


def all_units() -> QuerySet[Unit]:
    """Return every unit, for the administrator who gives out scopes."""
    return Unit.objects.order_by("kind__name", "level", "name")


def assigned_units(*, user: Viewer) -> QuerySet[Unit]:
    """Return the units given to an officer, without those beneath them."""
    return Unit.objects.filter(assignments__user__in=[user]) if user.is_authenticated else Unit.objects.none()
