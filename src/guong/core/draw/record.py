"""A draw as published bytes, and the code of its frame that is read aloud before the draw (formats §13)."""

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import Any

from guong.core import canonical, crockford
from guong.core.draw.drawing import Draw
from guong.core.draw.frame import Excluded, Frame, FrameLevel

_FRAME_FORMAT = "guong/draw-frame/v1"


def draw_record(draw: Draw, *, held_on: date) -> bytes:
    """Return the bytes of ``public/draws/KEY.json``: schools, reasons and lots, no person."""
    data = _frame(draw.frame) | {
        "format": "guong/draw/v1",
        "held_on": held_on.isoformat(),
        "contributions": list(draw.contributions),
    }
    for entry, level in zip(data["levels"], draw.levels, strict=True):
        entry |= {"drawn": list(level.drawn), "reserves": list(level.reserves)}
    return canonical.encode(data)


def frame_record(frame: Frame) -> bytes:
    """Return the bytes of a frozen frame before anything is drawn; `read_frame` reads them back."""
    return canonical.encode(_frame(frame) | {"format": _FRAME_FORMAT})


def frame_code(frame: Frame) -> str:
    """Return the mã danh sách gắp thăm: sixteen digits that fix frame, exclusions, numbers and method."""
    return crockford.sixteen_digits(hashlib.sha256(frame_record(frame)).digest())


def _frame(frame: Frame) -> dict[str, Any]:
    terms = frame.terms
    return {
        "draw": terms.key,
        "plan": terms.plan,
        "reference_date": terms.reference.isoformat(),
        "months_in_post": terms.months,
        "method": terms.method.value,
        "levels": [_level(level) for level in frame.levels],
        "without_level": _excluded(frame.without_level),
    }


def _level(level: FrameLevel) -> dict[str, Any]:
    return {
        "level": level.terms.key,
        "name": level.terms.name,
        "to_draw": level.terms.to_draw,
        "reserve_count": level.terms.reserves,
        "frame": [{"unit": entry.unit, "name": entry.name} for entry in level.units],
        "excluded": _excluded(level.excluded),
    }


def _excluded(entries: Sequence[Excluded]) -> list[dict[str, str]]:
    return [{"unit": entry.unit, "name": entry.name, "reason": entry.reason.value} for entry in entries]
