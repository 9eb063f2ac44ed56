"""From settled answers to sealed envelopes: after this nobody needs pictures any more."""

import secrets
from dataclasses import dataclass

from guong.ceremony.scanning import refusals
from guong.ceremony.scanning.batch import Batch
from guong.ceremony.scanning.questions import Queue
from guong.ceremony.scanning.sheets import Sheet
from guong.core import ballot
from guong.core.ballot import Part
from guong.core.outcome import Refused
from guong.core.paper_batch import NO_STAMP, mark_of
from guong.core.secrecy import envelope, slips
from guong.core.secrecy.paper_files import BatchTotals, ScanOrder, SealedBatch


@dataclass(frozen=True)
class Ballots:
    """What is sealed of a batch: parts in an order drawn by lot, its totals, the key under which it counts once."""

    key: str
    parts: tuple[Part, ...]
    totals: BatchTotals


def ballots_of(batch: Batch, subject: str) -> Ballots:
    """Return the answers of a batch whose questions are all settled. An invalid sheet is an empty ballot (DESIGN §8)."""
    queue = batch.queue
    if queue is None or queue.turn is not None:
        raise ValueError("questions are open")
    kinds = [_part(batch, queue, sheet, subject) for sheet in batch.sheets]
    parts = [part for part, _ in kinds]
    batch.chance.shuffle(parts)
    audited = [question for question in queue.questions if question.machine is not None]
    totals = BatchTotals(
        no_stamp=sum(kind == "no_stamp" for _, kind in kinds),
        blank=sum(kind == "blank" for _, kind in kinds),
        rows_read=queue.rows_read,
        rows_shown=sum(
            question.item is not None and question.machine is None for question in queue.questions
        ),
        differences=sum(question.differs for question in queue.questions),
        audited=len(audited),
        audit_wrong=sum(question.settled != question.machine for question in audited),
    )
    return Ballots(secrets.token_hex(16), tuple(parts), totals)


def seal(ballots: Ballots, order: ScanOrder, card: str) -> SealedBatch | Refused:
    """Seal each ballot into a free slot of the order, with the key of the station's card.

    Refused: ``too_many`` where the order has fewer slots, ``wrong_card`` and what a mistyped card's code is refused with.
    """
    definition = order.definition
    ticket = slips.read_code(card, definition.poll, slips.STATION)
    if isinstance(ticket, Refused):
        return refusals.WRONG_CARD if ticket.reason == "other_poll" else ticket
    if slips.public_key(ticket, definition.poll, slips.STATION) not in definition.station_keys:
        return refusals.WRONG_CARD
    if len(ballots.parts) > len(order.slots):
        return refusals.too_many(len(order.slots))
    signer = slips.signing_key(ticket, definition.poll, slips.STATION)
    slots = secrets.SystemRandom().sample(order.slots, len(ballots.parts))
    sheets = []
    for slot, part in zip(slots, ballots.parts, strict=True):
        plaintext = ballot.encode(
            definition.poll, [part], order.questionnaire, subjects=len(definition.subjects)
        )
        sheets.append((slot, envelope.seal(definition, slot, plaintext, signer)))
    return SealedBatch(definition.poll, order.subject, ballots.key, tuple(sheets), ballots.totals)


def _part(batch: Batch, queue: Queue, sheet: Sheet, subject: str) -> tuple[Part, str]:
    """One sheet's answer, and whether it is valid."""
    said = queue.answers_of(sheet)
    read = {row.item: str(row.value) for row in sheet.front.reading.rows if row.value is not None}
    answers = read | {item: answer for item, answer in said.items() if item is not None}
    marks = "".join(mark_of(answers[item.key]) for item in batch.form.items)
    remarks = tuple(
        (name, sheet.notes[name]) for name in batch.form.remark_fields if sheet.notes and name in sheet.notes
    )
    empty = Part(subject, "0" * len(batch.form.items))
    if said[None] == NO_STAMP:
        return empty, "no_stamp"
    part = Part(subject, marks, remarks)
    return (empty, "blank") if part.is_empty else (part, "valid")
