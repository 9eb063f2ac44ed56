"""What the room tells: draws of the rounds in an officer's scope, their frame, lots and result."""

from guong.office.draws.selectors.boards import board_of, candidates, facts_of, people_of
from guong.office.draws.selectors.frames import (
    code_of,
    frame_of,
    frozen_frame,
    level_now,
    lots_of,
    school_names,
)
from guong.office.draws.selectors.lists import eligibility_of, rounds_to_draw
from guong.office.draws.selectors.results import (
    FINISHED,
    DrawnSchool,
    draw_records_of,
    drawn_schools,
    held_on,
    minutes_named,
    papers_of,
    replaced_units,
    reserves,
    result_of,
    standing_keys,
    standing_of,
    swap_of,
    waiting_keys,
)
from guong.office.draws.selectors.scope import (
    draw_in_scope,
    draw_of,
    draw_on_screen,
    draws_in_scope,
    screen_code,
)

__all__ = [
    "FINISHED",
    "DrawnSchool",
    "board_of",
    "candidates",
    "code_of",
    "draw_in_scope",
    "draw_of",
    "draw_on_screen",
    "draw_records_of",
    "drawn_schools",
    "draws_in_scope",
    "eligibility_of",
    "facts_of",
    "frame_of",
    "frozen_frame",
    "held_on",
    "level_now",
    "lots_of",
    "minutes_named",
    "papers_of",
    "people_of",
    "replaced_units",
    "reserves",
    "result_of",
    "rounds_to_draw",
    "school_names",
    "screen_code",
    "standing_keys",
    "standing_of",
    "swap_of",
    "waiting_keys",
]
