"""Who heads a unit."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from guong.office.registry.models import Post, Unit


def current_heads(*, unit: Unit, on: date) -> QuerySet[Post]:
    """Return who heads a unit on a day, longest in post first; a ward has two, a school one or two (DESIGN §3)."""
    return _heads(on).filter(unit=unit)


def current_head(*, unit: Unit, on: date) -> Post | None:
    """Return the head longest in post on a day, or None."""
    return current_heads(unit=unit, on=on).first()


def heads_by_unit(*, units: Iterable[Unit], on: date) -> dict[int, list[Post]]:
    """Return the heads of many units by the units' numbers, as `current_heads`, in one query."""
    found: dict[int, list[Post]] = defaultdict(list)
    for post in _heads(on).filter(unit__in=[unit.pk for unit in units]):
        found[post.unit_id].append(post)
    return dict(found)


def _heads(on: date) -> QuerySet[Post]:
    within = Q(starts_on__lte=on) & (Q(ends_on__isnull=True) | Q(ends_on__gte=on))
    posts = Post.objects.filter(within, is_head=True)
    return posts.select_related("person", "unit").order_by("starts_on", "id")
