"""After the last lot: minutes, notice, a reserve in the place of a drawn school."""

import dataclasses

from django.db import transaction

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.draws import printing, refusals, selectors
from guong.office.draws.details import Decision, MinutesDetails, NoticeDetails
from guong.office.draws.models import DrawState, LotDraw, Replacement
from guong.office.draws.noting import note
from guong.office.draws.versions import take_version
from guong.office.papers import services as papers
from guong.office.papers.models import Paper

MINUTES, NOTICE, REPLACEMENT = "draw_minutes", "draw_notice", "draw_replacement"


@transaction.atomic
def file_minutes(*, actor: User, draw: LotDraw, version: int, details: MinutesDetails) -> Paper | Refused:
    """Number and file the minutes, once; names and remarks don't change afterwards.

    Refused: ``already_filed``, ``not_now`` before the draw ended, ``changed_meanwhile``.
    """
    if draw.minutes_key:
        return refusals.ALREADY_FILED
    if draw.state != DrawState.DRAWN:
        return refusals.NOT_NOW
    if not take_version(draw, version):
        return refusals.ALREADY_FILED if draw.minutes_key else refusals.CHANGED_MEANWHILE
    paper = papers.file_paper(
        document=printing.minutes_document(draw, details),
        kind=MINUTES,
        unit_key=draw.round.plan.body.key,
        actor=actor,
    )
    draw.state, draw.minutes_key = DrawState.MINUTED, paper.key
    draw.save(update_fields=["state", "minutes_key"])
    return paper


@transaction.atomic
def file_notice(*, actor: User, draw: LotDraw, version: int, details: NoticeDetails) -> Paper | Refused:
    """Number and file the notice of the result, once.

    Refused: ``already_filed``, ``not_minuted``, ``before_the_draw``, ``changed_meanwhile``.
    """
    if draw.notice_key:
        return refusals.ALREADY_FILED
    minutes = selectors.minutes_named(draw)
    if minutes is None:
        return refusals.NOT_MINUTED
    if details.day < selectors.held_on(draw):
        return refusals.BEFORE_THE_DRAW
    if not take_version(draw, version):
        return refusals.ALREADY_FILED if draw.notice_key else refusals.CHANGED_MEANWHILE
    paper = papers.file_paper(
        document=printing.notice_document(draw, details, minutes=minutes),
        kind=NOTICE,
        unit_key=draw.round.plan.body.key,
        actor=actor,
    )
    draw.notice_key = paper.key
    draw.save(update_fields=["notice_key"])
    return paper


@transaction.atomic
def replace_by_reserve(
    *, actor: User, draw: LotDraw, version: int, unit_key: str, decision: Decision
) -> Replacement | Refused:
    """Put the next reserve of the level in the place of a drawn school, and file the record of that decision.

    Reserves go strictly in the order of their lots; nothing is drawn again. A reserve that already took a place may be
    replaced like a drawn school. Refused: ``not_minuted``, ``needs_reason``, ``before_the_draw``, ``not_drawn``,
    ``no_reserve_left``, ``changed_meanwhile``.
    """
    minutes = selectors.minutes_named(draw)
    refused = refusals.NOT_MINUTED if minutes is None else _decision_refusal(draw, decision)
    if refused is not None or minutes is None:
        return refused or refusals.NOT_MINUTED
    swap = _swap(draw, unit_key)
    if isinstance(swap, Refused):
        return swap
    if not take_version(draw, version):
        return refusals.CHANGED_MEANWHILE
    level, reserve = swap
    row = Replacement.objects.create(
        level=draw.levels.get(key=level), out_key=unit_key, in_key=reserve, **dataclasses.asdict(decision)
    )
    paper = papers.file_paper(
        document=printing.replacement_document(draw, row, minutes=minutes),
        kind=REPLACEMENT,
        unit_key=draw.round.plan.body.key,
        actor=actor,
    )
    row.paper_key = paper.key
    row.save(update_fields=["paper_key"])
    names = selectors.school_names(selectors.frozen_frame(draw))
    why = f"lý do: {decision.reason}; {decision.decided_by} quyết định"
    note(
        actor, draw, "draws.replaced", f"Thay {names[unit_key]} bằng trường dự phòng {names[reserve]}; {why}"
    )
    return row


def _decision_refusal(draw: LotDraw, decision: Decision) -> Refused | None:
    if not decision.reason.strip() or not decision.decided_by.strip():
        return refusals.NEEDS_REASON
    return refusals.BEFORE_THE_DRAW if decision.decided_on < selectors.held_on(draw) else None


def _swap(draw: LotDraw, unit_key: str) -> tuple[str, str] | Refused:
    """Return the level of a drawn school and the reserve that comes next there."""
    level = next((key for unit, key, _ in selectors.standing_keys(draw) if unit == unit_key), None)
    if level is None:
        return refusals.NOT_DRAWN
    reserve = next((unit for unit, key, _ in selectors.waiting_keys(draw) if key == level), None)
    return refusals.NO_RESERVE_LEFT if reserve is None else (level, reserve)
