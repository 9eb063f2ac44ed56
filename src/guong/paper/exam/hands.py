"""Whole sheets filled in by invented people: a pen, a habit and a temper each, and what every row truly says."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from random import Random

import numpy
import pypdfium2

from guong.core.questionnaire import official
from guong.paper.ballot_sheet import ballot_layout, ballot_sheet_pdf
from guong.paper.exam import strokes
from guong.paper.exam.ink import DPI, Curve, Nib, Paper, any_nib, draw, showing
from guong.paper.exam.strokes import Shape
from guong.paper.reading import Layout
from guong.paper.reading.layout import Row

FORMS = ("school_head", "ward_head")
PLAIN = "plain"

ONLY_A_PERSON = {
    "blank": 8,
    "double": 5,
    "ringed": 2,
    "ring inside": 1,
    "beside": 3,
    "above or below": 4,
    "cross over tick": 3,
    "filled alone": 2,
    "scribble alone": 1,
    "struck alone": 2,
}
READABLE = {
    "filled and marked": 12,
    "scribbled and marked": 8,
    "struck and marked": 8,
    "faint": 10,
    "large": 15,
    "gone over": 4,
    "touched elsewhere": 6,
    "rubbed out elsewhere": 4,
}
MIXED: Mapping[str, int] = ONLY_A_PERSON | READABLE
"""Rows in a thousand that are filled in otherwise than by one mark in one box: an ordinary stack, as we imagine it."""
HARD: Mapping[str, int] = {way: 4 * share for way, share in MIXED.items()}
"""A stack by people in a hurry."""
_LEAST_SHOWING = 1.0  # mm
FILLERS = 4
"""People in a thousand who fill boxes to choose, against the sheet's instruction."""


@dataclass(frozen=True)
class Truth:
    """``way`` as in `MIXED` or `PLAIN`; ``value`` 1-4, or None where only a person may say."""

    way: str
    value: int | None


@cache
def layout_of(form: str) -> Layout:
    """The layout of an official form."""
    return Layout.from_bytes(ballot_layout(official(form).raw))


@cache
def printed(form: str, side: int = 1) -> Paper:
    """A side of an official form, as the printer's file has it."""
    return drawn(
        ballot_sheet_pdf(official(form).raw, subject_line="Đ/c Lò Thị Mây – Trường THCS Suối Ngàn"), side
    )


def drawn(pdf: bytes, side: int = 1) -> Paper:
    """A page of a PDF in grey."""
    page = pypdfium2.PdfDocument(pdf)[side - 1].render(scale=DPI / 72, grayscale=True).to_numpy()
    found = numpy.array(page.reshape(page.shape[:2]), dtype=numpy.uint8)
    found.flags.writeable = False
    return found


@dataclass(frozen=True)
class _Person:
    nib: Nib
    habit: Shape
    off: tuple[float, float]
    slip: float


def filled_in(form: str, mix: Mapping[str, int], chance: Random) -> tuple[Paper, dict[str, Truth]]:
    """Return a front filled in by one person and the truth of each row."""
    paper = printed(form).copy()
    habit = chance.choices((strokes.check, strokes.cross, strokes.slash), (55, 35, 10))[0]
    person = _Person(
        any_nib(chance), habit, (chance.gauss(0, 0.25), chance.gauss(0, 0.25)), chance.uniform(0.1, 0.45)
    )
    fills = chance.randrange(1000) < FILLERS
    truths = {}
    for row in layout_of(form).rows:
        way = "filled alone" if fills else _way(mix, chance)
        truths[row.item] = _row(paper, row, way, person, chance)
    return paper, truths


def _way(mix: Mapping[str, int], chance: Random) -> str:
    drawn_number = chance.randrange(1000)
    for way, share in mix.items():
        drawn_number -= share
        if drawn_number < 0:
            return way
    return PLAIN


# What is drawn in the chosen box instead of the habit, and what lies in another box besides.
_INSTEAD: dict[str, Shape] = {
    "ringed": strokes.ringed,
    "ring inside": strokes.small_ring,
    "filled alone": strokes.filling,
    "scribble alone": strokes.tangle,
    "large": strokes.large_check,
}
_BESIDES: dict[str, Shape] = {"filled and marked": strokes.filling, "touched elsewhere": strokes.touch}


def _taken_back(nib: Nib, chance: Random) -> list[Curve]:
    """A small tick and a cross over it: at least a millimetre of the tick shows, else nobody could know of it."""
    while True:
        tick, cross = strokes.small_check(chance), strokes.covering_cross(chance)
        if showing(tick, cross, nib) >= _LEAST_SHOWING:
            return [*tick, *cross]


def _row(paper: Paper, row: Row, way: str, person: _Person, chance: Random) -> Truth:
    first, second = chance.sample(range(4), 2)
    nib = person.nib
    if way == "faint":
        nib = Nib(nib.width, chance.uniform(0.18, 0.4), chance.uniform(0.1, 0.4))
    if way == "cross over tick":
        _put(paper, row, first, _taken_back(nib, chance), nib, person, chance)
    elif way != "blank":
        shape = _INSTEAD.get(way, person.habit)
        _put(paper, row, first, shape(chance), nib, person, chance, _off(way, chance))
    if way == "gone over":
        _put(paper, row, first, person.habit(Random(chance.random())), nib, person, chance)
    if way == "struck alone":
        _put(paper, row, first, strokes.bars(chance), nib, person, chance)
    if way in ("double", "scribbled and marked", "struck and marked"):
        _put(paper, row, second, person.habit(chance), nib, person, chance)
    if way in _BESIDES:
        _put(paper, row, second, _BESIDES[way](chance), nib, person, chance)
    if way == "scribbled and marked":
        _put(paper, row, second, strokes.tangle(chance), nib, person, chance)
    if way == "struck and marked":
        _put(paper, row, second, strokes.bars(chance), nib, person, chance)
    if way == "rubbed out elsewhere":
        rest = Nib(0.45, chance.uniform(0.04, 0.14), 0.5)
        _put(paper, row, second, person.habit(chance), rest, person, chance)
    return Truth(way, None if way in ONLY_A_PERSON else first + 1)


def _off(way: str, chance: Random) -> tuple[float, float]:
    """How far from its box a mark is set, in millimetres."""
    side = chance.choice((-1, 1))
    if way == "beside":
        return side * chance.uniform(4.3, 6.5), chance.gauss(0, 0.5)
    if way == "above or below":
        return chance.gauss(0, 0.5), side * chance.uniform(3.0, 5.0)
    return 0.0, 0.0


def _put(
    paper: Paper,
    row: Row,
    place: int,
    curves: list[Curve],
    nib: Nib,
    person: _Person,
    chance: Random,
    off: tuple[float, float] = (0.0, 0.0),
) -> None:
    tick = row.ticks[place]
    x = tick.x + tick.w / 2 + off[0] + person.off[0] + chance.gauss(0, person.slip)
    y = tick.y + tick.h / 2 + off[1] + person.off[1] + chance.gauss(0, person.slip)
    moved: list[Curve] = [
        ((a + x, b + y), (c + x, d + y), (e + x, f + y)) for (a, b), (c, d), (e, f) in curves
    ]
    draw(paper, moved, nib, chance)
