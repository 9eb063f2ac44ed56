"""Thăm: one lot for each eligible school, all alike, to be cut, folded twice and drawn from a box (DESIGN §8)."""

from collections.abc import Sequence
from dataclasses import dataclass

from guong.paper.sheets import typeset

LOTS_A_PAGE = 10


@dataclass(frozen=True)
class LotBox:
    """The lots of one level, which has a box of its own: its printed name, and the names of its schools."""

    level: str
    schools: tuple[str, ...]


def lot_sheet_pdf(boxes: Sequence[LotBox], *, plan: str) -> bytes:
    """Return A4 pages of ten lots with cut and fold lines; every level begins a new page.

    A lot bears the school's name, its level and the plan's number, no serial; folded twice it shows blank paper on
    all sides. Raises ValueError where a level has no school.
    """
    if not boxes or any(not box.schools for box in boxes):
        raise ValueError("no lots to print")
    data = {"plan": plan, "boxes": [{"level": box.level, "schools": list(box.schools)} for box in boxes]}
    return typeset("lots", data)
