"""Stacks of synthetic sheets as a scanner delivers them, and the order under which they are scanned."""

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

from PIL import Image

from guong.ceremony.preparing import PreparedPoll, prepare_poll
from guong.core.secrecy import slips
from guong.core.secrecy.paper_files import ScanOrder
from tests.ceremony import polls
from tests.core.answers import SCHOOL_FORM
from tests.paper import filled, marks, scanner
from tests.paper.marks import Page, Pen

VERIFIERS = ("Lò Thị Ban Mai", "Quách Thế Vinh", "Mạc Thu Uyên")
DPI = 150
SEED = bytes(range(16))


@dataclass(frozen=True)
class Stack:
    """An order with its poll's secrets and the code of its station card."""

    order: ScanOrder
    made: PreparedPoll
    card: str


@cache
def stack(slots: int = 10) -> Stack:
    """An order for that many sheets."""
    asked = polls.request()
    made = prepare_poll(asked, SEED)
    order = ScanOrder(
        definition=polls.definition(made, asked),
        questionnaire=SCHOOL_FORM,
        subject="s1",
        verifiers=VERIFIERS,
        slots=tuple(bytes([number]) * 32 for number in range(1, slots + 1)),
    )
    card = " ".join(slips.printed_groups(made.station_tickets[0], asked.poll, slips.STATION))
    return Stack(order, made, card)


def sheet(answers: str, *, seed: int = 1) -> Page:
    """A front on which each item has the given level ticked; 0 leaves it blank."""
    chance, page, tool = Random(seed), filled.printed().copy(), Pen(0.5, 0.85)
    hand = chance.choice(marks.MARKS)
    for answer, boxes in zip(answers, filled.ticks().values(), strict=True):
        if answer != "0":
            hand(page, boxes[int(answer) - 1], chance, tool)
    return page


def scanned(page: Page, *, dpi: int = DPI, turn: float = 0.0) -> Image.Image:
    """A page as a clean scan."""
    return Image.fromarray(scanner.scan(page, dpi=dpi, turn=turn).pixels)


@cache
def back() -> Image.Image:
    """An empty back, scanned."""
    return scanned(filled.printed(side=2))


def both_sides(fronts: Sequence[Page], *, dpi: int = DPI, turn: float = 0.0) -> bytes:
    """A PDF of sheets scanned on both sides."""
    pages = [
        image for front in fronts for image in (scanned(front, dpi=dpi, turn=turn), back().resize(_size(dpi)))
    ]
    return as_pdf(pages, dpi=dpi)


def as_pdf(pages: Sequence[Image.Image], *, dpi: int = DPI) -> bytes:
    """Images as one PDF."""
    file = io.BytesIO()
    pages[0].save(file, "PDF", resolution=dpi, save_all=True, append_images=list(pages[1:]), quality=85)
    return file.getvalue()


def _size(dpi: int) -> tuple[int, int]:
    return round(210 * dpi / 25.4), round(297 * dpi / 25.4)


def stamp(page: Page) -> Page:
    """A round stamp where the issuing body sets it."""
    turns = [step * math.tau / 48 for step in range(49)]
    ring = [(47 + 11 * math.cos(turn), 22 + 11 * math.sin(turn)) for turn in turns]
    Pen(1.2, 0.6).stroke(page, ring)
    return page
