"""Which officer sees which units."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from guong.office.journal.services import Actor, record
from guong.office.registry.models import Unit, UnitAssignment


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
