"""What happened in the hall and how it was settled; never about how anybody voted (DESIGN §4.8)."""

from django.db import transaction

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.conferences import refusals
from guong.office.conferences.changing import refusal_if_cancelled
from guong.office.conferences.models import Conference, Incident
from guong.office.journal import services as journal


@transaction.atomic
def note_incident(*, actor: User, conference: Conference, text: str, settled: str = "") -> Incident | Refused:
    """Note an incident; the journal says that one was noted, its words stand in the minutes only.

    Refused: ``no_incident``, ``cancelled``.
    """
    if (refusal := refusal_if_cancelled(conference)) is not None:
        return refusal
    if not text.strip():
        return refusals.NO_INCIDENT
    incident = Incident.objects.create(conference=conference, text=text.strip(), settled=settled.strip())
    _note(actor, conference, "noted", "Ghi một sự việc trong hội nghị")
    return incident


@transaction.atomic
def settle_incident(
    *, actor: User, conference: Conference, incident_id: int, settled: str
) -> Incident | Refused:
    """Write how an incident was settled. Refused: ``incident_gone``, ``no_incident`` without words."""
    incident = conference.incidents.filter(pk=incident_id).first()
    if incident is None:
        return refusals.INCIDENT_GONE
    if not settled.strip():
        return refusals.NO_INCIDENT
    incident.settled = settled.strip()
    incident.save(update_fields=["settled"])
    _note(actor, conference, "settled", "Ghi cách xử lý một sự việc trong hội nghị")
    return incident


def _note(actor: User, conference: Conference, act: str, text: str) -> None:
    journal.record(
        actor=actor,
        act=f"conferences.incident_{act}",
        unit_key=conference.unit.key,
        text=f"{text}: {conference.title}.",
    )
