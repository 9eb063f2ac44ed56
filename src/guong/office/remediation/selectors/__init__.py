"""Reads of the room: one plan as somebody may see it, and the board over all heads."""

from guong.office.remediation.selectors.board import (
    Board,
    BoardLine,
    board,
    line_of,
    own_lines,
    plans_waiting,
)
from guong.office.remediation.selectors.compared import Comparison, compared
from guong.office.remediation.selectors.papers import plan_document, plan_form, reminder
from guong.office.remediation.selectors.personal import held_in_plans
from guong.office.remediation.selectors.places import (
    file_of,
    item_of,
    item_texts,
    may_file_on_paper,
    place_of,
)
from guong.office.remediation.selectors.proposing import Proposed, form_of, proposed
from guong.office.remediation.selectors.standings import HeadStanding, board_among, standings_of

__all__ = [
    "Board",
    "BoardLine",
    "Comparison",
    "HeadStanding",
    "Proposed",
    "board",
    "board_among",
    "compared",
    "file_of",
    "form_of",
    "held_in_plans",
    "item_of",
    "item_texts",
    "line_of",
    "may_file_on_paper",
    "own_lines",
    "place_of",
    "plan_document",
    "plan_form",
    "plans_waiting",
    "proposed",
    "reminder",
    "standings_of",
]
