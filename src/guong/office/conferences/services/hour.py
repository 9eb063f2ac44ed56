"""Noting the moments of the hour in the hall, to five minutes (DESIGN §4.8, §6)."""

from datetime import time

from django.db import transaction

from guong.core.hall_hour import Moment, against, rounded
from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.conferences.models import Conference, HallMoment
from guong.office.conferences.selectors import written_moments
from guong.office.journal import services as journal


@transaction.atomic
def note_moment(*, actor: User, conference: Conference, moment: Moment, at: time) -> time | Refused:
    """Note when something happened, rounded to five minutes; noting again corrects it. Returns the hour noted.

    Refused: ``out_of_order`` with the moment that it contradicts.
    """
    noted, wanted = written_moments(conference), rounded(at)
    other = against(noted, moment, wanted)
    if other is not None:
        return _out_of_order(conference, moment, wanted, other=other, noted=noted[other])
    HallMoment.objects.update_or_create(conference=conference, moment=moment.value, defaults={"at": wanted})
    subjects = conference.subjects.count()
    journal.record(
        actor=actor,
        act="conferences.moment",
        unit_key=conference.unit.key,
        text=f"{conference.title}: {wanted:%H:%M} {moment.words(subjects=subjects)}.",
    )
    return wanted


@transaction.atomic
def forget_moment(*, conference: Conference, moment: Moment) -> None:
    """Take a moment back that was noted by mistake."""
    HallMoment.objects.filter(conference=conference, moment=moment.value).delete()


def _out_of_order(conference: Conference, moment: Moment, at: time, *, other: Moment, noted: time) -> Refused:
    subjects = conference.subjects.count()
    return Refused(
        "out_of_order",
        f"{at:%H:%M} {moment.words(subjects=subjects)} không khớp với {noted:%H:%M} {other.words(subjects=subjects)} đã ghi. "
        "Đề nghị xem lại giờ của hai việc này.",
    )
