"""The papers of a cancelled conference: the notice to those concerned, the minutes of its slips (decision 0012)."""

from datetime import date

from guong.core.documents import cancellation_notice as notices
from guong.core.documents import slip_destruction_minutes as slips
from guong.core.documents.model import Document
from guong.core.documents.parties import Person
from guong.core.outcome import Refused
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Cancellation, Conference
from guong.office.draws import selectors as draws
from guong.office.schedule.details import SlipsGone
from guong.office.schedule.paperwork import refusals
from guong.office.schedule.paperwork.ground import Ground, subjects_of
from guong.office.schedule.rows import Row

NOTICE, SLIPS = "cancellation_notice", "slip_destruction"
_COPIES = 2


def notice(ground: Ground, row: Row, day: date) -> Document | Refused:
    """Return the notice. Refused: ``not_cancelled``, ``before_cancellation``."""
    found = _cancellation(row, day)
    if isinstance(found, Refused):
        return found
    conference = row.conference
    filed = sorted(row.papers, key=lambda paper: (paper.year, paper.number))
    held = [paper for paper in filed if paper.kind not in (NOTICE, SLIPS)]
    return notices.cancellation_notice(
        notices.CancellationNotice(
            letterhead=ground.letterhead(day),
            plan=ground.plan_phrase,
            conference=conferences.printed_conference(conference),
            subjects=tuple(person.printed for person in subjects_of(conference)),
            cancelled_on=found.cancelled_on,
            reason=found.reason,
            decided_by=found.decided_by,
            signature=ground.signature,
            rule_set=ground.rules.printed,
            instead=instead_of(conference),
            papers=tuple(paper.printed_number for paper in held),
            has_slips=hasattr(conference, "poll"),
            send_slips_to=ground.terms.send_to,
            recipients=(
                f"{conference.unit.name},",
                "Người được mời, được cử, tổ kiểm phiếu,",
                f"{ground.decider} (để báo cáo),",
                "Lưu.",
            ),
        )
    )


def slip_minutes(ground: Ground, row: Row, said: SlipsGone) -> Document | Refused:
    """Return the minutes of the slips' end.

    Refused: ``not_cancelled``, ``before_cancellation``, ``slips_counts``, ``slips_missing`` without a remark, ``slips_people``.
    """
    found = _cancellation(row, said.day)
    if isinstance(found, Refused):
        return found
    refusal = _counts_refusal(said)
    if refusal is not None:
        return refusal
    return slips.slip_destruction_minutes(
        slips.SlipDestructionMinutes(
            letterhead=ground.letterhead(said.day),
            conference=conferences.printed_conference(row.conference),
            cancelled_on=found.cancelled_on,
            reason=found.reason,
            place=said.place,
            made=said.made,
            collected=said.collected,
            envelopes=slips.KeyEnvelopes(said.envelopes),
            by=Person(said.by_name, said.by_post),
            witness=Person(said.witness_name, said.witness_post),
            copies=_COPIES,
            rule_set=ground.rules.printed,
            remark=said.remark,
            recipients=(f"{ground.decider} (để báo cáo),", "Lưu."),
        )
    )


def _cancellation(row: Row, day: date) -> Cancellation | Refused:
    if row.cancellation is None:
        return refusals.NOT_CANCELLED
    return refusals.BEFORE_CANCELLATION if day < row.cancellation.cancelled_on else row.cancellation


def _counts_refusal(said: SlipsGone) -> Refused | None:
    names = {said.by_name.strip().casefold(), said.witness_name.strip().casefold()}
    if "" in names or len(names) < 2 or not said.place.strip():
        return refusals.SLIPS_PEOPLE
    if said.collected > said.made:
        return refusals.SLIPS_COUNTS
    return refusals.SLIPS_MISSING if said.collected < said.made and not said.remark.strip() else None


def instead_of(conference: Conference) -> str:
    """Return the name of the school that a reserve's turn put in this one's place; empty where there is none."""
    of_round = conference.round
    found = draws.replaced_units(round=of_round).get(conference.unit.key) if of_round else None
    return found.name if found else ""
