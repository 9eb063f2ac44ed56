"""Whom conferences name, for the list that the law asks for after a breach. Who was present isn't told (DESIGN §4.8)."""

from collections.abc import Iterator

from guong.core.personal_data import Held
from guong.office.conferences.models import BoardMember, ConferenceSubject, RollEntry


def held_by_conferences() -> Iterator[Held]:
    """Yield everyone summoned, everyone of a counting board and everyone asked about."""
    named = RollEntry.objects.exclude(person=None)
    for entry in named.select_related("conference__unit").order_by("conference__key", "place"):
        unit = entry.conference.unit
        yield Held("roll", unit.key, unit.name, entry.printed_name, "được triệu tập")
    for member in BoardMember.objects.select_related("conference__unit").order_by("conference__key", "pk"):
        unit = member.conference.unit
        yield Held("duties", unit.key, unit.name, member.full_name, member.get_role_display())
    for subject in ConferenceSubject.objects.select_related("conference__unit").order_by(
        "conference__key", "pk"
    ):
        unit = subject.conference.unit
        yield Held("subjects", unit.key, unit.name, subject.name, "được góp ý")
