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
        layer = numpy.full_like(page, 255)
        way = numpy.array(
            [[round(c * PIXELS * 2**_SHIFT) for c in point] for point in points], dtype=numpy.int32
        )
        grey = round(255 * (1 - self.darkness))
        width = max(1, round(self.width * PIXELS))
        cv2.polylines(layer, [way], False, grey, width, cv2.LINE_AA, _SHIFT)
        numpy.minimum(page, layer, out=page)


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
