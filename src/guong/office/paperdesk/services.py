"""The writes of the paper desk: counts, typists' names, sealed sheets. No answer in plain passes here."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import F

from guong.ballots import polls
from guong.core.documents.entry_log import EntryLog as PrintedLog
from guong.core.documents.entry_log import EntryTotals, ScannedTotals, entry_log
from guong.core.documents.model import Document
from guong.core.documents.parties import Person
from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.office.journal import services as journal
from guong.office.paperdesk import refusals, selectors
from guong.office.paperdesk.models import EntryLog, ScannedBatch, SheetCount
from guong.office.paperdesk.outcomes import Entered, InvalidReason, SubjectDesk
from guong.office.papers import services as archive
from guong.office.papers.models import Paper

MOST_DIFFERENCES = 100


@transaction.atomic
def count_sheets(
    *, actor: User, conference: Conference, subject_key: str, counted: int, counters: tuple[str, str]
) -> SheetCount | Refused:
    """Record how many sheets two people found in the box for one subject, before any is keyed in.

    Refused: ``not_closed``, ``unknown_subject``, ``two_counters``, ``more_than_handed_out``, ``fewer_than_entered``.
    """
    row = _open_desk(conference, subject_key)
    if isinstance(row, Refused):
        return row
    first, second = (name.strip() for name in counters)
    if not first or not second or first == second:
        return refusals.TWO_COUNTERS
    if counted > row.made:
        return refusals.MORE_THAN_HANDED_OUT
    if counted < row.entered:
        return refusals.FEWER_THAN_ENTERED
    count, _ = SheetCount.objects.update_or_create(
        conference=conference,
        subject_key=subject_key,
        defaults={"counted": counted, "first_counter": first, "second_counter": second},
    )
    text = f"Hai người đếm {counted} phiếu giấy góp ý đồng chí {row.name}: {conference.title}."
    journal.record(actor=actor, act="paperdesk.count", unit_key=conference.unit.key, text=text)
    return count


@transaction.atomic
def name_typists(
    *, conference: Conference, first_typist: str, second_typist: str
) -> tuple[str, str] | Refused:
    """Name the two who key in; neither may be of the unit (DESIGN §4.5).

    Refused: ``two_counters``, ``of_the_unit``.
    """
    names = (first_typist.strip(), second_typist.strip())
    if not all(names) or names[0] == names[1]:
        return refusals.TWO_COUNTERS
    if conferences.names_of_unit(conference) & set(names):
        return refusals.OF_THE_UNIT
    for subject in conference.subjects.all():
        EntryLog.objects.update_or_create(
            conference=conference,
            subject_key=subject.key,
            defaults={"first_typist": names[0], "second_typist": names[1]},
        )
    return names


@transaction.atomic
def put_sheet(
    *,
    conference: Conference,
    subject_key: str,
    slot_key: bytes,
    envelope: bytes,
    invalid: InvalidReason | None = None,
    differences: int = 0,
) -> Entered | Refused:
    """Put one sealed sheet into the urn; the same bytes again change nothing, totals included.

    ``differences`` counts the cells on which the two typists first differed. A crash between the urn's commit and the
    register's loses one step of the log's totals, never a sheet: single sheets have no intent, it would be an order.
    Refused: ``not_closed``, ``unknown_subject``, ``not_counted``, ``all_entered``, ``malformed``, and the urn's.
    """
    row = _open_desk(conference, subject_key)
    if isinstance(row, Refused):
        return row
    if row.counted is None:
        return refusals.NOT_COUNTED
    free = selectors.free_slots(conference, subject_key)
    if row.is_complete and slot_key in free:
        return refusals.ALL_ENTERED
    log, _ = EntryLog.objects.select_for_update().get_or_create(
        conference=conference, subject_key=subject_key
    )
    outcome = _put(conference, subject_key, slot_key, envelope)
    if isinstance(outcome, Refused):
        return outcome
    if slot_key in free:
        _add_totals(log, invalid, min(max(differences, 0), MOST_DIFFERENCES))
    entered = selectors.entered_by_subject(conference).get(subject_key, 0)
    next_slot = selectors.any_free_slot(conference, subject_key) if entered < row.counted else None
    return Entered(entered, row.counted, next_slot)


def file_entry_log(*, actor: User, conference: Conference) -> Paper | Refused:
    """Number and file the entry log: totals by subject. Refused: ``not_all_entered``."""
    document = entry_log_document(conference=conference)
    if isinstance(document, Refused):
        return document
    return archive.file_paper(
        document=document,
        kind="entry_log",
        unit_key=conference.unit.key,
        conference_key=conference.key,
        actor=actor,
    )


def entry_log_document(*, conference: Conference) -> Document | Refused:
    """Return the log as a paper, without an order of sheets. Refused: ``not_all_entered``."""
    rows = selectors.desk(conference)
    if not rows or not selectors.is_complete(rows):
        return refusals.NOT_ALL_ENTERED
    logs = selectors.entry_logs(conference)
    scanned = selectors.scanned_batches(conference)
    first, second = selectors.typists(conference)
    printed = PrintedLog(
        letterhead=conferences.letterhead_of(conference),
        conference=conferences.printed_conference(conference),
        first_typist=Person(first),
        second_typist=Person(second),
        totals=tuple(_totals(row, logs.get(row.key), scanned) for row in rows),
        invalid_reasons=(
            (
                "Không có dấu của cơ quan chủ trì",
                sum(log.invalid_no_stamp for log in logs.values()) + sum(one.no_stamp for one in scanned),
            ),
            (
                "Để trống hoàn toàn",
                sum(log.invalid_blank for log in logs.values()) + sum(one.blank for one in scanned),
            ),
        ),
        scanned=_scanned(scanned),
        third_verifier=Person(selectors.third_verifier(conference)) if scanned else None,
        rule_set=conferences.rule_set_of(conference),
    )
    return entry_log(printed)


def _open_desk(conference: Conference, subject_key: str) -> SubjectDesk | Refused:
    if conferences.state_of(conference) is not PollState.CLOSED:
        return refusals.NOT_CLOSED
    return selectors.desk_of(conference, subject_key) or refusals.UNKNOWN_SUBJECT


def _put(conference: Conference, subject_key: str, slot_key: bytes, envelope: bytes) -> PollState | Refused:
    poll = conferences.poll_of(conference)
    if poll is None or len(slot_key) != 32:
        return refusals.MALFORMED
    store = conferences.urn_store()
    return polls.put_paper(
        store, poll=poll.poll_key, subject=subject_key, slot_key=slot_key, envelope=envelope
    )


def _add_totals(log: EntryLog, invalid: InvalidReason | None, differences: int) -> None:
    log.differences = F("differences") + differences
    fields = ["differences"]
    if invalid is not None:
        field = f"invalid_{invalid.value}"
        setattr(log, field, F(field) + 1)
        fields.append(field)
    log.save(update_fields=fields)


def _totals(row: SubjectDesk, log: EntryLog | None, scanned: Sequence[ScannedBatch]) -> EntryTotals:
    own = [one for one in scanned if one.subject_key == row.key]
    differing = (log.differences if log else 0) + sum(one.differences for one in own)
    by_hand = log.invalid_no_stamp + log.invalid_blank if log else 0
    return EntryTotals(
        subject=row.name,
        counted=row.counted or 0,
        entered=row.entered,
        invalid=by_hand + sum(one.no_stamp + one.blank for one in own),
        differing=differing,
        settled=differing,
    )


def _scanned(scanned: Sequence[ScannedBatch]) -> ScannedTotals | None:
    if not scanned:
        return None
    return ScannedTotals(
        sheets=sum(one.sheets for one in scanned),
        rows_read=sum(one.rows_read for one in scanned),
        rows_shown=sum(one.rows_shown for one in scanned),
        audited=sum(one.audited for one in scanned),
        audit_wrong=sum(one.audit_wrong for one in scanned),
    )
