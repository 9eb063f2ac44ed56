"""The end of a desk: both officers agree, the digest is written down, the voters' own words are destroyed (decision 0017)."""

import secrets

from django.db import transaction
from django.utils import timezone

from guong.core.outcome import Refused
from guong.core.remarks.verdicts import Verdict, one_line
from guong.office.accounts.models import User
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.counting import services as counting
from guong.office.journal.services import record
from guong.office.remarks import refusals, selectors
from guong.office.remarks.models import Desk, DigestLine, Draft, DraftState
from guong.office.remarks.selectors import Entry
from guong.office.remarks.selectors.drafted import is_edited
from guong.office.remarks.services.holding import held


@transaction.atomic
def ask_for_end(*, desk: Desk, actor: User) -> Desk | Refused:
    """Say that the digest is done; the other officer then ends the work. Refused: as `held`, ``unfinished``."""
    locked = held(desk=desk, actor=actor, keeps_end=True)
    if isinstance(locked, Refused):
        return locked
    if left := _left(selectors.entries_of(locked)):
        return refusals.unfinished(left)
    locked.end_asked_by = actor.key
    locked.save(update_fields=["end_asked_by"])
    return locked


@transaction.atomic
def confirm_end(*, desk: Desk, subject: ConferenceSubject, actor: User) -> Desk | Refused:
    """End the work: the digest stays, proposals, notes and the voters' own words are destroyed.

    Refused: as `held`, ``end_not_asked``, ``own_end``, ``unfinished``.
    """
    locked = held(desk=desk, actor=actor, keeps_end=True)
    if isinstance(locked, Refused):
        return locked
    if not locked.end_asked_by:
        return refusals.END_NOT_ASKED
    if locked.end_asked_by == actor.key:
        return refusals.OWN_END
    entries = selectors.entries_of(locked)
    if left := _left(entries):
        return refusals.unfinished(left)
    return _ended(locked, subject, entries, actor)


@transaction.atomic
def reopen(*, desk: Desk, subject: ConferenceSubject, reason: str, actor: User) -> Desk | Refused:
    """Open an ended desk again: two officers go over the words that were handed on; the originals stay destroyed.

    For the release room, when a result was handed back. Refused: ``not_ended``, ``no_reason``.
    """
    locked = Desk.objects.select_for_update().select_related("conference__unit").get(pk=desk.pk)
    if locked.ended_on is None:
        return refusals.NOT_ENDED
    words = one_line(reason)
    if not words:
        return refusals.NO_REASON_TO_REOPEN
    Draft.objects.bulk_create(
        Draft(
            desk=locked,
            source=line.text,
            was_edited=line.edited,
            verdict=Verdict.KEEP.value,
            text=line.text,
            theme=line.theme,
            state=DraftState.CONFIRMED,
        )
        for line in locked.lines.all()
    )
    locked.lines.all().delete()
    locked.ended_on, locked.end_asked_by = None, ""
    locked.save(update_fields=["ended_on", "end_asked_by"])
    _journal(locked.conference, actor, "remarks.reopened", subject, f"Mở lại việc biên tập. Lý do: {words}")
    return locked


def _left(entries: list[Entry]) -> int:
    return sum(entry.draft is None or entry.draft.state != DraftState.CONFIRMED for entry in entries)


def _ended(desk: Desk, subject: ConferenceSubject, entries: list[Entry], actor: User) -> Desk:
    counts, reasons = selectors.drafted_counts(desk, entries)
    shown = [entry.draft for entry in entries if entry.draft and entry.draft.theme]
    secrets.SystemRandom().shuffle(shown)
    DigestLine.objects.bulk_create(
        DigestLine(desk=desk, theme=draft.theme, text=draft.text, edited=is_edited(draft)) for draft in shown
    )
    desk.drafts.all().delete()
    desk.withheld = {reason.value: number for reason, number in reasons.items()}
    desk.ended_on, desk.end_asked_by = timezone.localdate(), ""
    desk.save()
    counting.destroy_remarks(
        conference=desk.conference, subject_key=desk.subject_key, name=subject.name, actor=actor
    )
    text = (
        f"Kết thúc biên tập ý kiến: nhận {counts.received}, đưa vào bảng tổng hợp {counts.shown}, trong đó biên tập "
        f"{counts.edited}, không đưa vào {counts.withheld}."
    )
    _journal(desk.conference, actor, "remarks.ended", subject, text)
    return desk


def _journal(conference: Conference, actor: User, act: str, subject: ConferenceSubject, text: str) -> None:
    told = f"{conference.title}, đồng chí {subject.name}: {text}"
    record(actor=actor, act=act, unit_key=conference.unit.key, text=told)
