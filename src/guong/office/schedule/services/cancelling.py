"""What follows a cancellation: its slips are collected, destroyed and minuted (decision 0012)."""

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.office.papers import services as archive
from guong.office.papers.models import Paper
from guong.office.schedule.details import SlipsGone
from guong.office.schedule.paperwork import refusals
from guong.office.schedule.paperwork.ground import ground_for
from guong.office.schedule.paperwork.of_cancelled import SLIPS, slip_minutes
from guong.office.schedule.selectors import filed_of, row_of


def file_slip_minutes(*, actor: User, conference: Conference, said: SlipsGone) -> Paper | Refused:
    """Number and file the minutes of the slips' end, once.

    Refused: ``no_slips`` where no request was made, ``slips_minuted``, and as `of_cancelled.slip_minutes`.
    """
    if conferences.request_of(conference) is None:
        return refusals.NO_SLIPS
    if filed_of(conference, SLIPS):
        return refusals.SLIPS_MINUTED
    document = slip_minutes(ground_for(conference), row_of(conference), said)
    if isinstance(document, Refused):
        return document
    return archive.file_paper(
        document=document,
        kind=SLIPS,
        unit_key=conference.unit.key,
        conference_key=conference.key,
        actor=actor,
    )
