"""Writing to the register outside of imports."""

from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from guong.core.outcome import Refused
from guong.office.journal.services import Actor, record
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


def open_body(*, key: str, name: str, level: Level, actor: Actor) -> Unit | Refused:
    """Make the lead body in an empty register. Refused: ``key_taken``."""
    with transaction.atomic():
        if Unit.objects.filter(key__iexact=key).exists():
            return Refused("key_taken", f"Mã “{key}” đã có trong sổ bộ. Đồng chí chọn mã khác.")
        unit = ensure_unit(key=key, name=name, level=level)
        record(actor=actor, act="registry.body", unit_key=key, text=f"Thêm cơ quan chủ trì {name}.")
        return unit


def widen_scope(*, user: AbstractBaseUser, name: str, unit: Unit, actor: Actor) -> UnitAssignment:
    """Give an officer a unit, as `assign_unit`, and write it into the journal; ``name`` is the officer's."""
    with transaction.atomic():
        assignment = assign_unit(user=user, unit=unit)
        text = f"Giao phạm vi {unit.name} cho {name}."
        record(actor=actor, act="registry.scope", unit_key=unit.key, text=text)
        return assignment


def narrow_scope(*, user: AbstractBaseUser, name: str, unit: Unit, actor: Actor) -> None:
    """Take a unit from an officer; safe to repeat."""
    with transaction.atomic():
        taken, _ = UnitAssignment.objects.filter(user__in=[user], unit=unit).delete()
        if taken:
            text = f"Thôi giao phạm vi {unit.name} cho {name}."
            record(actor=actor, act="registry.scope", unit_key=unit.key, text=text)


def assign_unit(*, user: AbstractBaseUser, unit: Unit) -> UnitAssignment:
    """Let an officer see a unit and all beneath it; safe to repeat."""
    return UnitAssignment.objects.get_or_create(user_id=user.pk, unit=unit)[0]
