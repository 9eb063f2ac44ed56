"""Leftover slips: each must be unused, typed, scanned, or several in one photograph (DESIGN §4.7).

No code is stored, journalled or shown again: it becomes a public key in memory and is forgotten.
"""

from guong.ballots import polls
from guong.core.lifecycle import SlotState
from guong.core.outcome import Refused
from guong.core.secrecy import slips
from guong.office.conferences import refusals as conference_refusals
from guong.office.conferences import selectors as conference_selectors
from guong.office.conferences.models import Conference
from guong.office.counting import refusals, selectors
from guong.office.counting.details import PhotoCheck
from guong.office.papers import services as archive
from guong.paper.slip_photo import read_slip_photo


def check_left_over(*, conference: Conference, typed_code: str) -> int | Refused:
    """Check one leftover slip: it must be unused. Returns how many were found unused so far.

    ``typed_code`` is the four groups, or the way-in address that a scanner types. It is neither stored nor journalled.
    Refused: ``no_hand_count``, the code's own refusals (formats §4), ``used``: that slip was copied or drawn unseen,
    ``not_left_over`` for one that was exchanged or spoiled, ``wrong_state`` once the box is sealed.
    """
    if selectors.hand_count(conference) is None:
        return refusals.NO_HAND_COUNT
    poll_key = conference.poll.poll_key
    ticket = slips.read_scanned(typed_code, poll_key)
    if isinstance(ticket, Refused):
        return ticket
    slot_key = slips.public_key(ticket, poll_key)
    outcome = polls.mark_slot(
        conference_selectors.urn_store(), poll=poll_key, slot_key=slot_key, to=SlotState.LEFT_OVER
    )
    if isinstance(outcome, Refused):
        return refusals.LEFT_OVER.get(outcome.reason, outcome)
    figures = polls.figures(conference_selectors.urn_store(), poll=poll_key)
    return figures if isinstance(figures, Refused) else selectors.left_over_checked(figures)


def check_left_over_photo(*, conference: Conference, photo: bytes) -> PhotoCheck | Refused:
    """Check every slip in a photograph; the picture is read by the worker process and kept nowhere.

    A slip in two photographs counts once. Refused: ``no_hand_count``, ``photo_type``, ``photo_size``, ``photo_pixels``,
    ``photo_many``, ``no_slip_seen``; what single slips are refused for stands in the outcome.
    """
    if selectors.hand_count(conference) is None:
        return refusals.NO_HAND_COUNT
    seen = archive.decoded(read_slip_photo, photo, too_much="pixels")
    if isinstance(seen, str):
        return conference_refusals.PHOTO[seen]
    if not seen.addresses:
        return conference_refusals.NO_SLIP_SEEN
    new, again, refused = 0, 0, []
    checked = _checked_so_far(conference)
    for address in seen.addresses:
        outcome = check_left_over(conference=conference, typed_code=address)
        if isinstance(outcome, Refused):
            refused.append(outcome)
            continue
        new, again = (new + 1, again) if outcome > checked else (new, again + 1)
        checked = outcome
    return PhotoCheck(new=new, again=again, others=seen.others, refused=tuple(refused))


def _checked_so_far(conference: Conference) -> int:
    figures = polls.figures(conference_selectors.urn_store(), poll=conference.poll.poll_key)
    return 0 if isinstance(figures, Refused) else selectors.left_over_checked(figures)
