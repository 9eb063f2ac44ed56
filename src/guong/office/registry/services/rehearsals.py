"""Invented people of a rehearsal: on no staff list, heading nothing, gone with the rehearsal."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from guong.office.registry.models import Person, Post, Unit


@transaction.atomic
def invent_people(
    *, unit: Unit, subject: str, title: str, since: date, voters: Sequence[str]
) -> tuple[Post, list[Person]]:
    """Make people who don't exist: one in an invented post of the unit that heads nothing, the others in no list."""
    head = Person.objects.create(full_name=subject)
    post = Post.objects.create(person=head, unit=unit, title=title, is_head=False, starts_on=since)
    return post, [Person.objects.create(full_name=name) for name in voters]


@transaction.atomic
def forget_people(*, posts: Sequence[Post], people: Sequence[Person]) -> None:
    """Delete invented posts and people. Raises ValueError for people who stand on a list: those are real."""
    numbers = {post.pk for post in posts}
    keys = [person.pk for person in people] + [post.person_id for post in posts]
    found = Person.objects.filter(pk__in=keys)
    if (
        found.filter(staff_entries__isnull=False).exists()
        or found.filter(ward_entries__isnull=False).exists()
    ):
        raise ValueError("people of a staff list aren't invented")
    if found.exclude(posts__pk__in=numbers).filter(posts__isnull=False).exists():
        raise ValueError("people in another post aren't invented")
    Post.objects.filter(pk__in=numbers).delete()
    found.delete()
