"""Gắp thăm: which schools take part, drawn by lot from a frozen list (DESIGN §8, formats §13, seed 001 II.2)."""

from guong.core.draw.drawing import (
    LEAST_CONTRIBUTIONS,
    Draw,
    DrawnLevel,
    check_lot,
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
    frame_shortage,
    freeze_frame,
    propose_frame,
)
from guong.core.draw.reading import read_frame
from guong.core.draw.record import draw_record, frame_code, frame_record

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
    "check_lot",
    "draw_by_hand",
    "draw_by_numbers",
    "draw_record",
    "frame_code",
    "frame_record",
    "frame_shortage",
    "freeze_frame",
    "lot_number",
    "propose_frame",
    "read_frame",
]
