"""What leaves the desk: four counts and, once two officers ended it, the digest's lines. Never an original."""

from collections.abc import Collection, Mapping

from django.db.models import Count, Q

from guong.core.remarks.digest import Line, RemarkCounts
from guong.core.remarks.verdicts import Reason
from guong.office.conferences.models import Conference
from guong.office.counting import selectors as counting
from guong.office.remarks.details import HandedOn
from guong.office.remarks.models import Desk, DigestLine, DraftState

Person = tuple[int, str]


def handed_on(
    conferences: Collection[Conference], *, received: Mapping[int, Mapping[str, int]] | None = None
) -> dict[Person, HandedOn]:
    """Return the counts of each person's remarks, by number of the conference and key of the subject; no lines.

    In one query for any number, and one more where the caller doesn't know yet how many were ``received``. People on whom
    nothing was written, or nothing kept, are left out.
    """
    numbers = [conference.pk for conference in conferences]
    amounts = counting.remarks_received(numbers) if received is None else received
    desks = _desks(numbers)
    return {
        (conference, subject): _told(amount, desks.get((conference, subject)))
        for conference, by_subject in amounts.items()
        for subject, amount in by_subject.items()
        if amount
    }


def handed_on_about(conference: Conference, subject_key: str) -> HandedOn | None:
    """Return what is told of one person's remarks, None where there are none."""
    return handed_on([conference]).get((conference.pk, subject_key))


def digest_lines(conference: Conference, subject_key: str) -> list[Line]:
    """Return the lines of a finished digest, in no order; empty while two officers still work on it."""
    found = DigestLine.objects.filter(desk__conference=conference, desk__subject_key=subject_key)
    return [Line(line.theme, line.text, line.edited) for line in found]


def _told(received: int, desk: Desk | None) -> HandedOn:
    if desk is None or desk.ended_on is None:
        decided = getattr(desk, "agreed", 0)
        return HandedOn(RemarkCounts(received, 0, 0, 0), decided, is_ended=False)
    reasons = {reason: desk.withheld[reason.value] for reason in Reason if desk.withheld.get(reason.value)}
    shown, edited = (getattr(desk, name) for name in ("shown", "edited"))
    counts = RemarkCounts(received, shown, edited, sum(reasons.values()))
    return HandedOn(counts, received, is_ended=True, reasons=reasons)


def _desks(numbers: list[int]) -> dict[Person, Desk]:
    found = Desk.objects.filter(conference__in=numbers).annotate(
        shown=Count("lines", distinct=True),
        edited=Count("lines", distinct=True, filter=Q(lines__edited=True)),
        agreed=Count("drafts", distinct=True, filter=Q(drafts__state=DraftState.CONFIRMED)),
    )
    return {(desk.conference_id, desk.subject_key): desk for desk in found}
