"""Receiving a result: by the person's own press, or by a signature on paper that an officer notes."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.feedback import refusals
from guong.office.feedback.models import Acknowledgement
from guong.office.journal.services import record
from guong.office.release import selectors as release


def acknowledge(*, conference: Conference, subject: ConferenceSubject, actor: User) -> Acknowledgement:
    """Note that the person has received the result; safe to repeat. The caller has found it among the own results."""
    text = f"{conference.title}: Đồng chí {subject.name} xác nhận đã nhận kết quả."
    return _noted(conference, subject, actor, timezone.localdate(), text, on_paper=False)


def acknowledge_on_paper(
    *, conference: Conference, subject: ConferenceSubject, received_on: date, actor: User
) -> Acknowledgement | Refused:
    """Note that the person signed for the notice on paper; safe to repeat. Refused: ``not_told``, ``bad_day``."""
    step = release.person_step(conference, subject.key)
    if step is None or step.told_on is None:
        return refusals.NOT_TOLD
    if not step.told_on <= received_on <= timezone.localdate():
        return refusals.BAD_DAY
    text = f"{conference.title}: Đồng chí {subject.name} đã ký nhận kết quả trên giấy."
    return _noted(conference, subject, actor, received_on, text, on_paper=True)


@transaction.atomic
def _noted(
    conference: Conference,
    subject: ConferenceSubject,
    actor: User,
    received_on: date,
    text: str,
    *,
    on_paper: bool,
) -> Acknowledgement:
    noted, made = Acknowledgement.objects.get_or_create(
        subject=subject,
        defaults={"received_on": received_on, "on_paper": on_paper, "noted_by": actor.full_name},
    )
    if made:
        record(actor=actor, act="feedback.received", unit_key=conference.unit.key, text=text)
    return noted
