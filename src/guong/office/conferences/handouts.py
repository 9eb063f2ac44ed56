"""What is posted and sent before a conference: poster for the door, card of the shared device, words for the chat group."""

from django.conf import settings

from guong.core.documents.group_message import GroupMessage, group_message
from guong.core.origin import is_protected
from guong.core.outcome import Refused
from guong.office.conferences import refusals
from guong.office.conferences.models import Conference
from guong.office.conferences.origin import domain
from guong.office.conferences.selectors import definition_of, rules_of, shared_address
from guong.office.papers import services as archive
from guong.office.plans import selectors as plans
from guong.paper import secrecy_poster_pdf, shared_device_card_pdf

_ALONE = "khi hội nghị kết thúc"


def poster_of(conference: Conference) -> bytes | Refused:
    """Return "Ai xem được gì?" as one A3 page, out of the poll as its voters will get it. Refused: ``no_keys``."""
    definition = definition_of(conference)
    if definition is None:
        return refusals.NO_KEYS
    return archive.in_worker(
        secrecy_poster_pdf,
        definition,
        opening=plans.opening_of(conference.round) if conference.round else _ALONE,
        domain=domain(settings.GUONG_ORIGIN),
        is_protected=is_protected(settings.GUONG_ORIGIN),
    )


def shared_card_of(conference: Conference) -> bytes | Refused:
    """Return the card beside the shared device as one A5 page. Refused: ``no_keys``."""
    address = shared_address(conference)
    if not address:
        return refusals.NO_KEYS
    return archive.in_worker(
        shared_device_card_pdf, address, unit=conference.unit.name, conference=conference.title
    )


def message_of(conference: Conference) -> str:
    """Return the words for the unit's chat group, as the conference stands now."""
    return group_message(
        GroupMessage(
            unit=conference.unit.name,
            place=conference.place,
            began=conference.began,
            lead_body=conference.lead_body,
            rows_from=rules_of(conference).rows_from,
            rehearsal=conference.rehearsal,
        )
    )
