"""The desk's side of scanning: the order that goes to the station, the sealed batch that comes back (decision 0029)."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import fields

from django.db import transaction

from guong.ballots import polls
from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.core.secrecy import envelope as envelopes
from guong.core.secrecy.paper_files import BadScanFile, BatchTotals, ScanOrder, SealedBatch
from guong.core.wording import in_digits
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.office.journal import services as journal
from guong.office.paperdesk import refusals, selectors
from guong.office.paperdesk.models import EntryLog, ScannedBatch
from guong.office.paperdesk.outcomes import Entered, SubjectDesk


@transaction.atomic
def name_third_verifier(*, conference: Conference, name: str) -> str | Refused:
    """Name the third who looks where the two differ; like them from outside the unit, and not one of them.

    Refused: ``three_verifiers``, ``of_the_unit``.
    """
    plain = name.strip()
    two = selectors.typists(conference)
    if not plain or not all(two) or plain in two:
        return refusals.THREE_VERIFIERS
    if plain in conferences.names_of_unit(conference):
        return refusals.OF_THE_UNIT
    EntryLog.objects.filter(conference=conference).update(third_verifier=plain)
    return plain


def scan_order(*, conference: Conference, subject_key: str) -> ScanOrder | Refused:
    """Return the order for the sheets that are still to be entered: as many free slots, drawn by lot.

    Refused: ``not_closed``, ``unknown_subject``, ``not_counted``, ``all_entered``, ``three_verifiers``.
    """
    row = _counted_desk(conference, subject_key)
    if isinstance(row, Refused):
        return row
    counted, third = row.counted or 0, selectors.third_verifier(conference)
    definition = conferences.definition_of(conference)
    if row.is_complete:
        return refusals.ALL_ENTERED
    if not third or definition is None:
        return refusals.THREE_VERIFIERS
    free = selectors.free_slots(conference, subject_key)
    return ScanOrder(
        definition=definition,
        questionnaire=conferences.form_of(conference),
        subject=subject_key,
        verifiers=(*selectors.typists(conference), third),
        slots=tuple(sorted(secrets.SystemRandom().sample(free, counted - row.entered))),
    )


def put_batch(*, actor: User, conference: Conference, subject_key: str, raw: bytes) -> Entered | Refused:
    """Put a sealed batch into the urn, all of it or nothing; the same batch counts once, under whatever slots.

    The batch is written down before the urn is touched, so that after a crash in the middle only the same file
    completes it. Refused: ``bad_batch``, ``other_batch``, ``batch_twice``, ``batch_unfinished``, ``slots_taken``,
    ``all_entered``, what `scan_order` refuses of the desk, and the urn's.
    """
    try:
        batch = SealedBatch.from_bytes(raw)
    except BadScanFile:
        return refusals.BAD_BATCH
    row = _counted_desk(conference, subject_key)
    if isinstance(row, Refused):
        return row
    refused = _wrong(conference, row, batch) or _taken_before(batch) or _taken_slots(conference, row, batch)
    if refused is not None:
        return refused
    _note(conference, batch)
    _put(conference, batch, batch.sheets)
    return _finish(actor, conference, batch, row)


def _wrong(conference: Conference, row: SubjectDesk, batch: SealedBatch) -> Refused | None:
    """Refuse another poll's or subject's batch, and one of which a single sheet isn't sealed by a registered station."""
    definition = conferences.definition_of(conference)
    if definition is None or (batch.poll, batch.subject) != (definition.poll, row.key):
        return refusals.OTHER_BATCH
    size = envelopes.envelope_size(len(definition.subjects))
    for slot, sealed in batch.sheets:
        signed = (envelopes.is_signed_by(definition, slot, sealed, key) for key in definition.station_keys)
        if len(sealed) != size or not any(signed):
            return refusals.BAD_BATCH
    return None


def _taken_before(batch: SealedBatch) -> Refused | None:
    known = ScannedBatch.objects.filter(key=batch.key).first()
    if known is None or known.unfinished_digest == _digest(batch):
        return None
    return refusals.BATCH_UNFINISHED if known.unfinished_digest else refusals.BATCH_TWICE


def _taken_slots(conference: Conference, row: SubjectDesk, batch: SealedBatch) -> Refused | None:
    """Refuse where other sheets lie in the slots, or more sheets would lie there than were counted.

    What an earlier try of this file left behind is put once more, which changes nothing.
    """
    free = set(selectors.free_slots(conference, row.key))
    behind = tuple(sheet for sheet in batch.sheets if sheet[0] not in free)
    if row.entered + len(batch.sheets) - len(behind) > (row.counted or 0):
        return refusals.ALL_ENTERED
    return refusals.SLOTS_TAKEN if _put(conference, batch, behind) else None


def _put(conference: Conference, batch: SealedBatch, sheets: Sequence[tuple[bytes, bytes]]) -> Refused | None:
    store = conferences.urn_store()
    for slot, sealed in sheets:
        outcome = polls.put_paper(
            store, poll=batch.poll, subject=batch.subject, slot_key=slot, envelope=sealed
        )
        if isinstance(outcome, Refused):
            return outcome
    return None


def _note(conference: Conference, batch: SealedBatch) -> None:
    totals = {field.name: getattr(batch.totals, field.name) for field in fields(BatchTotals)}
    ScannedBatch.objects.get_or_create(
        key=batch.key,
        defaults={
            "conference": conference,
            "subject_key": batch.subject,
            "sheets": len(batch.sheets),
            "unfinished_digest": _digest(batch),
            **totals,
        },
    )


@transaction.atomic
def _finish(actor: User, conference: Conference, batch: SealedBatch, row: SubjectDesk) -> Entered:
    ScannedBatch.objects.filter(key=batch.key).update(unfinished_digest="")
    sheets = in_digits(len(batch.sheets))
    text = f"Nạp {sheets} phiếu giấy đã quét góp ý đồng chí {row.name}: {conference.title}."
    journal.record(actor=actor, act="paperdesk.scanned", unit_key=conference.unit.key, text=text)
    entered = selectors.entered_by_subject(conference).get(row.key, 0)
    return Entered(entered, row.counted or 0, None)


def _digest(batch: SealedBatch) -> str:
    return hashlib.sha256(batch.raw).hexdigest()


def _counted_desk(conference: Conference, subject_key: str) -> SubjectDesk | Refused:
    if conferences.state_of(conference) is not PollState.CLOSED:
        return refusals.NOT_CLOSED
    row = selectors.desk_of(conference, subject_key)
    if row is None:
        return refusals.UNKNOWN_SUBJECT
    return row if row.counted is not None else refusals.NOT_COUNTED
