"""Invented people of a rehearsal: on no staff list, heading nothing, known by their common code, gone with the rehearsal."""

import secrets
from collections.abc import Sequence
from datetime import date

from django.db import transaction

from guong.office.registry.models import Person, Post, Unit
from guong.office.registry.selectors import INVENTED, invented_beside

_CODE_BYTES = 8


@transaction.atomic
def invent_people(
    *, unit: Unit, subject: str, title: str, since: date, voters: Sequence[str]
) -> tuple[Post, list[Person]]:
    """Make people who don't exist: one in an invented post of the unit that heads nothing, the others in no list."""
    code = f"{INVENTED}{secrets.token_hex(_CODE_BYTES)}"
    head = Person.objects.create(full_name=subject, code=code)
    post = Post.objects.create(person=head, unit=unit, title=title, is_head=False, starts_on=since)
    return post, [Person.objects.create(full_name=name, code=code) for name in voters]


@transaction.atomic
def forget_people(*, posts: Sequence[Post]) -> None:
    """Delete invented posts and everybody invented with them, on a roll or off it.

    Raises ValueError for a post whose holder stands on a list or has another post: that person is real.
    """
    for post in posts:
        found = invented_beside(post=post)
        on_lists = found.filter(staff_entries__isnull=False) | found.filter(ward_entries__isnull=False)
        if on_lists.exists() or found.exclude(posts=post).filter(posts__isnull=False).exists():
            raise ValueError("people on a list or in another post aren't invented")
        numbers = list(found.values_list("pk", flat=True))
        post.delete()
        Person.objects.filter(pk__in=numbers).delete()
