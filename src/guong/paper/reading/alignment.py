"""Finds each printed box outline near the place that the layout names, row by row."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import cv2
import numpy
from numpy.typing import NDArray

from guong.paper.reading.layout import Row, Tick
from guong.paper.reading.locate import PIXELS, Darkness

REACH = 1.4
"""Millimetres around a box that belong to it: nothing is printed there, so any ink there is a voter's."""

_TABLE_PITCH = (
    20.0  # millimetres between boxes of a table, whose lines run midway; wider apart, words stand between
)
_LINE = 0.7  # millimetres kept clear of a table's line

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


def windows(dark: Darkness, row: Row) -> list[Window] | None:
    """Return the windows of a row's four boxes, or None where the printed outlines are not seen.

    The row is moved as a whole by at most 1.1 mm, each box by 0.25 mm more (a bent page, a phone's lens).
    """
    maps = [scores for scores in (_scores(dark, tick) for tick in row.ticks) if scores is not None]
    if len(maps) < len(row.ticks):
        return None
    together = numpy.sum(maps, axis=0)
    down, across = numpy.unravel_index(numpy.argmax(together), together.shape)
    if {int(down), int(across)} & {0, 2 * _SEARCH}:
        return None
    pitch = row.ticks[1].x - row.ticks[0].x
    cell = max(0, round((pitch / 2 - _LINE) * PIXELS))
    found, seen = [], 0
    for tick, scores in zip(row.ticks, maps, strict=True):
        own_down, own_across, best = _nearby(scores, int(down), int(across))
        seen += best >= _LEAST_CONTRAST
        found.append(_window(dark, tick, own_down - _SEARCH, own_across - _SEARCH, cell))
    return found if seen >= _LEAST_BOXES else None


def _nearby(scores: Any, down: int, across: int) -> tuple[int, int, float]:
    top, left = max(0, down - _PLAY), max(0, across - _PLAY)
    part = scores[top : down + _PLAY + 1, left : across + _PLAY + 1]
    best_down, best_across = numpy.unravel_index(numpy.argmax(part), part.shape)
    return top + int(best_down), left + int(best_across), float(part.max())


def _scores(dark: Darkness, tick: Tick) -> NDArray[numpy.float32] | None:
    """How well an outline stands at each offset: its darkness less that of the pixels beside it."""
    outline = _outline(round(tick.w * PIXELS))
    rim = (len(outline) - round(tick.w * PIXELS)) // 2
    top = round(tick.y * PIXELS) - rim - _SEARCH
    left = round(tick.x * PIXELS) - rim - _SEARCH
    span = len(outline) + 2 * _SEARCH
    part = dark[top : top + span, left : left + span]
    if min(top, left) < 0 or part.shape != (span, span):
        return None
    return numpy.asarray(cv2.matchTemplate(part, outline, cv2.TM_CCORR), dtype=numpy.float32)


@cache
def _outline(size: int) -> NDArray[numpy.float32]:
    """A square ring two pixels wide against the rings three pixels inside and outside it; each weighs one."""
    rim = 5
    length = size + 2 * rim
    row, column = numpy.mgrid[0:length, 0:length]
    ring = numpy.minimum.reduce([row, column, length - 1 - row, length - 1 - column])
    middle = (ring == rim - 1) | (ring == rim)
    beside = (ring == rim - 4) | (ring == rim + 3)
    return numpy.asarray(middle / middle.sum() - beside / beside.sum(), dtype=numpy.float32)


def _window(dark: Darkness, tick: Tick, down: int, across: int, cell: int) -> Window:
    """``cell`` is how many pixels of a table cell lie left and right of the box's middle."""
    size, reach = round(tick.w * PIXELS), round(REACH * PIXELS)
    top, left = round(tick.y * PIXELS) + down - reach, round(tick.x * PIXELS) + across - reach
    strip = dark[max(0, top) : top + size + 2 * reach]
    end, middle = left + size + 2 * reach, left + reach + size // 2
    beside = (strip[:, max(0, middle - cell) : left], strip[:, end : middle + cell]) if cell else ()
    return Window(strip[:, max(0, left) : end], size, beside)
