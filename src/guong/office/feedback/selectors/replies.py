"""Answers of heads to the lead body."""

from dataclasses import dataclass

from guong.office.accounts.models import User
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.feedback.models import Reply


@dataclass(frozen=True)
class ReplyLine:
    """One answer, with the person and the conference that it is about."""

    reply: Reply
    subject: ConferenceSubject
    conference: Conference


def replies_about(subject: ConferenceSubject) -> list[Reply]:
    """Return what a head wrote to the lead body, in order."""
    return list(Reply.objects.filter(subject=subject))


def replies_in_scope(*, user: User) -> list[ReplyLine]:
    """Return the answers of heads in an officer's units, those without a word from the lead body first."""
    found = Reply.objects.filter(subject__conference__in=conferences.conferences_in_scope(user=user))
    rows = found.select_related("subject__conference__unit")
    lines = [ReplyLine(row, row.subject, row.subject.conference) for row in rows]
    return sorted(lines, key=lambda line: (line.reply.answered_on is not None, line.reply.sent_on))


def replies_waiting(*, user: User) -> int:
    """Return how many answers wait for a word of the lead body, in one query."""
    mine = Reply.objects.filter(subject__conference__in=conferences.conferences_in_scope(user=user))
    return mine.filter(answered_on__isnull=True).count()


def reply_in_scope(*, user: User, key: object) -> ReplyLine | None:
    """Return one answer, None outside the officer's units."""
    return next((line for line in replies_in_scope(user=user) if line.reply.key == key), None)
