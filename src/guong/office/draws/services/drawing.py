"""In the room: the code is read, lots are entered as they are drawn, or computed, and the draw ends."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from guong.core.draw import Method, check_lot, draw_by_numbers, frame_code
from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.draws import refusals, selectors
from guong.office.draws.details import Contribution
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

_NEEDED = {PersonRole.CHAIR, PersonRole.CLERK, PersonRole.WITNESS}


@transaction.atomic
def begin_draw(
    *,
    actor: User,
    draw: LotDraw,
    version: int,
    code_read: bool,
    lots_counted: bool,
    at: datetime | None = None,
) -> LotDraw | Refused:
    """Begin to draw: the code of the list was read aloud, and the lots were counted into their boxes.

    Refused: ``not_frozen``, ``not_now``, ``people_missing``, ``not_printed``, ``code_not_read``, ``lots_not_counted`` (the
    two about lots only where paper lots are drawn), ``changed_meanwhile``.
    """
    refused = _refusal(draw, version, DrawState.FROZEN) or _unprepared(draw)
    if refused is not None:
        return refused
    if not code_read:
        return refusals.CODE_NOT_READ
    frame = selectors.frozen_frame(draw)
    if frame.terms.method is Method.CUSTOM and not lots_counted:
        return refusals.LOTS_NOT_COUNTED
    if not take_version(draw, version):
        return refusals.CHANGED_MEANWHILE
    draw.state, draw.began_at = DrawState.DRAWING, at or timezone.now()
    draw.save(update_fields=["state", "began_at"])
    note(
        actor,
        draw,
        "draws.begun",
        f"Bắt đầu gắp thăm, đã đọc mã danh sách {frame_code(frame)}",
    )
    return draw


@transaction.atomic
def enter_lot(*, actor: User, draw: LotDraw, version: int, unit_key: str) -> Lot | Refused:
    """Enter the lot just drawn, as the next one of the level that is being drawn.

    Refused: ``not_begun`` and as `begin_draw`, ``no_lot``, ``levels_done`` where every level is closed,
    ``changed_meanwhile``, and what `core.draw.check_lot` refuses.
    """
    refused = _refusal(draw, version, DrawState.DRAWING)
    if refused is not None:
        return refused
    if not unit_key:
        return refusals.NO_LOT
    level, frame = selectors.level_now(draw), selectors.frozen_frame(draw)
    if level is None or frame.terms.method is not Method.CUSTOM:
        return refusals.NOT_NOW
    drawn = selectors.lots_of(draw)[level.key]
    refused = check_lot(frame, level.key, drawn, unit_key)
    if refused is not None:
        return refused
    if not take_version(draw, version):
        return refusals.CHANGED_MEANWHILE
    return Lot.objects.create(level=level, place=len(drawn) + 1, unit_key=unit_key)


@transaction.atomic
def take_back_lot(*, actor: User, draw: LotDraw, version: int) -> Correction | Refused:
    """Take back the lot entered last at the level that is being drawn; it stays known and stands in the minutes.

    Refused: as `enter_lot`, ``nothing_to_take_back``.
    """
    refused = _refusal(draw, version, DrawState.DRAWING)
    if refused is not None:
        return refused
    level = selectors.level_now(draw)
    last = level.lots.last() if level is not None else None
    if level is None or last is None:
        return refusals.NOTHING_TO_TAKE_BACK
    if not take_version(draw, version):
        return refusals.CHANGED_MEANWHILE
    last.delete()
    name = selectors.school_names(selectors.frozen_frame(draw))[last.unit_key]
    text = f"Sửa thăm thứ {last.place}, cấp {level.name}: bỏ {name} do ghi nhầm"
    note(actor, draw, "draws.lot_taken_back", text)
    return Correction.objects.create(level=level, place=last.place, unit_key=last.unit_key)


@transaction.atomic
def close_level(*, actor: User, draw: LotDraw, version: int) -> DrawLevel | Refused:
    """Confirm the lots of the level that is being drawn, after they were read back.

    Refused: as `enter_lot`, ``level_not_full``.
    """
    refused = _refusal(draw, version, DrawState.DRAWING)
    if refused is not None:
        return refused
    level = selectors.level_now(draw)
    if level is None:
        return refusals.NOT_NOW
    drawn = selectors.lots_of(draw)[level.key]
    if len(drawn) != level.to_draw + level.reserves:
        return refusals.LEVEL_NOT_FULL
    if not take_version(draw, version):
        return refusals.CHANGED_MEANWHILE
    level.closed = True
    level.save(update_fields=["closed"])
    note(actor, draw, "draws.level_closed", f"Gắp xong cấp {level.name}: {', '.join(drawn)}")
    return level


@transaction.atomic
def draw_computed(
    *, actor: User, draw: LotDraw, version: int, contributions: Sequence[Contribution], laid_down: bool
) -> LotDraw | Refused:
    """Compute every level's lots from the lines that lay on the table, in their order there.

    Refused: as `enter_lot`, ``not_laid_down``, ``person_twice``, and what `core.draw.draw_by_numbers` refuses.
    """
    refused = _refusal(draw, version, DrawState.DRAWING)
    if refused is not None:
        return refused
    frame = selectors.frozen_frame(draw)
    if draw.contributions or frame.terms.method is not Method.COMPUTED:
        return refusals.NOT_NOW
    if not laid_down:
        return refusals.NOT_LAID_DOWN
    if len({(given.full_name, given.post) for given in contributions}) != len(contributions):
        return refusals.PERSON_TWICE
    result = draw_by_numbers(frame, [given.words for given in contributions])
    if isinstance(result, Refused):
        return result
    if not take_version(draw, version):
        return refusals.CHANGED_MEANWHILE
    draw.contributions = list(result.contributions)
    draw.save(update_fields=["contributions"])
    draw.people.filter(role=PersonRole.HAND).delete()
    DrawPerson.objects.bulk_create(
        DrawPerson(draw=draw, role=PersonRole.HAND, full_name=given.full_name, post=given.post)
        for given in contributions
    )
    for level, lots in zip(draw.levels.all(), result.levels, strict=True):
        units = enumerate((*lots.drawn, *lots.reserves), 1)
        Lot.objects.bulk_create(Lot(level=level, place=place, unit_key=unit) for place, unit in units)
    draw.levels.update(closed=True)
    note(actor, draw, "draws.computed", f"Tính thứ tự thăm từ {len(contributions)} dòng chữ ngẫu nhiên")
    return draw


@transaction.atomic
def finish_draw(
    *, actor: User, draw: LotDraw, version: int, remarks: str = "", at: datetime | None = None
) -> LotDraw | Refused:
    """End the draw; ``remarks`` are lines for the minutes.

    Refused: as `enter_lot`, ``levels_open``, ``changed_meanwhile``.
    """
    refused = _refusal(draw, version, DrawState.DRAWING)
    if refused is not None:
        return refused
    if selectors.level_now(draw) is not None:
        return refusals.LEVELS_OPEN
    if not take_version(draw, version):
        return refusals.CHANGED_MEANWHILE
    draw.state, draw.ended_at, draw.remarks = DrawState.DRAWN, at or timezone.now(), remarks.strip()
    draw.save(update_fields=["state", "ended_at", "remarks"])
    note(actor, draw, "draws.finished", "Kết thúc gắp thăm")
    return draw


def _refusal(draw: LotDraw, version: int, wanted: DrawState) -> Refused | None:
    if draw.state == wanted:
        return None if draw.version == version else refusals.CHANGED_MEANWHILE
    if draw.state == DrawState.CHECKING:
        return refusals.NOT_FROZEN
    return refusals.NOT_BEGUN if draw.state == DrawState.FROZEN else refusals.NOT_NOW


def _unprepared(draw: LotDraw) -> Refused | None:
    roles = {person.role for person in draw.people.all()}
    by_hand = selectors.frozen_frame(draw).terms.method is Method.CUSTOM
    if not draw.place or not (_NEEDED | {PersonRole.HAND} if by_hand else _NEEDED) <= roles:
        return refusals.PEOPLE_MISSING
    if by_hand and not draw.lots_printed:
        return refusals.NOT_PRINTED
    return None
