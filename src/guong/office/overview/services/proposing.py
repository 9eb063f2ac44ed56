"""Keeping proposals on personnel work and what became of them. The journal says that, never in which words."""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from guong.core.outcome import Refused
from guong.core.personnel_proposals import (
    Answer,
    Matter,
    barred_from_answering,
    barred_from_proposing,
    fit_words,
)
from guong.office.accounts.models import User
from guong.office.conferences.models import ConferenceSubject
from guong.office.journal.services import record
from guong.office.overview.models import PersonnelProposal
from guong.office.release import selectors as release


@transaction.atomic
def propose(
    *, subject: ConferenceSubject, matter: Matter, text: str, actor: User
) -> PersonnelProposal | Refused:
    """Keep a proposal on a person. Refused: ``own_result``, ``not_final``, ``no_words``, ``too_long``."""
    conference = subject.conference
    is_own = release.is_own(actor, conference, subject.key)
    reached = release.reached(conference.key, subject.key)
    if (barred := barred_from_proposing(reached, is_own=is_own)) is not None:
        return barred
    words = fit_words(text)
    if isinstance(words, Refused):
        return words
    last = PersonnelProposal.objects.filter(subject=subject).aggregate(last=Max("number"))["last"]
    made = PersonnelProposal.objects.create(
        subject=subject,
        number=(last or 0) + 1,
        matter=matter.value,
        text=words,
        proposed_on=timezone.localdate(),
        by_name=actor.full_name,
    )
    _journal(subject, actor, "propose", f"Ghi đề xuất công tác cán bộ thứ {made.number}")
    return made


@transaction.atomic
def answer(
    *, subject: ConferenceSubject, number: int, given: Answer, text: str, actor: User
) -> PersonnelProposal | Refused | None:
    """Note what became of a proposal, once; None where there is no such proposal.

    Refused: ``own_result``, ``answered``, ``not_presented``, ``no_words``, ``too_long``.
    """
    conference = subject.conference
    found = PersonnelProposal.objects.select_for_update().filter(subject=subject, number=number).first()
    if found is None:
        return None
    reached = release.reached(conference.key, subject.key)
    is_own = release.is_own(actor, conference, subject.key)
    barred = barred_from_proposing(reached, is_own=is_own) or barred_from_answering(
        given, reached, is_answered=bool(found.answer)
    )
    words = barred or fit_words(text)
    if isinstance(words, Refused):
        return words
    found.answer, found.answer_text = given.value, words
    found.answered_on, found.answer_by_name = timezone.localdate(), actor.full_name
    found.save()
    _journal(subject, actor, "answer", f"Ghi kết luận về đề xuất công tác cán bộ thứ {number}: {given.label}")
    return found


def _journal(subject: ConferenceSubject, actor: User, act: str, words: str) -> None:
    conference = subject.conference
    text = f"{conference.title}: {words} (đồng chí {subject.name})."
    record(actor=actor, act=f"overview.{act}", unit_key=conference.unit.key, text=text)
