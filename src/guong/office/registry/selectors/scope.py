"""Which units an officer sees."""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, QuerySet

from guong.office.registry.models import Unit, UnitAssignment
from guong.office.registry.tree import beneath

Viewer = AbstractBaseUser | AnonymousUser


def units_in_scope(*, user: Viewer) -> QuerySet[Unit]:
    """Return the units assigned to an officer and all beneath them; nothing for visitors."""
    if not user.is_authenticated:
        return Unit.objects.none()
    rows = _tree(user)
    given = [number for number, _, is_given in rows if is_given]
    numbers = beneath(given, ((number, parent) for number, parent, _ in rows))
    return Unit.objects.filter(id__in=numbers).select_related("kind")


def keys_upward(unit_key: str) -> list[str]:
    """Return a unit's key and those of the units above it, the nearest first; just the key where no such unit is."""
    above = dict(Unit.objects.values_list("key", "parent__key"))
    found: list[str] = []
    key: str | None = unit_key
    while key and key not in found:
        found.append(key)
        key = above.get(key)
    return found


def unit_in_scope(*, user: Viewer, unit_id: int) -> Unit | None:
    """Return a unit by its number if the officer may see it, else None (pages then answer 404)."""
    return units_in_scope(user=user).filter(id=unit_id).first()


def all_units() -> QuerySet[Unit]:
    """Return every unit, for the administrator who gives out scopes."""
    return Unit.objects.order_by("kind__name", "level", "name")


def assigned_units(*, user: Viewer) -> QuerySet[Unit]:
    """Return the units given to an officer, without those beneath them."""
    return Unit.objects.filter(assignments__user__in=[user]) if user.is_authenticated else Unit.objects.none()


def own_units(*, user: Viewer) -> set[int]:
    """Return the numbers of the units that an officer is of: those given to the officer and all above them.

    Whoever was given a body looks at the units beneath it from outside; whoever was given the unit itself, or a part of it,
    is one of its people.
    """
    if not user.is_authenticated:
        return set()
    rows = _tree(user)
    above = {number: parent for number, parent, _ in rows}
    found: set[int] = set()
    for given in (number for number, _, is_given in rows if is_given):
        unit: int | None = given
        while unit is not None and unit not in found:
            found.add(unit)
            unit = above[unit]
    return found


def units_by_officer(*, users: Iterable[AbstractBaseUser]) -> dict[int, list[Unit]]:
    """Return the units given to each of many officers, by the officers' numbers, in one query."""
    given: dict[int, list[Unit]] = defaultdict(list)
    rows = UnitAssignment.objects.filter(user__in=list(users)).select_related("unit")
    for assignment in rows.order_by("unit__name"):
        given[assignment.user_id].append(assignment.unit)
    return dict(given)


def _tree(user: Viewer) -> list[tuple[int, int | None, bool]]:
    """Return every unit's number, that of the one above it, and whether it was given to the officer: one query."""
    assigned = UnitAssignment.objects.filter(user__in=[user], unit=OuterRef("pk"))
    return list(Unit.objects.values_list("id", "parent_id", Exists(assigned)))
