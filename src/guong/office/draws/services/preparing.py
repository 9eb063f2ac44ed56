"""Before the first lot: frozen list, people, lots on paper, giving up."""

from collections.abc import Sequence

from django.db import IntegrityError, transaction

from guong.core.draw import Excluded, Frame, FrameLevel, frame_code, frame_record, frame_shortage
from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.draws import refusals, selectors
from guong.office.draws.details import Named
from guong.office.draws.models import (
    Correction,
    DrawLevel,
    DrawPerson,
    DrawState,
    Lot,
    LotDraw,
    PersonRole,
)
from guong.office.draws.noting import note
from guong.office.draws.versions import take_version
from guong.office.plans import selectors as plans
from guong.office.plans.models import Round

_BEFORE_DRAWING = (DrawState.CHECKING, DrawState.FROZEN)
# The kind of a round of schools, which is the key of their form (forms/questionnaires.yaml).
_SCHOOLS = "school_head"


@transaction.atomic
def propose_draw(*, actor: User, round: Round) -> LotDraw | Refused:
    """Begin the draw of a round of schools; numbers, method and months are those of the plan's rules.

    Its list is shown from the register until it is frozen. Refused: ``not_schools``, ``draw_exists``.
    """
    if round.kind != _SCHOOLS:
        return refusals.NOT_SCHOOLS
    if selectors.draw_of(round=round) is not None:
        return refusals.DRAW_EXISTS
    try:
        with transaction.atomic():
            draw = LotDraw.objects.create(round=round)
    except IntegrityError:  # another officer was faster
        return refusals.DRAW_EXISTS
    note(actor, draw, "draws.proposed", f"Lập danh sách gắp thăm cho đợt “{round.name}”")
    return draw


@transaction.atomic
def freeze_frame_of(*, actor: User, draw: LotDraw, version: int, code: str) -> LotDraw | Refused:
    """Freeze the list that the officer saw; ``code`` is the one that stood on the page.

    Refused: ``not_now``, ``plan_not_issued``, ``frame_too_small`` and other refusals of `core.draw`, ``frame_changed`` where the register
    gives another list by now, ``changed_meanwhile``.
    """
    if draw.state != DrawState.CHECKING:
        return refusals.NOT_NOW
    if plans.last_edition(draw.round.plan) is None:
        return refusals.PLAN_NOT_ISSUED
    frame = selectors.frame_of(draw)
    refused = frame if isinstance(frame, Refused) else frame_shortage(frame)
    if refused is not None or isinstance(frame, Refused):
        return refused or refusals.NOT_NOW
    if frame_code(frame) != code:
        return refusals.FRAME_CHANGED
    if not take_version(draw, version):
        return refusals.CHANGED_MEANWHILE
    draw.frame, draw.eligible_on = frame_record(frame), _days(frame)
    draw.rules, draw.state = plans.rules_of(draw.round.plan).printed, DrawState.FROZEN
    draw.save(update_fields=["frame", "eligible_on", "rules", "state"])
    DrawLevel.objects.bulk_create(_row(draw, place, level) for place, level in enumerate(frame.levels, 1))
    eligible = sum(len(level.units) for level in frame.levels)
    text = f"Chốt danh sách gắp thăm {eligible} trường đủ điều kiện, {len(_excluded(frame))} trường bị loại, mã {code}"
    note(actor, draw, "draws.frozen", text)
    return draw


@transaction.atomic
def name_people(
    *, actor: User, draw: LotDraw, version: int, place: str, people: Sequence[Named]
) -> LotDraw | Refused:
    """Name all who are in the minutes, and the place; may be mended until the minutes are filed.

    Refused: ``not_now`` once filed or void, ``person_twice``, ``people_missing``, ``changed_meanwhile``.
    """
    if draw.state in (DrawState.MINUTED, DrawState.VOID):
        return refusals.NOT_NOW
    if len({(person.full_name, person.post) for person in people}) != len(people):
        return refusals.PERSON_TWICE
    if not place or not {PersonRole.CHAIR, PersonRole.CLERK, PersonRole.WITNESS} <= {
        person.role for person in people
    }:
        return refusals.PEOPLE_MISSING
    if not take_version(draw, version):
        return refusals.CHANGED_MEANWHILE
    draw.place = place
    draw.save(update_fields=["place"])
    kept = [] if not draw.contributions else list(draw.people.filter(role=PersonRole.HAND))
    draw.people.exclude(pk__in=[person.pk for person in kept]).delete()
    DrawPerson.objects.bulk_create(
        DrawPerson(draw=draw, role=person.role, full_name=person.full_name, post=person.post)
        for person in people
        if not (kept and person.role == PersonRole.HAND)
    )
    note(actor, draw, "draws.people", f"Ghi thành phần dự gắp thăm ({len(people)} người)")
    return draw


@transaction.atomic
def confirm_lots_printed(*, actor: User, draw: LotDraw, version: int) -> LotDraw | Refused:
    """Note that one lot for each eligible school was printed and cut. Refused: ``not_now``, ``changed_meanwhile``."""
    if draw.state != DrawState.FROZEN:
        return refusals.NOT_NOW
    if not take_version(draw, version):
        return refusals.CHANGED_MEANWHILE
    draw.lots_printed = True
    draw.save(update_fields=["lots_printed"])
    note(actor, draw, "draws.lots_printed", "Xác nhận đã in và cắt đủ thăm")
    return draw


@transaction.atomic
def void_draw(*, actor: User, draw: LotDraw, version: int, reason: str) -> LotDraw | Refused:
    """Give a draw up before its first lot, so that another can be prepared.

    Refused: ``first_lot_drawn`` from the first lot on, even if it was taken back; ``needs_reason``,
    ``changed_meanwhile``.
    """
    begun = (
        Lot.objects.filter(level__draw=draw).exists() or Correction.objects.filter(level__draw=draw).exists()
    )
    if begun or draw.state not in (*_BEFORE_DRAWING, DrawState.DRAWING):
        return refusals.FIRST_LOT_DRAWN
    if not reason.strip():
        return refusals.NEEDS_REASON
    if not take_version(draw, version):
        return refusals.CHANGED_MEANWHILE
    draw.state, draw.void_reason = DrawState.VOID, reason.strip()
    draw.save(update_fields=["state", "void_reason"])
    note(
        actor, draw, "draws.void", f"Huỷ lần gắp thăm trước khi gắp thăm đầu tiên; lý do: {draw.void_reason}"
    )
    return draw


def _row(draw: LotDraw, place: int, level: FrameLevel) -> DrawLevel:
    terms = level.terms
    return DrawLevel(
        draw=draw, place=place, key=terms.key, name=terms.name, to_draw=terms.to_draw, reserves=level.reserves
    )


def _excluded(frame: Frame) -> list[Excluded]:
    return [*frame.without_level, *(entry for level in frame.levels for entry in level.excluded)]


def _days(frame: Frame) -> dict[str, str]:
    return {entry.unit: entry.eligible_on.isoformat() for entry in _excluded(frame) if entry.eligible_on}
