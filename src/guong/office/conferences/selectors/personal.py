"""Whom conferences name: for the list after a breach, and for a person who asks. Who was present isn't told (DESIGN §4.8)."""

from collections.abc import Iterator

from django.db.models import QuerySet

from guong.core.personal_data import Held
from guong.office.conferences.models import BoardMember, ConferenceSubject, RollEntry


def held_by_conferences() -> Iterator[Held]:
    """Yield everyone summoned, everyone of a counting board and everyone asked about."""
    yield from _summoned(RollEntry.objects.exclude(person=None))
    for member in BoardMember.objects.select_related("conference__unit").order_by("conference__key", "pk"):
        unit = member.conference.unit
        yield Held("duties", unit.key, unit.name, member.full_name, member.get_role_display())
    yield from _asked_about(ConferenceSubject.objects.all())


def held_about_by_conferences(*, person_id: int) -> Iterator[Held]:
    """Yield where a person of the register is summoned or asked about. Boards know names only, and are left out."""
    yield from _summoned(RollEntry.objects.filter(person_id=person_id))
    yield from _asked_about(ConferenceSubject.objects.filter(post__person_id=person_id))


def _summoned(entries: QuerySet[RollEntry]) -> Iterator[Held]:
    for entry in entries.select_related("conference__unit").order_by("conference__key", "place"):
        held = entry.conference
        yield Held(
            "roll", held.unit.key, held.unit.name, entry.printed_name, "được triệu tập", since=held.held_on
        )


def _asked_about(subjects: QuerySet[ConferenceSubject]) -> Iterator[Held]:
    for subject in subjects.select_related("conference__unit").order_by("conference__key", "pk"):
        unit = subject.conference.unit
        yield Held("subjects", unit.key, unit.name, subject.name, "được góp ý")
