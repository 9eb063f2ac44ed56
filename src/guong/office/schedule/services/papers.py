"""Filing the papers of a round and of its conferences, and keeping what they say beyond the register."""

from datetime import date
from typing import Any

from django.db import transaction

from guong.core.documents.model import Document
from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.conferences import refusals as conference_refusals
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.office.journal import services as journal
from guong.office.papers import services as archive
from guong.office.papers.models import Paper
from guong.office.papers.outcomes import Tell, silent
from guong.office.plans.models import Round
from guong.office.schedule.models import PaperTerms
from guong.office.schedule.paperwork import refusals
from guong.office.schedule.paperwork.catalogue import MINUTES, ROUND_PAPERS, conference_papers
from guong.office.schedule.paperwork.ground import ground_for, ground_of
from guong.office.schedule.paperwork.of_conference import Absent, chair_script, conference_minutes
from guong.office.schedule.paperwork.of_day import run_sheet
from guong.office.schedule.selectors import row_of, rows_of, today_of
from guong.office.schedule.services.photographs import printed_photographs


def file_round_paper(*, actor: User, of_round: Round, kind: str, day: date) -> Paper | Refused:
    """Number and file one paper of a round, dated ``day``. Refused: ``unknown_paper`` and what keeps it from being made."""
    entry = next((one for one in ROUND_PAPERS if one.kind == kind), None)
    if entry is None:
        return refusals.UNKNOWN_PAPER
    rows = rows_of(conferences.conferences_of_round(of_round))
    document = entry.build(ground_of(of_round), rows, day)
    if isinstance(document, Refused):
        return document
    return archive.file_paper(
        document=document,
        kind=kind,
        unit_key=of_round.plan.body.key,
        conference_key=of_round.key,
        actor=actor,
        symbol=entry.symbol,
        formats=entry.formats,
    )


def file_conference_paper(*, actor: User, conference: Conference, kind: str, day: date) -> Paper | Refused:
    """Number and file an invitation, the programme, or the notice of a cancelled one. Refused: as `file_round_paper`."""
    row = row_of(conference)
    entry = next((one for one in conference_papers(row) if one.kind == kind), None)
    if entry is None:
        return refusals.UNKNOWN_PAPER
    return _filed(actor, conference, kind, entry.build(ground_for(conference), row, day), symbol=entry.symbol)


def file_minutes(
    *,
    actor: User,
    conference: Conference,
    day: date,
    absent: Absent,
    tell: Tell = silent,
) -> Paper | Refused:
    """Number and file the minutes of a conference with its incidents and photographs; ``tell`` hears each format.

    Refused: ``not_over``, ``over_too_early``, ``absences``.
    """
    document = conference_minutes(
        ground_for(conference),
        row_of(conference),
        day,
        absent=absent,
        photographs=printed_photographs(conference=conference),
    )
    return _filed(actor, conference, MINUTES, document, tell=tell)


def draft_script(*, conference: Conference, day: date) -> bytes | Refused:
    """Return the chair's words as PDF, without filing. Refused: ``cancelled``, ``no_roll``, ``no_board``, ``subject_leads``."""
    if conferences.is_cancelled(conference):
        return conference_refusals.CANCELLED
    document = chair_script(ground_for(conference), row_of(conference), day)
    return document if isinstance(document, Refused) else archive.draft(document=document)


def draft_run_sheet(*, user: User, day: date) -> bytes | Refused:
    """Return the sheet of a day within the officer's units as PDF, without filing; rehearsals are left out.

    Refused: ``no_conferences``, ``too_many_today``, ``nobody_sent``, ``officer_at_once``.
    """
    rows = today_of(user=user, day=day).rows
    if not rows:
        return refusals.NO_CONFERENCES_TODAY
    document = run_sheet(ground_for(rows[0].conference), rows, day)
    return document if isinstance(document, Refused) else archive.draft(document=document)


@transaction.atomic
def write_terms(*, actor: User, of_round: Round, values: dict[str, Any]) -> PaperTerms:
    """Keep who signs, where lists go and until when. ``values``: the fields of `models.PaperTerms`."""
    terms, _ = PaperTerms.objects.update_or_create(round=of_round, defaults=values)
    text = f"Ghi người ký, thời hạn của giấy tờ: {of_round.name}."
    journal.record(actor=actor, act="schedule.terms", unit_key=of_round.plan.body.key, text=text)
    return terms


def _filed(
    actor: User,
    conference: Conference,
    kind: str,
    document: Document | Refused,
    *,
    symbol: str = "",
    tell: Tell = silent,
) -> Paper | Refused:
    if isinstance(document, Refused):
        return document
    return archive.file_paper(
        document=document,
        kind=kind,
        unit_key=conference.unit.key,
        conference_key=conference.key,
        actor=actor,
        symbol=symbol,
        tell=tell,
    )
