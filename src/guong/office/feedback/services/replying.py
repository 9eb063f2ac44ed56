"""The right of reply: the head writes to the lead body, which answers; both stand in the journal, without the words."""

from django.db import transaction
from django.utils import timezone

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.feedback import refusals
from guong.office.feedback.models import Reply
from guong.office.journal.services import record

LONGEST_REPLY = 4000


@transaction.atomic
def reply(*, conference: Conference, subject: ConferenceSubject, text: str, actor: User) -> Reply | Refused:
    """Send a head's words to the lead body. Refused: ``no_reply``, ``long_reply``, ``reply_waits``."""
    words = text.strip()
    if (fault := _fault(words)) is not None:
        return fault
    if Reply.objects.select_for_update().filter(subject=subject, answered_on__isnull=True).exists():
        return refusals.REPLY_WAITS
    sent = Reply.objects.create(subject=subject, text=words, sent_on=timezone.localdate())
    told = f"{conference.title}: Đồng chí {subject.name} gửi ý kiến trao đổi về kết quả."
    record(actor=actor, act="feedback.reply", unit_key=conference.unit.key, text=told)
    return sent


@transaction.atomic
def answer(*, given: Reply, conference: Conference, text: str, actor: User) -> Reply | Refused:
    """Answer a head's words for the lead body. Refused: ``no_reply``, ``long_reply``, ``answered``."""
    words = text.strip()
    if (fault := _fault(words)) is not None:
        return fault
    sent = Reply.objects.select_for_update().get(pk=given.pk)
    if sent.answered_on is not None:
        return refusals.ANSWERED
    sent.answer, sent.answered_on, sent.answered_by = words, timezone.localdate(), actor.full_name
    sent.save()
    told = f"{conference.title}: Trả lời ý kiến trao đổi của đồng chí {sent.subject.name}."
    record(actor=actor, act="feedback.answer", unit_key=conference.unit.key, text=told)
    return sent


def _fault(words: str) -> Refused | None:
    if not words:
        return refusals.NO_REPLY
    return refusals.LONG_REPLY if len(words) > LONGEST_REPLY else None
