"""Joining an account and a person of the register, so that a head who signs in reads the own result only."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from guong.core.outcome import Refused
from guong.office.journal.services import Actor, record
from guong.office.registry.models import Person, PersonAccount

PERSON_TAKEN = Refused(
    "person_taken",
    "Người này đã có tài khoản khác. Đề nghị thôi gắn tài khoản cũ trước khi gắn tài khoản này.",
)


@transaction.atomic
def link_person(
    *, user: AbstractBaseUser, name: str, person: Person, actor: Actor
) -> PersonAccount | Refused:
    """Say that an account belongs to a person, instead of whoever it belonged to; ``name`` is the account's.

    Refused: ``person_taken``.
    """
    if PersonAccount.objects.filter(person=person).exclude(user__in=[user]).exists():
        return PERSON_TAKEN
    link, made = PersonAccount.objects.get_or_create(user_id=user.pk, defaults={"person": person})
    if not made and link.person_id == person.pk:
        return link
    link.person = person
    link.save(update_fields=["person"])
    text = f"Gắn tài khoản của {name} với {person.full_name} trong sổ bộ."
    record(actor=actor, act="registry.account", unit_key="", text=text)
    return link


@transaction.atomic
def unlink_person(*, user: AbstractBaseUser, name: str, actor: Actor) -> None:
    """Say that an account belongs to nobody in the register; safe to repeat."""
    taken, _ = PersonAccount.objects.filter(user__in=[user]).delete()
    if taken:
        text = f"Thôi gắn tài khoản của {name} với người trong sổ bộ."
        record(actor=actor, act="registry.account", unit_key="", text=text)
