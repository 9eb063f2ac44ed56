"""Where a unit stands: schools and wards of a body, the ward in which a school lies."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from guong.office.registry.models import SCHOOL_LEVELS, Level, Unit
from guong.office.registry.tree import beneath


def existing(on: date) -> Q:
    """Return the condition that a unit exists on a day; both ends are included, an empty end is open."""
    begun = Q(valid_from__isnull=True) | Q(valid_from__lte=on)
    return begun & (Q(valid_to__isnull=True) | Q(valid_to__gte=on))


def schools_of(*, body: Unit, on: date | None = None) -> QuerySet[Unit]:
    """Return the schools under a body at any depth, by level and code; with ``on`` only those that exist then."""
    return _of(body, SCHOOL_LEVELS, on)


def wards_of(*, body: Unit, on: date | None = None) -> QuerySet[Unit]:
    """Return the wards under a body by code, as `schools_of`; a ward isn't its own ward."""
    return _of(body, (Level.WARD,), on).exclude(pk=body.pk)


def ward_of(*, unit: Unit) -> Unit | None:
    """Return the ward in which a unit lies: its own ``ward``, else the nearest ward above it, itself included."""
    return ward_by_unit(units=[unit]).get(unit.pk)


def ward_by_unit(*, units: Iterable[Unit]) -> dict[int, Unit]:
    """Return the wards of many units by the units' numbers, as `ward_of`, in one query."""
    known = {unit.pk: unit for unit in Unit.objects.all()}
    found = {unit.pk: _ward(unit, known) for unit in units}
    return {number: ward for number, ward in found.items() if ward is not None}


def _of(body: Unit, levels: Iterable[Level], on: date | None) -> QuerySet[Unit]:
    numbers = beneath([body.pk], Unit.objects.values_list("id", "parent_id"))
    units = Unit.objects.filter(id__in=numbers, level__in=levels)
    return (units if on is None else units.filter(existing(on))).order_by("level", "key")


def _ward(unit: Unit, known: dict[int, Unit]) -> Unit | None:
    above: Unit | None = unit
    while above is not None:
        if above.level == Level.WARD:
            return above
        if above.ward_id is not None:
            return known[above.ward_id]
        above = known[above.parent_id] if above.parent_id is not None else None
    return None
