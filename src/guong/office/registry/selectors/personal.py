"""Whom the register holds, for the list that the law asks for after a breach (security.md §2 no. 89)."""

from collections.abc import Iterator

from guong.core.personal_data import Held
from guong.office.registry.models import Post, StaffEntry, WardEntry

KIND = "register"


def held_in_register() -> Iterator[Held]:
    """Yield everyone on a list or in a post, former ones too; a person in two units stands under both."""
    for entry in StaffEntry.objects.select_related("person", "unit").order_by("unit__key", "pk"):
        yield Held(KIND, entry.unit.key, entry.unit.name, entry.person.full_name, entry.position)
    for line in WardEntry.objects.select_related("person", "unit").order_by("unit__key", "pk"):
        words = ", ".join(part for part in (line.get_ward_class_display(), line.position, line.area) if part)
        yield Held(KIND, line.unit.key, line.unit.name, line.person.full_name, words)
    for post in Post.objects.select_related("person", "unit").order_by("unit__key", "pk"):
        yield Held(KIND, post.unit.key, post.unit.name, post.person.full_name, post.title)
