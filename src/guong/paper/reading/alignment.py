"""Finds each printed box outline near the place that the layout names, row by row."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import cv2
import numpy
from numpy.typing import NDArray

from guong.paper.reading.flat import PIXELS, Area, Darkness, Flat
from guong.paper.reading.layout import Row, Tick

REACH = 1.4
"""Millimetres around a box that belong to it: nothing is printed there, so any ink there is a voter's."""

_TABLE_PITCH = (
    20.0  # millimetres between boxes of a table, whose lines run midway; wider apart, words stand between
)
_LINE = 0.7  # millimetres kept clear of a table's line

_RIM = 5  # pixels of the searched outline beyond the box
_SEARCH = 9  # pixels that a row may lie off (1.1 mm)
_PLAY = 2  # pixels that a box may lie off its row
_LEAST_CONTRAST = 0.10  # of the outline against its two sides
_LEAST_BOXES = 3  # outlines that must be seen in a row


@dataclass(frozen=True)
class Window:
    """The pixels of one box and of `REACH` around it, the box in the middle; ``size`` is the box's side in pixels.

    ``beside`` holds what lies left and right of that, as far as the lines of its table cell.
    """

    dark: Darkness
    size: int
    beside: tuple[Darkness, ...] = ()


def windows(flat: Flat, row: Row) -> list[Window] | None:
    """Return the windows of a row's four boxes, or None where the printed outlines are not seen.

    The row is moved as a whole by at most 1.1 mm, each box by 0.25 mm more (a bent page, a phone's lens).
    """
    cell = _cell(row)
    strip = _strip(flat, row, cell)
    maps = [_scores(strip, tick) for tick in row.ticks]
    together = numpy.sum(maps, axis=0)
    down, across = numpy.unravel_index(numpy.argmax(together), together.shape)
    if {int(down), int(across)} & {0, 2 * _SEARCH}:
        return None
    found, seen = [], 0
    for tick, scores in zip(row.ticks, maps, strict=True):
        own_down, own_across, best = _nearby(scores, int(down), int(across))
        seen += best >= _LEAST_CONTRAST
        found.append(_window(strip, tick, own_down - _SEARCH, own_across - _SEARCH, cell))
    return found if seen >= _LEAST_BOXES else None


def _nearby(scores: Any, down: int, across: int) -> tuple[int, int, float]:
    top, left = max(0, down - _PLAY), max(0, across - _PLAY)
    part = scores[top : down + _PLAY + 1, left : across + _PLAY + 1]
    best_down, best_across = numpy.unravel_index(numpy.argmax(part), part.shape)
    return top + int(best_down), left + int(best_across), float(part.max())


@dataclass(frozen=True)
class _Strip:
    """The darkness of a row's surroundings, and where on the page its first pixel lies."""

    dark: Darkness
    left: int
    top: int

    def part(self, left: int, top: int, width: int, height: int) -> Darkness:
        left, top = left - self.left, top - self.top
        return self.dark[max(0, top) : top + height, max(0, left) : left + width]


def _cell(row: Row) -> int:
    """How many pixels of a table cell lie left and right of a box's middle."""
    pitch = row.ticks[1].x - row.ticks[0].x
    return max(0, round((pitch / 2 - _LINE) * PIXELS))


def _strip(flat: Flat, row: Row, cell: int) -> _Strip:
    room = (_RIM + _SEARCH + _PLAY + 1) / PIXELS + REACH
    across = max(room, cell / PIXELS)
    xs, ys = [tick.x for tick in row.ticks], [tick.y for tick in row.ticks]
    wide, tall = max(tick.w for tick in row.ticks), max(tick.h for tick in row.ticks)
    area = Area.around(
        min(xs) - across,
        min(ys) - room,
        max(xs) - min(xs) + wide + 2 * across,
        max(ys) - min(ys) + tall + 2 * room,
    )
    return _Strip(flat.dark_of(area), area.left, area.top)


def _scores(strip: _Strip, tick: Tick) -> NDArray[numpy.float32]:
    """How well an outline stands at each offset: its darkness less that of the pixels beside it."""
    outline = _outline(round(tick.w * PIXELS))
    top = round(tick.y * PIXELS) - _RIM - _SEARCH
    left = round(tick.x * PIXELS) - _RIM - _SEARCH
    span = len(outline) + 2 * _SEARCH
    part = strip.part(left, top, span, span)
    return numpy.asarray(cv2.matchTemplate(part, outline, cv2.TM_CCORR), dtype=numpy.float32)


@cache
def _outline(size: int) -> NDArray[numpy.float32]:
    """A square ring two pixels wide against the rings three pixels inside and outside it; each weighs one."""
    length = size + 2 * _RIM
    row, column = numpy.mgrid[0:length, 0:length]
    ring = numpy.minimum.reduce([row, column, length - 1 - row, length - 1 - column])
    middle = (ring == _RIM - 1) | (ring == _RIM)
    beside = (ring == _RIM - 4) | (ring == _RIM + 3)
    return numpy.asarray(middle / middle.sum() - beside / beside.sum(), dtype=numpy.float32)


def _window(strip: _Strip, tick: Tick, down: int, across: int, cell: int) -> Window:
    size, reach = round(tick.w * PIXELS), round(REACH * PIXELS)
    top, left = round(tick.y * PIXELS) + down - reach, round(tick.x * PIXELS) + across - reach
    length = size + 2 * reach
    middle = left + length // 2
    sides = ((middle - cell, left), (left + length, middle + cell)) if cell else ()
    beside = tuple(strip.part(start, top, max(0, end - start), length) for start, end in sides)
    return Window(strip.part(left, top, length, length), size, beside)
