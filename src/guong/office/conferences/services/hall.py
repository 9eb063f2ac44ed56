"""The hall desk: presence, paper sets, slips handed back, the end of casting.

Nothing here is journalled one by one and no slip's code is kept: the code becomes a public key in memory and
is forgotten (DESIGN §4.8).
"""

from django.db import transaction

from guong.ballots import polls
from guong.core.lifecycle import PollState, SlotState
from guong.core.outcome import Refused
from guong.core.secrecy import slips
from guong.office.conferences import refusals, urn
from guong.office.conferences.models import Conference, DeskTotal
from guong.office.conferences.selectors import poll_of, state_of

_IN_HALL = {PollState.PREPARED, PollState.OPEN, PollState.PAUSED, PollState.SUSPENDED}
_HANDED_BACK = {SlotState.EXCHANGED, SlotState.SPOILED}


@transaction.atomic
def mark_present(*, conference: Conference, person_id: int, present: bool) -> bool | Refused:
    """Tick or untick one person of the roll; only the boolean is kept. Refused: ``not_in_hall``, ``not_on_staff``."""
    if state_of(conference) not in _IN_HALL:
        return refusals.NOT_IN_HALL
    changed = conference.roll.filter(person_id=person_id).update(present=present)
    return present if changed else refusals.NOT_ON_STAFF


@transaction.atomic
def count_paper_set(*, conference: Conference, change: int) -> int | Refused:
    """Count one paper set handed out (+1) or take a miscount back (-1); returns the total.

    Refused: ``not_in_hall``, ``no_sets`` below zero, ``no_more_sets`` above the roll. Raises ValueError for other steps.
    """
    if change not in (1, -1):
        raise ValueError("the desk counts by one")
    if state_of(conference) not in _IN_HALL:
        return refusals.NOT_IN_HALL
    total, _ = DeskTotal.objects.select_for_update().get_or_create(conference=conference)
    wanted = total.paper_sets + change
    if wanted < 0:
        return refusals.NO_SETS
    if wanted > conference.roll.count():
        return refusals.NO_MORE_SETS
    total.paper_sets = wanted
    total.save(update_fields=["paper_sets"])
    return wanted


def take_back_slip(*, conference: Conference, code: str, mark: SlotState) -> SlotState | Refused:
    """Mark a slip that its holder handed back unused: ``EXCHANGED`` for paper or ``SPOILED``.

    ``code`` is typed or scanned (the way-in address, or the four groups). Refused: ``no_keys``, ``not_in_hall``, the
    code's own refusals (formats §4), and the urn's where the slip isn't free. Raises ValueError for another mark.
    """
    if mark not in _HANDED_BACK:
        raise ValueError("slips are handed back as exchanged or spoiled")
    poll = poll_of(conference)
    if poll is None:
        return refusals.NO_KEYS
    if state_of(conference) not in _IN_HALL:
        return refusals.NOT_IN_HALL
    ticket = slips.read_code(_scanned_code(code), poll.poll_key)
    if isinstance(ticket, Refused):
        return ticket
    slot_key = slips.public_key(ticket, poll.poll_key)
    return polls.mark_slot(urn.store(), poll=poll.poll_key, slot_key=slot_key, to=mark)


def _scanned_code(text: str) -> str:
    """Return the code within what a scanner typed: what follows ``#`` of a way-in address, else the text itself."""
    return text.strip().rpartition("#")[2]
