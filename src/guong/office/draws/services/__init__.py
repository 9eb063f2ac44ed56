"""The writes of this room: its only door for changing anything."""

from guong.office.draws.services.after import file_minutes, file_notice, replace_by_reserve
from guong.office.draws.services.drawing import (
    begin_draw,
    close_level,
    draw_computed,
    enter_lot,
    finish_draw,
    take_back_lot,
)
from guong.office.draws.services.preparing import (
    confirm_lots_printed,
    freeze_frame_of,
    name_people,
    propose_draw,
    void_draw,
)

__all__ = [
    "begin_draw",
    "close_level",
    "confirm_lots_printed",
    "draw_computed",
    "enter_lot",
    "file_minutes",
    "file_notice",
    "finish_draw",
    "freeze_frame_of",
    "name_people",
    "propose_draw",
    "replace_by_reserve",
    "take_back_lot",
    "void_draw",
]
