"""Gắp thăm: which schools take part, drawn by lot from a frozen list (DESIGN §8, formats §13, seed 001 II.2)."""

from guong.core.draw.drawing import (
    LEAST_CONTRIBUTIONS,
    Draw,
    DrawnLevel,
    draw_by_hand,
    draw_by_numbers,
    lot_number,
)
from guong.core.draw.frame import (
    Excluded,
    Exclusion,
    Frame,
    FrameLevel,
    FrameUnit,
    LevelTerms,
    Method,
    School,
    Terms,
    freeze_frame,
)
from guong.core.draw.record import draw_record, frame_code

__all__ = [
    "LEAST_CONTRIBUTIONS",
    "Draw",
    "DrawnLevel",
    "Excluded",
    "Exclusion",
    "Frame",
    "FrameLevel",
    "FrameUnit",
    "LevelTerms",
    "Method",
    "School",
    "Terms",
    "draw_by_hand",
    "draw_by_numbers",
    "draw_record",
    "frame_code",
    "freeze_frame",
    "lot_number",
]
