"""The kinds of units that the program knows from the start; others are added as data."""

from datetime import date, timedelta

from django.db import transaction

from guong.office.registry.models import Level, UnitKind

DISTRICTS_ENDED = date(
    2025, 7, 1
)  # research/domain.md §B: the level between province and commune was abolished
_KINDS = (
    ("school", "Trường học", None),
    ("ward", "Phường, xã", None),
    ("district_committee", "Quận uỷ, huyện uỷ", DISTRICTS_ENDED - timedelta(days=1)),
)
KIND_OF_LEVEL = {
    Level.PRESCHOOL: "school",
    Level.PRIMARY: "school",
    Level.LOWER_SECONDARY: "school",
    Level.WARD: "ward",
    Level.DISTRICT: "district_committee",
}


def ensure_kinds() -> dict[str, UnitKind]:
    """Make the kinds; safe to repeat."""
    with transaction.atomic():
        return {
            key: UnitKind.objects.get_or_create(key=key, defaults={"name": name, "valid_to": ended})[0]
            for key, name, ended in _KINDS
        }
