"""Whom the register holds: for the list after a breach, and for a person who asks (security.md §2 nos. 87, 89)."""

from collections.abc import Iterator

from django.db.models import Q, QuerySet

from guong.core.personal_data import Held
from guong.core.wording import folded
from guong.office.registry.models import Person, Post, StaffEntry, WardEntry
from guong.office.registry.selectors.scope import Viewer, units_in_scope

KIND = "register"
MOST_FOUND = 20


def held_in_register() -> Iterator[Held]:
    """Yield everyone on a list or in a post, former ones too; a person in two units stands under both."""
    yield from _held(StaffEntry.objects.all(), WardEntry.objects.all(), Post.objects.all())


def held_about_in_register(*, person_id: int) -> Iterator[Held]:
    """Yield every line of a list and every post of one person."""
    yield from _held(
        StaffEntry.objects.filter(person_id=person_id),
        WardEntry.objects.filter(person_id=person_id),
        Post.objects.filter(person_id=person_id),
    )


def people_found(*, user: Viewer, words: str) -> list[tuple[Person, str]]:
    """Return at most `MOST_FOUND` people of the officer's units whose name holds ``words``, accents left out, each with units.

    People who stand on a list or in a post of a unit in scope, former ones too. Nobody for no words.
    """
    wanted = folded(words)
    if not wanted:
        return []
    people = _people_in_scope(user).prefetch_related(
        "staff_entries__unit", "ward_entries__unit", "posts__unit"
    )
    named = Person.objects.in_bulk([pk for pk, name in _names(user) if wanted in folded(name)][:MOST_FOUND])
    found = people.filter(pk__in=named)
    return [(person, ", ".join(sorted(_units_of(person)))) for person in found.order_by("full_name", "pk")]


def person_in_scope(*, user: Viewer, key: str) -> Person | None:
    """Return a person of the officer's units by key; None for anybody else, as for a key that nobody has."""
    return _people_in_scope(user).filter(key=key).first()


def _names(user: Viewer) -> Iterator[tuple[int, str]]:
    return _people_in_scope(user).order_by("full_name", "pk").values_list("pk", "full_name").iterator()


def _people_in_scope(user: Viewer) -> QuerySet[Person]:
    units = units_in_scope(user=user)
    here = Q(staff_entries__unit__in=units) | Q(ward_entries__unit__in=units) | Q(posts__unit__in=units)
    return Person.objects.filter(here).distinct()


def _units_of(person: Person) -> set[str]:
    lists = {row.unit.name for row in person.staff_entries.all()}
    return (
        lists
        | {row.unit.name for row in person.ward_entries.all()}
        | {row.unit.name for row in person.posts.all()}
    )


def _held(staff: QuerySet[StaffEntry], wards: QuerySet[WardEntry], posts: QuerySet[Post]) -> Iterator[Held]:
    for entry in staff.select_related("person", "unit").order_by("unit__key", "pk"):
        yield Held(
            KIND, entry.unit.key, entry.unit.name, entry.person.full_name, entry.position, since=entry.left_on
        )
    for line in wards.select_related("person", "unit").order_by("unit__key", "pk"):
        words = ", ".join(part for part in (line.get_ward_class_display(), line.position, line.area) if part)
        yield Held(KIND, line.unit.key, line.unit.name, line.person.full_name, words, since=line.left_on)
    for post in posts.select_related("person", "unit").order_by("unit__key", "pk"):
        yield Held(KIND, post.unit.key, post.unit.name, post.person.full_name, post.title, since=post.ends_on)
