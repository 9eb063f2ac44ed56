"""Who an account is in the register, and who may be given one."""

from django.db.models import QuerySet

from guong.office.registry.models import Person, Post
from guong.office.registry.selectors.scope import Viewer


def person_of(*, user: Viewer) -> Person | None:
    """Return the person whose account this is; None for officers and visitors. One query."""
    return Person.objects.filter(account__user=user.pk).first() if user.is_authenticated else None


def heads_ever() -> QuerySet[Post]:
    """Return every post that heads or headed a unit, by unit: whoever left may still read a result of that time."""
    posts = Post.objects.filter(is_head=True).select_related("person", "unit")
    return posts.order_by("unit__name", "-starts_on", "pk")
