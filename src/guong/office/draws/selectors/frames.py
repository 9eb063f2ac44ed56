"""The frame of a draw, and how far it was drawn."""

from datetime import date

from guong.core.draw import Frame, Terms, frame_code, propose_frame, read_frame
from guong.core.outcome import Refused
from guong.office.draws.models import DrawLevel, LotDraw
from guong.office.plans import selectors as plans
from guong.office.registry import selectors as registry


def frame_of(draw: LotDraw) -> Frame | Refused:
    """Return the frozen frame or, before that, what register and plan give now (a level may still be too small).

    Refused: as `core.draw.propose_frame`.
    """
    if draw.frame:
        days = {unit: date.fromisoformat(day) for unit, day in draw.eligible_on.items()}
        return read_frame(bytes(draw.frame), eligible_on=days)
    plan, reference = draw.round.plan, draw.round.reference_date
    rules = plans.rules_of(plan)
    terms = Terms(
        draw.key, plan.number, reference, rules.draw_method, rules.drawn_levels, rules.months_in_post
    )
    levels = {level.key for level in terms.levels} | {None}
    schools = registry.schools_for_draw(body=plan.body, on=reference)
    return propose_frame(terms, [school for school in schools if school.level in levels])


def frozen_frame(draw: LotDraw) -> Frame:
    """Return the frame of a draw that was frozen. Raises ValueError for another."""
    frame = frame_of(draw)
    if not draw.frame or isinstance(frame, Refused):
        raise ValueError("the frame of this draw isn't frozen")
    return frame


def code_of(draw: LotDraw) -> str:
    """Return the code of a frozen list, read aloud before the first lot. Raises ValueError for another."""
    return frame_code(frozen_frame(draw))


def lots_of(draw: LotDraw) -> dict[str, list[str]]:
    """Return the unit keys drawn so far by level key, in the order in which they left the box."""
    return {level.key: [lot.unit_key for lot in level.lots.all()] for level in draw.levels.all()}


def level_now(draw: LotDraw) -> DrawLevel | None:
    """Return the level that is being drawn, the first that isn't closed; None where all are."""
    return next((level for level in draw.levels.all() if not level.closed), None)


def school_names(frame: Frame) -> dict[str, str]:
    """Return unit key -> name of every school of a frame, those left out included."""
    left_out = [*frame.without_level, *(entry for level in frame.levels for entry in level.excluded)]
    return {entry.unit: entry.name for entry in left_out} | {
        entry.unit: entry.name for level in frame.levels for entry in level.units
    }
