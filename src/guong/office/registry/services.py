"""Writing to the register outside of imports."""

from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from guong.office.registry.models import Level, Unit, UnitAssignment, UnitKind

DISTRICTS_ENDED = date(
    2025, 7, 1
)  # research/domain.md §B: the level between province and commune was abolished
_KINDS = (
    ("school", "Trường học", None),
    ("ward", "Phường, xã", None),
    ("district_committee", "Quận uỷ, huyện uỷ", DISTRICTS_ENDED),
)
KIND_OF_LEVEL = {
    Level.PRESCHOOL: "school",
    Level.PRIMARY: "school",
    Level.LOWER_SECONDARY: "school",
    Level.WARD: "ward",
    Level.DISTRICT: "district_committee",
}


def ensure_kinds() -> dict[str, UnitKind]:
    """Make the kinds of units that the program knows from the start; safe to repeat."""
    with transaction.atomic():
        return {
            key: UnitKind.objects.get_or_create(key=key, defaults={"name": name, "valid_to": ended})[0]
            for key, name, ended in _KINDS
        }


def ensure_unit(*, key: str, name: str, level: Level, parent: Unit | None = None) -> Unit:
    """Return the unit of this code, made or renamed as told; used for the lead body, which no list brings."""
    with transaction.atomic():
        unit, _ = Unit.objects.update_or_create(
            key=key,
            defaults={
                "name": name,
                "level": level,
                "parent": parent,
                "kind": ensure_kinds()[KIND_OF_LEVEL[level]],
            },
        )
        return unit


def assign_unit(*, user: AbstractBaseUser, unit: Unit) -> UnitAssignment:
    """Let an officer see a unit and all beneath it; safe to repeat."""
    return UnitAssignment.objects.get_or_create(user_id=user.pk, unit=unit)[0]
