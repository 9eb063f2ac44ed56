"""Sheets filled in by invented hands, with what each row truly says."""

from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

import numpy
import pypdfium2

from guong.core.questionnaire import official
from guong.paper import ballot_layout, ballot_sheet_pdf
from guong.paper.reading import Layout
from tests.paper import marks
from tests.paper.marks import PIXELS, Hand, Page, Pen

# How often each way of filling in a row is drawn, in thousandths; the rest are plain marks.
UNUSUAL = {
    "blank": 30,
    "double": 20,
    "filled": 10,
    "corrected": 20,
    "scribbled": 15,
    "struck": 10,
    "struck_alone": 5,
    "circled": 10,
    "outside": 12,
    "dotted": 10,
    "faint": 15,
    "specked": 20,
    "erased": 10,
    "celled": 5,
    "scribbled_alone": 5,
}
NOT_TO_BE_READ = frozenset(
    {"blank", "double", "filled", "struck_alone", "circled", "outside", "celled", "scribbled_alone"}
)


@dataclass(frozen=True)
class Truth:
    """How a row was filled in and the value it means; None where only a person may say."""

    way: str
    value: int | None


@cache
def layout(key: str = "school_head") -> Layout:
    """The layout of an official form."""
    return Layout.from_bytes(ballot_layout(official(key).raw))


@cache
def printed(key: str = "school_head", side: int = 1) -> Page:
    """A side as printed, 12 pixels a millimetre."""
    pdf = ballot_sheet_pdf(official(key).raw, subject_line="Đ/c Vũ Thị Ngọc Hằng - Tiểu học Hoa Sen")
    page = pypdfium2.PdfDocument(pdf)[side - 1]
    drawn = numpy.asarray(page.render(scale=PIXELS * 25.4 / 72, grayscale=True).to_pil(), dtype=numpy.uint8)
    drawn.flags.writeable = False
    return drawn


def ticks(key: str = "school_head") -> dict[str, list[dict[str, Any]]]:
    """The boxes of each item."""
    return {
        row.item: [{"x": t.x, "y": t.y, "w": t.w, "h": t.h} for t in row.ticks] for row in layout(key).rows
    }


def ballot(seed: int, key: str = "school_head", *, only: str | None = None) -> tuple[Page, dict[str, Truth]]:
    """A front filled in by one hand; ``only`` fills every row in that way."""
    chance = Random(seed)
    page = printed(key).copy()
    tool, hand = marks.pen(chance), chance.choice(marks.MARKS)
    truths = {}
    for item, boxes in ticks(key).items():
        way = only or _way(chance)
        truths[item] = fill_in(page, boxes, way, chance, tool, hand)
    return page, truths


def _way(chance: Random) -> str:
    drawn = chance.randrange(1000)
    for way, share in UNUSUAL.items():
        drawn -= share
        if drawn < 0:
            return way
    return "plain"


def fill_in(
    page: Page, boxes: list[dict[str, Any]], way: str, chance: Random, tool: Pen, hand: Hand
) -> Truth:
    """Draw one row and return what it says."""
    first, second = chance.sample(range(4), 2)
    alone: dict[str, Hand] = {
        "filled": marks.fill,
        "circled": marks.circle,
        "outside": marks.outside,
        "dotted": marks.dot,
        "faint": marks.faint,
    }
    beside: dict[str, Hand] = {
        "corrected": marks.fill,
        "specked": marks.speck,
        "double": hand,
        "erased": marks.erased,
        "celled": marks.cell,
    }
    if way in alone:
        alone[way](page, boxes[first], chance, tool)
    elif way != "blank":
        hand(page, boxes[first], chance, tool)
    if way in beside:
        beside[way](page, boxes[second], chance, tool)
    over: dict[str, tuple[int, Hand]] = {
        "scribbled": (second, marks.scribble),
        "struck": (second, marks.strike),
        "struck_alone": (first, marks.strike),
        "scribbled_alone": (first, marks.scribble),
    }
    if way in over:
        place, cancel = over[way]
        hand(page, boxes[place], chance, tool)
        cancel(page, boxes[place], chance, tool)
    value = None if way in NOT_TO_BE_READ else first + 1
    return Truth(way, value)
