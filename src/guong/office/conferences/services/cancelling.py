"""Cancelling a conference before its poll opens: its slips become void, nothing of it is deleted (decision 0012)."""

from datetime import date

from django.db import transaction

from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.core.wording import short_date
from guong.office.accounts import services as accounts
from guong.office.accounts.models import User
from guong.office.conferences import intents, refusals, urn
from guong.office.conferences.models import AskedAct, Cancellation, Conference, Poll
from guong.office.conferences.selectors import is_cancelled
from guong.office.conferences.versions import take_version
from guong.office.journal import services as journal

_NOT_OPENED = {None, PollState.PREPARED, PollState.VOID}


def cancel(
    *, actor: User, conference: Conference, version: int, reason: str, decided_by: str, day: date
) -> Cancellation | Refused:
    """Cancel a conference on ``day``: nothing of it can be changed or opened any more, its poll becomes void.

    The decision is written first, together with the intent to void the poll; an opening that came first in the urn takes
    it back. Refused: ``rehearsal_is_deleted``, ``cancelled``, ``cancelling_needs_why``, ``too_late_to_cancel`` once the
    poll was opened, ``changed_meanwhile``.
    """
    refusal = _refusal(conference, reason, decided_by)
    if refusal is not None:
        return refusal
    with transaction.atomic():
        poll = Poll.objects.select_for_update().filter(conference=conference).first()
        if not take_version(conference, version):
            return refusals.CHANGED_MEANWHILE
        made = Cancellation.objects.create(
            conference=conference, reason=reason.strip(), decided_by=decided_by.strip(), cancelled_on=day
        )
        AskedAct.objects.filter(conference=conference).delete()
        accounts.end_hall_passes(place_key=conference.key)
        journal.record(
            actor=actor,
            act="conferences.cancelled",
            unit_key=conference.unit.key,
            text=f"Huỷ hội nghị: {conference.title}, dự kiến ngày {short_date(conference.held_on)}; lý do: {made.reason}; "
            f"người quyết định: {made.decided_by}.",
        )
        if poll is not None:
            intents.want(poll=poll, act="cancel")
    if poll is not None:
        intents.finish_intents(poll_key=poll.poll_key)
    return made if is_cancelled(conference) else refusals.TOO_LATE_TO_CANCEL


def _refusal(conference: Conference, reason: str, decided_by: str) -> Refused | None:
    if conference.rehearsal:
        return refusals.REHEARSAL_IS_DELETED
    if is_cancelled(conference):
        return refusals.CANCELLED
    if not reason.strip() or not decided_by.strip():
        return refusals.CANCELLING_NEEDS_WHY
    poll = Poll.objects.filter(conference=conference).first()
    state = urn.state(poll.poll_key) if poll else None
    opened = conference.opened_at is not None or state not in _NOT_OPENED
    return refusals.TOO_LATE_TO_CANCEL if opened else None
