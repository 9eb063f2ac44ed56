"""Where a unit comes from, where it went, and who headed it before."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, IntegerField, QuerySet, Value, When

from guong.office.registry.models import Post, Succession, Unit
from guong.office.registry.selectors.scope import Viewer, units_in_scope


@dataclass(frozen=True)
class Lineage:
    """The units above from the top down, those beneath, what the unit took over from and what took over from it."""

    above: tuple[Unit, ...]
    beneath: tuple[Unit, ...]
    predecessors: tuple[Succession, ...]
    successors: tuple[Succession, ...]


def lineage_of(*, unit: Unit) -> Lineage:
    """Return where a unit stands in the tree and in time."""
    known = {other.pk: other for other in Unit.objects.all()}
    above: list[Unit] = []
    parent = unit.parent_id
    while parent is not None:
        above.insert(0, known[parent])
        parent = known[parent].parent_id
    beneath = sorted(
        (one for one in known.values() if one.parent_id == unit.pk and one.valid_to is None),
        key=lambda one: one.key,
    )
    return Lineage(
        tuple(above),
        tuple(beneath),
        tuple(Succession.objects.filter(successor=unit).select_related("predecessor")),
        tuple(Succession.objects.filter(predecessor=unit).select_related("successor")),
    )


def possible_successors(*, user: Viewer, unit: Unit) -> QuerySet[Unit]:
    """Return the units in an officer's scope that could take over from one: of its kind, its own level first."""
    others = units_in_scope(user=user).filter(valid_to=None, kind=unit.kind_id).exclude(pk=unit.pk)
    own = Case(When(level=unit.level, then=Value(0)), default=Value(1), output_field=IntegerField())
    return others.order_by(own, "level", "key")


def former_heads(*, unit: Unit, on: date) -> QuerySet[Post]:
    """Return who headed a unit before a day, the latest first."""
    posts = Post.objects.filter(unit=unit, is_head=True, ends_on__lt=on)
    return posts.select_related("person").order_by("-ends_on", "id")
