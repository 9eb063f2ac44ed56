"""Slips handed back at the desk.

Nothing here is journalled one by one and no slip's code is kept: the code becomes a public key in memory and
is forgotten (DESIGN §4.8).
"""

from guong.ballots import polls
from guong.core.lifecycle import SlotState
from guong.core.outcome import Refused
from guong.core.secrecy import slips
from guong.office.conferences import refusals, urn
from guong.office.conferences.models import Conference
from guong.office.conferences.selectors import poll_of, state_of
from guong.office.conferences.services.attendance import IN_HALL
from guong.office.papers import services as archive
from guong.paper.slip_photo import read_slip_photo

_HANDED_BACK = {SlotState.EXCHANGED, SlotState.SPOILED}


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
    if state_of(conference) not in IN_HALL:
        return refusals.NOT_IN_HALL
    ticket = slips.read_scanned(code, poll.poll_key)
    if isinstance(ticket, Refused):
        return ticket
    slot_key = slips.public_key(ticket, poll.poll_key)
    return polls.mark_slot(urn.store(), poll=poll.poll_key, slot_key=slot_key, to=mark)


def take_back_slip_seen(*, conference: Conference, photo: bytes, mark: SlotState) -> SlotState | Refused:
    """Mark the one slip in a photograph; the picture is read by the worker process and kept nowhere.

    Refused: ``photo_type``, ``photo_size``, ``photo_pixels``, ``photo_many``, ``no_slip_seen``, ``not_one_slip``, and as
    `take_back_slip`.
    """
    seen = archive.decoded(read_slip_photo, photo, too_much="pixels")
    if isinstance(seen, str):
        return refusals.PHOTO[seen]
    if len(seen.addresses) != 1:
        return refusals.NOT_ONE_SLIP if seen.addresses else refusals.NO_SLIP_SEEN
    return take_back_slip(conference=conference, code=seen.addresses[0], mark=mark)
