"""Whether a conference may still be changed: not once it is cancelled, and much of it not once its poll was opened."""

from guong.core.outcome import Refused
from guong.office.conferences import refusals
from guong.office.conferences.models import Conference
from guong.office.conferences.selectors import is_before_casting, is_cancelled


def refusal_if_cancelled(conference: Conference) -> Refused | None:
    """Return the refusal of every change of a cancelled conference, else None."""
    return refusals.CANCELLED if is_cancelled(conference) else None


def refusal_to_change(conference: Conference, *, opened: Refused) -> Refused | None:
    """Return why what must stand before casting can't be changed: cancelled, or ``opened`` once the poll was opened."""
    if is_cancelled(conference):
        return refusals.CANCELLED
    return None if is_before_casting(conference) else opened
