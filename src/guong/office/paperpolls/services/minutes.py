"""Sheets to be printed, and the minutes: the one paper on which counts of such a poll stand."""

from datetime import datetime

from django.db import transaction

from guong.core.documents.model import Letterhead, Profile
from guong.core.documents.paper_poll_minutes import PaperPollMinutes, paper_poll_minutes
from guong.core.documents.parties import Officials, Person
from guong.core.months import months_after
from guong.core.outcome import Refused
from guong.core.paper_poll.ballot import Base
from guong.core.paper_poll.counting import HallCount, Votes
from guong.core.wording import long_date
from guong.office.accounts.models import User
from guong.office.accounts.permissions import COUNT_VOTES
from guong.office.paperpolls import refusals, selectors
from guong.office.paperpolls.details import Sitting
from guong.office.paperpolls.models import PaperPoll
from guong.office.papers.models import Paper
from guong.office.papers.services import file_paper, in_worker
from guong.paper import poll_sheets_pdf

MINUTES = "paper_poll_minutes"
MONTHS_KEPT = 6  # 190-QĐ/TW article 35
_SYMBOL = "BB/TKP"


def print_sheets(*, poll: PaperPoll) -> bytes | Refused:
    """Return one sheet for each person summoned, all alike, as PDF. Refused: ``void``."""
    if poll.void_reason:
        return refusals.VOID
    return in_worker(
        poll_sheets_pdf,
        selectors.ballot_of(poll),
        title=poll.title,
        issuer=poll.issuer,
        held_on=long_date(poll.held_on),
        copies=poll.summoned,
    )


def make_minutes(*, actor: User, poll: PaperPoll, sitting: Sitting) -> Paper | Refused:
    """Make, number and file the minutes; from then on nothing is counted again.

    Refused: ``void``, ``not_agreed``, ``bad_hours``, ``typed_meanwhile``.
    """
    hall, votes = selectors.hall_of(poll), selectors.votes_of(poll)
    if poll.void_reason:
        return refusals.VOID
    if hall is None or votes is None:
        return refusals.NOT_AGREED
    if sitting.ended <= sitting.began:
        return refusals.BAD_HOURS
    paper = file_paper(
        document=paper_poll_minutes(_content(poll, hall, votes, sitting)),
        kind=MINUTES,
        unit_key=poll.unit.key,
        conference_key=poll.key,
        actor=actor,
        symbol=_SYMBOL,
        permission=COUNT_VOTES,
    )
    return paper if _kept(poll, votes, paper) else refusals.TYPED_MEANWHILE


@transaction.atomic
def _kept(poll: PaperPoll, votes: Votes, paper: Paper) -> bool:
    """Tell that the poll has its minutes, unless somebody dropped its tally while the paper was being rendered."""
    PaperPoll.objects.select_for_update().get(pk=poll.pk)
    if selectors.votes_of(PaperPoll.objects.get(pk=poll.pk)) != votes:
        return False
    PaperPoll.objects.filter(pk=poll.pk).update(minutes_number=paper.printed_number)
    return True


def _content(poll: PaperPoll, hall: HallCount, votes: Votes, sitting: Sitting) -> PaperPollMinutes:
    first, second = (keying.keyer_name for keying in poll.keyings.all())
    head, *others = poll.board
    return PaperPollMinutes(
        letterhead=Letterhead(Profile.PARTY, poll.superior, poll.issuer, poll.locality, poll.held_on),
        title=poll.title,
        unit=poll.unit.name,
        place=poll.place,
        began=datetime.combine(poll.held_on, sitting.began),
        ended=datetime.combine(poll.held_on, sitting.ended),
        officials=Officials(
            chair=Person(poll.chair_name),
            clerk=Person(poll.clerk_name),
            board=(Person(head, "Tổ trưởng"), *(Person(name) for name in others)),
            witnesses=(Person(poll.witness_name),),
        ),
        ballot=selectors.ballot_of(poll),
        base=Base(poll.base),
        hall=hall,
        votes=votes,
        keyed_by=(first, second),
        keyed_again=poll.keyed_again,
        destroy_on=months_after(poll.held_on, MONTHS_KEPT),
        copies=sitting.copies,
    )
