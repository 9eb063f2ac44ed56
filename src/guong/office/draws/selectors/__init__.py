"""What the room tells: draws of the rounds in an officer's scope, their frame, lots and result."""

from guong.office.draws.selectors.frames import (
    frame_of,
    frozen_frame,
    level_now,
    lots_of,
    school_names,
)
from guong.office.draws.selectors.results import (
    FINISHED,
    DrawnSchool,
    draw_records_of,
    drawn_schools,
    held_on,
    reserves,
    result_of,
)
from guong.office.draws.selectors.scope import draw_in_scope, draw_of, draws_in_scope

__all__ = [
    "FINISHED",
    "DrawnSchool",
    "draw_in_scope",
    "draw_of",
    "draw_records_of",
    "drawn_schools",
    "draws_in_scope",
    "frame_of",
    "frozen_frame",
    "held_on",
    "level_now",
    "lots_of",
    "reserves",
    "result_of",
    "school_names",
]
