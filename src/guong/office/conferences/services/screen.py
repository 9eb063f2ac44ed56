"""From which number of ballots on the hall's screen says that all were received (decision 0014)."""

from django.db import transaction

from guong.ballots.polls import LEAST_TOLD
from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.conferences import refusals
from guong.office.conferences.models import Conference, ScreenTotal
from guong.office.conferences.selectors import MOST_TRIES, is_casting
from guong.office.journal import services as journal


@transaction.atomic
def state_expected(*, actor: User, conference: Conference, expected: int) -> ScreenTotal | Refused:
    """State how many vote with slips, once all have signed; at most `MOST_TRIES` times, so that nobody can feel his way
    to the number of ballots in the urn. The same number again changes nothing.

    Refused: ``not_in_hall``, ``too_few_for_screen`` below 10, ``more_than_roll``, ``screen_tries_used``.
    """
    if not is_casting(conference):
        return refusals.NOT_IN_HALL
    if expected < LEAST_TOLD:
        return refusals.TOO_FEW_FOR_SCREEN
    if expected > conference.roll.count():
        return refusals.MORE_THAN_ROLL
    stated = ScreenTotal.objects.select_for_update().filter(conference=conference).first()
    stated = stated or ScreenTotal(conference=conference)
    if stated.expected == expected:
        return stated
    if stated.tries >= MOST_TRIES:
        return refusals.SCREEN_TRIES_USED
    stated.expected, stated.tries = expected, stated.tries + 1
    stated.save()
    journal.record(
        actor=actor,
        act="conferences.screen_total",
        unit_key=conference.unit.key,
        text=f"Màn hình hội trường báo đã nhận đủ khi có {expected} phiếu bỏ bằng thẻ: {conference.title}.",
    )
    return stated
