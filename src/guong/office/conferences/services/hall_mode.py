"""The desk that stays usable past the idle limit, from before the opening to the end of casting (decision 0019)."""

from django.contrib.sessions.backends.base import SessionBase
from django.urls import reverse

from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.office.accounts import services as accounts
from guong.office.accounts.models import HallPass, User
from guong.office.conferences import refusals
from guong.office.conferences.models import Conference
from guong.office.conferences.selectors import CASTING, is_cancelled, state_of


def start_hall_mode(*, actor: User, conference: Conference, session: SessionBase) -> HallPass | Refused:
    """Keep this conference's desk usable in this browser session. Refused: ``not_in_hall``."""
    if state_of(conference) not in CASTING | {PollState.PREPARED} or is_cancelled(conference):
        return refusals.NOT_IN_HALL
    return accounts.issue_hall_pass(
        actor=actor,
        session=session,
        place_key=conference.key,
        unit_key=conference.unit.key,
        title=conference.title,
        address=reverse("conferences:hall", args=[conference.key]),
    )


def revoke_hall_mode(*, actor: User, conference: Conference, number: int) -> None:
    """Take the hall mode of this conference away from another machine; nothing happens where it is over already."""
    accounts.revoke_hall_pass(actor=actor, number=number, place_key=conference.key)
