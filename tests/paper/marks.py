"""Draws marks by an invented hand on a printed page. Synthetic: no person has filled in any of them."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import cv2
import numpy
from numpy.typing import NDArray

PIXELS = 12  # a millimetre of the drawn page
_SHIFT = 4
Page = NDArray[numpy.uint8]
Point = tuple[float, float]
Tick = dict[str, Any]


@dataclass(frozen=True)
class Pen:
    """Width in millimetres, darkness 0-1."""

    width: float
    darkness: float

    def stroke(self, page: Page, points: Sequence[Point]) -> None:
        """Draw a polyline through points in millimetres; ink never lightens what is below."""
        width = max(1, round(self.width * PIXELS))
        room = width + 2
        left, top = (max(0, int(min(c)) - room) for c in _pixels(points))
        right, bottom = (max(0, int(max(c)) + room) for c in _pixels(points))
        part = page[top:bottom, left:right]
        layer = numpy.full_like(part, 255)
        fine = 2**_SHIFT
        way = numpy.array(
            [
                [round(x * PIXELS * fine) - left * fine, round(y * PIXELS * fine) - top * fine]
                for x, y in points
            ],
            dtype=numpy.int32,
        )
        cv2.polylines(layer, [way], False, round(255 * (1 - self.darkness)), width, cv2.LINE_AA, _SHIFT)
        numpy.minimum(part, layer, out=part)


def _pixels(points: Sequence[Point]) -> tuple[list[float], list[float]]:
    return [x * PIXELS for x, _ in points], [y * PIXELS for _, y in points]


def pen(chance: Random) -> Pen:
    """A ball pen or gel pen mostly; sometimes pencil."""
    if chance.random() < 0.12:
        return Pen(chance.uniform(0.35, 0.6), chance.uniform(0.42, 0.6))
    return Pen(chance.uniform(0.3, 0.9), chance.uniform(0.62, 0.92))


def middle(tick: Tick, chance: Random, slip: float = 0.6) -> Point:
    """Where the hand aims: near the middle of a box."""
    return (
        tick["x"] + tick["w"] / 2 + chance.gauss(0, slip / 2),
        tick["y"] + tick["h"] / 2 + chance.gauss(0, slip / 2),
    )


def wobbly(chance: Random, points: Sequence[Point], by: float = 0.15) -> list[Point]:
    """The same way by a hand."""
    found = [
        (ax + (bx - ax) * step + chance.gauss(0, by), ay + (down - ay) * step + chance.gauss(0, by))
        for (ax, ay), (bx, down) in zip(points, points[1:], strict=False)
        for step in (0.0, 0.33, 0.66)
    ]
    return [*found, points[-1]]


def check(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """✓, its tail sometimes leaving the box."""
    x, y = middle(tick, chance)
    size = chance.uniform(0.75, 1.2)
    way = [(x - 1.8 * size, y - 0.1), (x - 0.6 * size, y + 1.6 * size), (x + 2.2 * size, y - 2.1 * size)]
    tool.stroke(page, wobbly(chance, way))


def cross(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """×."""
    x, y = middle(tick, chance)
    reach = chance.uniform(1.2, 2.3)
    tool.stroke(page, wobbly(chance, [(x - reach, y - reach), (x + reach, y + reach)]))
    tool.stroke(page, wobbly(chance, [(x + reach, y - reach), (x - reach, y + reach)]))


def slash(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """One stroke."""
    x, y = middle(tick, chance)
    tool.stroke(page, wobbly(chance, [(x - 1.5, y + 1.7), (x + 1.6, y - 1.7)]))


def dot(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """A blob of one to three millimetres."""
    x, y = middle(tick, chance)
    Pen(chance.uniform(1.0, 3.0), tool.darkness).stroke(page, [(x, y), (x + 0.1, y + 0.1)])


def fill(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """A box filled all over, a rim left here and there."""
    rim = chance.uniform(0.0, 0.35)
    height = tick["y"] + rim
    while height < tick["y"] + tick["h"] - rim:
        left, right = tick["x"] + rim, tick["x"] + tick["w"] - rim
        Pen(0.9, max(tool.darkness, 0.6)).stroke(page, [(left, height), (right, height + 0.2)])
        height += 0.55


def scribble(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """Loops over a box that don't fill it."""
    x, y = middle(tick, chance)
    way = [
        (x + 2.1 * math.sin(turn * 2.4) + chance.gauss(0, 0.3), y + 2.1 * math.cos(turn * 1.7))
        for turn in range(14)
    ]
    tool.stroke(page, way)


def strike(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """A line struck through a box, beyond both its sides."""
    x, y = middle(tick, chance)
    reach = chance.uniform(4.6, 6.5)
    tool.stroke(
        page, wobbly(chance, [(x - reach, y + chance.uniform(-1, 1)), (x + reach, y + chance.uniform(-1, 1))])
    )


def circle(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """A ring around a box."""
    x, y = middle(tick, chance)
    across, down = chance.uniform(3.0, 4.5), chance.uniform(2.9, 4.2)
    tool.stroke(page, [(x + across * math.cos(a / 6), y + down * math.sin(a / 6)) for a in range(39)])


def outside(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """A tick beside the box."""
    side = chance.choice((-1, 1)) * chance.uniform(4.5, 6.0)
    check(page, tick | {"x": tick["x"] + side}, chance, tool)


def cell(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """A tick in the table's cell, well beside the box."""
    check(
        page,
        tick | {"x": tick["x"] + chance.choice((-1, 1)) * chance.uniform(5.5, 6.0)},
        chance,
        Pen(0.4, 0.7),
    )


def erased(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """What a rubber left of a pencil tick."""
    check(page, tick, chance, Pen(0.4, chance.uniform(0.06, 0.16)))


def speck(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """A touch of the pen, shorter than a millimetre."""
    x, y = middle(tick, chance, 2.0)
    tool.stroke(page, [(x, y), (x + chance.uniform(0.2, 0.7), y + chance.uniform(-0.4, 0.4))])


def faint(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """A tick in a pencil that hardly writes."""
    check(page, tick, chance, Pen(0.35, chance.uniform(0.10, 0.35)))


Hand = Callable[[Page, Tick, Random, Pen], None]
MARKS: tuple[Hand, ...] = (check, check, cross, cross, slash)


def overlaid(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """A small tick taken back by a cross drawn over it, of which it shows at least a millimetre."""
    x, y = middle(tick, chance, 0.4)
    while True:
        size, reach = chance.uniform(0.45, 1.0), chance.uniform(1.2, 2.8)
        way = [(x - 1.5 * size, y), (x - 0.5 * size, y + 1.4 * size), (x + 1.8 * size, y - 1.8 * size)]
        small = wobbly(chance, way, 0.1)
        across, down = x + chance.gauss(0, 0.5), y + chance.gauss(0, 0.5)
        if _clear(small, (across, down), reach, tool.width) >= 1.0:
            break
    tool.stroke(page, small)
    other = Pen(tool.width * chance.uniform(0.9, 1.2), tool.darkness)
    for slant in (1, -1):
        way = [(across - reach, down - slant * reach), (across + reach, down + slant * reach)]
        other.stroke(page, wobbly(chance, way))


def _clear(way: Sequence[Point], centre: Point, reach: float, width: float) -> float:
    """Millimetres of a way that lie a pen's width off both strokes of a diagonal cross."""
    length = 0.0
    for a, b in zip(way, way[1:], strict=False):
        for part in range(8):
            x, y = (a[axis] + (b[axis] - a[axis]) * part / 8 - centre[axis] for axis in (0, 1))
            off = min(abs(x - y), abs(x + y)) / math.sqrt(2)
            if off > width or max(abs(x), abs(y)) > reach + width:
                length += math.dist(a, b) / 8
    return length


def displaced(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """A tick or cross three to five millimetres above or below its box."""
    off = chance.choice((-1, 1)) * chance.uniform(3.0, 5.0)
    chance.choice((check, cross))(page, tick | {"y": tick["y"] + off}, chance, tool)


def hatched(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """A box filled with slanting strokes to and fro."""
    left, top, size = tick["x"] - 0.3, tick["y"] - 0.3, tick["w"] + 0.6
    number = chance.randrange(7, 13)
    way = []
    for step in range(number):
        along = left + size * step / (number - 1)
        way += [(along - 0.5, top + size), (along + 0.5, top)][:: chance.choice((1, 1, -1))]
    tool.stroke(page, wobbly(chance, way, 0.2))


def twice(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """A tick or a cross that was gone over again, almost in its own way."""
    again = Random(chance.randrange(2**32))
    hand = chance.choice((check, cross))
    state = again.getstate()
    hand(page, tick, again, tool)
    again.setstate(state)
    hand(page, tick | {"x": tick["x"] + 0.25, "y": tick["y"] + 0.15}, again, tool)


def ring(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """A small ring inside the box."""
    x, y = middle(tick, chance)
    across, down = chance.uniform(0.8, 2.0), chance.uniform(0.8, 2.0)
    tool.stroke(page, [(x + across * math.cos(a / 4), y + down * math.sin(a / 4)) for a in range(27)])


def dash(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """A level stroke inside the box."""
    x, y = middle(tick, chance)
    reach = chance.uniform(0.8, 2.0)
    tool.stroke(page, wobbly(chance, [(x - reach, y), (x + reach, y + chance.uniform(-0.3, 0.3))]))


def crossed_out(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """A mark taken back by a large cross from beyond the corners."""
    chance.choice((check, cross, slash))(page, tick, chance, tool)
    x, y = middle(tick, chance)
    reach = chance.uniform(2.5, 3.8)
    tool.stroke(page, wobbly(chance, [(x - reach, y - reach), (x + reach, y + reach)]))
    tool.stroke(page, wobbly(chance, [(x + reach, y - reach), (x - reach, y + reach)]))


def struck(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """A mark struck through by one to three lines."""
    chance.choice((check, cross))(page, tick, chance, tool)
    for _ in range(chance.randrange(1, 4)):
        strike(page, tick, chance, tool)


def scribbled(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """A mark scribbled out."""
    chance.choice((check, cross))(page, tick, chance, tool)
    scribble(page, tick, chance, tool)


def tail(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """A stroke that comes in from a neighbour: over the edge of the box, no mark of its own."""
    x, y = tick["x"] + chance.choice((-1.0, tick["w"] + 1.0)), tick["y"] + chance.uniform(-1, 6)
    tool.stroke(
        page, wobbly(chance, [(x, y), (x + chance.uniform(-1.6, 1.6), y + chance.uniform(-1.6, 1.6))])
    )


def flourish(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """A large tick whose tail leaves the box."""
    x, y = middle(tick, chance)
    size = chance.uniform(1.1, 1.7)
    way = [(x - 1.5 * size, y), (x - 0.5 * size, y + 1.5), (x + 2.0 * size, y - 2.1 * size)]
    tool.stroke(page, wobbly(chance, way))


def loose(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """Two crossing strokes of unequal length and slant, as people write an x."""
    x, y = middle(tick, chance)
    for slant in (1, -1):
        across, down = chance.uniform(0.8, 2.4), chance.uniform(0.9, 2.6)
        bend = chance.uniform(-0.5, 0.5)
        way = [(x - across, y - slant * down), (x + bend, y + bend), (x + across, y + slant * down)]
        tool.stroke(page, wobbly(chance, way, 0.12))


def check_of_any_shape(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """A tick: short stroke down, long stroke up, both of many lengths and slants, often bent."""
    x, y = middle(tick, chance)
    low = (x + chance.uniform(-1.2, 0.4), y + chance.uniform(0.6, 2.4))
    start = (low[0] - chance.uniform(0.3, 1.8), low[1] - chance.uniform(0.4, 2.4))
    end = (low[0] + chance.uniform(1.0, 3.6), low[1] - chance.uniform(1.8, 5.0))
    half = (
        (low[0] + end[0]) / 2 + chance.uniform(-0.5, 0.5),
        (low[1] + end[1]) / 2 + chance.uniform(-0.3, 0.5),
    )
    tool.stroke(page, wobbly(chance, [start, low, half, end], 0.1))
