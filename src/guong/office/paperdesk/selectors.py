"""What the paper desk tells: per subject how many sheets were handed out, counted, entered. Nothing else is known."""

import secrets
from collections.abc import Sequence

from django.contrib.auth.models import AnonymousUser

from guong.ballots import polls
from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.office.paperdesk.models import EntryLog, ScannedBatch
from guong.office.paperdesk.outcomes import SubjectDesk


def desks_to_enter(*, user: User | AnonymousUser) -> list[tuple[Conference, tuple[SubjectDesk, ...]]]:
    """Return the conferences in scope whose paper sheets can be entered now, each with its desk's numbers."""
    found = conferences.conferences_in_scope(user=user).filter(poll__isnull=False)
    keys = [row.poll.poll_key for row in found]
    told = polls.survey(conferences.urn_store(), polls=keys)
    closed = {key: one.figures for key, one in told.items() if one.state is PollState.CLOSED and one.figures}
    rows = found.filter(poll__poll_key__in=closed).prefetch_related("subjects", "sheet_counts")
    return [(row, _desk(row, closed[row.poll.poll_key])) for row in rows]


def desk(conference: Conference) -> tuple[SubjectDesk, ...]:
    """Return the desk's numbers for each subject; empty before casting is over."""
    figures = _figures(conference)
    if figures is None or conferences.state_of(conference) is PollState.VOID:
        return ()
    return _desk(conference, figures)


def _desk(conference: Conference, figures: polls.Figures) -> tuple[SubjectDesk, ...]:
    counted = {row.subject_key: row.counted for row in conference.sheet_counts.all()}
    return tuple(
        SubjectDesk(
            key=subject.key,
            name=subject.name,
            line=subject.line,
            made=figures.paper_made.get(subject.key, 0),
            counted=counted.get(subject.key),
            entered=figures.paper.get(subject.key, 0),
        )
        for subject in conference.subjects.all()
    )


def desk_of(conference: Conference, subject_key: str) -> SubjectDesk | None:
    """Return the desk's numbers of one subject, None for an unknown one or before casting is over."""
    return next((row for row in desk(conference) if row.key == subject_key), None)


def entered_by_subject(conference: Conference) -> dict[str, int]:
    """Return how many sheets of each subject the urn holds; empty before closing."""
    figures = _figures(conference)
    return dict(figures.paper) if figures else {}


def _figures(conference: Conference) -> polls.Figures | None:
    """Return the urn's figures, None before casting is over."""
    poll = conferences.poll_of(conference)
    figures = polls.figures(conferences.urn_store(), poll=poll.poll_key) if poll else None
    return None if isinstance(figures, Refused) else figures


def free_slots(conference: Conference, subject_key: str) -> tuple[bytes, ...]:
    """Return the keys of a subject's unfilled paper slots."""
    poll = conferences.poll_of(conference)
    if poll is None:
        return ()
    return polls.free_paper_slots(conferences.urn_store(), poll=poll.poll_key, subject=subject_key)


def any_free_slot(conference: Conference, subject_key: str) -> bytes | None:
    """Return one free slot, chosen by the operating system's randomness so that key order tells no order of entry."""
    free = free_slots(conference, subject_key)
    return secrets.choice(free) if free else None


def is_complete(rows: Sequence[SubjectDesk]) -> bool:
    """Tell whether every subject's sheets were counted and entered; true where no paper was handed out."""
    return all(row.is_complete or (not row.made and row.counted is None) for row in rows)


def entry_logs(conference: Conference) -> dict[str, EntryLog]:
    """Return the totals of the double entry by subject key."""
    return {row.subject_key: row for row in EntryLog.objects.filter(conference=conference)}


def typists(conference: Conference) -> tuple[str, str]:
    """Return the names of the two typists, empty before they were named."""
    row = EntryLog.objects.filter(conference=conference).first()
    return (row.first_typist, row.second_typist) if row else ("", "")


def third_verifier(conference: Conference) -> str:
    """Return the name of the third who looks at scanned strips, empty before it was given."""
    row = EntryLog.objects.filter(conference=conference).first()
    return row.third_verifier if row else ""


def scanned_batches(conference: Conference) -> list[ScannedBatch]:
    """Return the batches that the scanning station sealed, in the order of keys drawn by lot."""
    return list(ScannedBatch.objects.filter(conference=conference, unfinished_digest=""))
