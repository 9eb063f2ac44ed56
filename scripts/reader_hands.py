"""Smooth marks for the lessons of the reader's classifier: strokes as hands pull them, of many sizes, slants and bends.

The tests' own marks (`tests/paper/marks.py`) are jagged; taught by those alone the classifier was sure of no smooth cross.
Synthetic like them, and nothing here is shared with `guong.paper.exam`.
"""

import math
from collections.abc import Callable, Sequence
from random import Random

import cv2
import numpy

from tests.paper.marks import PIXELS, Page, Pen, Point, Tick, middle

_STEP = 6  # points of a stroke between two that it passes
_LIFTED = 0.25  # of a stroke's way: where a pen that is lifted early grows thin
_LEAST_SHOWING = 1.0  # mm of a mark that must stay in sight below what takes it back
_FURTHEST = 9.0  # mm from a box's middle that any stroke here may reach

Stroke = list[Point]
Shape = Callable[[Random, float], list[Stroke]]
"""Strokes relative to a box's middle in millimetres; the number scales them."""


def curved(points: Sequence[Point]) -> Stroke:
    """A smooth way through points (Catmull and Rom's)."""
    ends = numpy.array([points[0], *points, points[-1]], dtype=float)
    share = numpy.linspace(0, 1, _STEP, endpoint=False)[:, None]
    parts = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        rest = (2 * a - 5 * b + 4 * c - d) * share**2 + (3 * b - a - 3 * c + d) * share**3
        parts.append(b + ((c - a) * share + rest) / 2)
    way = numpy.concatenate([*parts, ends[-1:]])
    return [(float(x), float(y)) for x, y in way]


def bowed(chance: Random, start: Point, end: Point, most: float = 0.16) -> Stroke:
    """A stroke that strays from the straight once or twice, by at most that share of its length."""
    across, down = end[0] - start[0], end[1] - start[1]
    bow, second = chance.triangular(-most, most, 0), chance.triangular(-most, most, 0) / 3
    between = [
        (share, bow * math.sin(math.pi * share) + second * math.sin(5 * share)) for share in (0.3, 0.7)
    ]
    middle_points = [
        (start[0] + across * s - down * off, start[1] + down * s + across * off) for s, off in between
    ]
    return curved([start, *middle_points, end])


def tick_shape(chance: Random, size: float) -> list[Stroke]:
    """✓ with a sharp or a round foot; some by left hands, some with a tail that bends."""
    foot = (chance.uniform(-1.0, 0.3) * size, chance.uniform(0.5, 2.0) * size)
    lean, rise = math.radians(chance.uniform(15, 80)), math.radians(chance.uniform(28, 75))
    short, long = size * chance.uniform(0.6, 2.4), size * chance.uniform(2.3, 5.0)
    start = (foot[0] - short * math.sin(lean), foot[1] - short * math.cos(lean))
    end = (foot[0] + long * math.cos(rise), foot[1] - long * math.sin(rise))
    if chance.random() < 0.4:
        half = (
            (foot[0] + end[0]) / 2 + chance.gauss(0, 0.25),
            (foot[1] + end[1]) / 2 + chance.gauss(0, 0.25),
        )
        strokes = [curved([start, foot, half, end])]
    else:
        strokes = [bowed(chance, start, foot) + bowed(chance, foot, end, 0.2)]
    return [[(-x, y) for x, y in stroke] for stroke in strokes] if chance.random() < 0.08 else strokes


def cross_shape(chance: Random, size: float) -> list[Stroke]:
    """× whose two strokes differ in length, slant, bend and place."""
    tilt, reach = math.radians(chance.gauss(0, 9)), chance.uniform(1.2, 2.8) * size
    strokes = []
    for slant in (45, 135):
        angle = math.radians(slant + chance.gauss(0, 9)) + tilt
        off = (chance.gauss(0, 0.22), chance.gauss(0, 0.22))
        ends = [
            (off[0] + far * math.cos(angle), off[1] + far * math.sin(angle))
            for far in (-reach * chance.uniform(0.75, 1.2), reach * chance.uniform(0.75, 1.2))
        ]
        strokes.append(bowed(chance, ends[0], ends[1]))
    return strokes


def line_shape(chance: Random, size: float) -> list[Stroke]:
    """One slanting stroke, mostly rising."""
    reach, angle = chance.uniform(1.5, 3.0) * size, math.radians(chance.uniform(30, 78))
    across, down = reach * math.cos(angle), reach * math.sin(angle)
    side = -1 if chance.random() < 0.2 else 1
    return [bowed(chance, (-across * side, down), (across * side, -down))]


def bar_shape(chance: Random, size: float) -> list[Stroke]:
    """One to three lines through a box and beyond both its sides."""
    slope = math.radians(chance.gauss(0, 12))
    strokes = []
    for _ in range(chance.choice((1, 1, 2, 3))):
        height, left, right = chance.uniform(-1.5, 1.5), chance.uniform(3.8, 6.5), chance.uniform(3.8, 6.5)
        rise = math.tan(slope + math.radians(chance.gauss(0, 4)))
        strokes.append(bowed(chance, (-left, height + left * rise), (right, height - right * rise), 0.06))
    return strokes


def tangle_shape(chance: Random, size: float) -> list[Stroke]:
    """A scribble all over a box."""
    reach = 2.5 * size
    spots = [
        (chance.uniform(-reach, reach), chance.uniform(-reach, reach)) for _ in range(chance.randrange(9, 22))
    ]
    return [curved(spots)]


def zigzag_shape(chance: Random, size: float) -> list[Stroke]:
    """To and fro over a box, closely or not, level or slanting."""
    turns, angle = chance.randrange(7, 20), chance.uniform(0, math.pi)
    reach, flat = chance.uniform(2.0, 2.7) * size, []
    for turn in range(turns):
        along = -reach + 2 * reach * turn / (turns - 1) + chance.gauss(0, 0.08)
        flat.append((along, reach * chance.uniform(0.8, 1.1) * (1 if turn % 2 else -1)))
    sine, cosine = math.sin(angle), math.cos(angle)
    return [curved([(x * cosine - y * sine, x * sine + y * cosine) for x, y in flat])]


def ring_shape(chance: Random, size: float) -> list[Stroke]:
    """A ring, closed or not, in a box or around it."""
    across = chance.choice((chance.uniform(0.8, 2.3), chance.uniform(2.6, 4.8))) * size
    down, start = across * chance.uniform(0.7, 1.2), chance.uniform(0, 6.3)
    turned = chance.uniform(5.0, 7.5)
    angles = [start + turned * part / 14 for part in range(15)]
    return [curved([(across * math.cos(a), down * math.sin(a)) for a in angles])]


def pulled(
    page: Page, tick: Tick, strokes: Sequence[Stroke], chance: Random, tool: Pen, off: Point = (0, 0)
) -> None:
    """Draw strokes around a box's middle; a pen lifted early grows thin towards the end."""
    x, y = middle(tick, chance, 0.4)
    for stroke in strokes:
        way = [(x + off[0] + a, y + off[1] + b) for a, b in stroke if math.hypot(a, b) < _FURTHEST]
        if len(way) < 2:
            continue
        lifted = max(1, round(len(way) * (1 - _LIFTED))) if chance.random() < 0.5 else len(way)
        tool.stroke(page, way[: lifted + 1])
        for place in range(lifted, len(way) - 1):
            left = (len(way) - place) / (len(way) - lifted)
            Pen(max(0.12, tool.width * (0.4 + 0.6 * left)), tool.darkness).stroke(
                page, way[place : place + 2]
            )


def showing(below: Sequence[Stroke], above: Sequence[Stroke], width: float) -> float:
    """Millimetres of strokes of that width which stay in sight, half their width clear, below others."""
    room = round(_FURTHEST * PIXELS)
    sheets = []
    for strokes, wide in ((below, 1), (above, max(1, round(2 * width * PIXELS)))):
        sheet = numpy.zeros((2 * room, 2 * room), numpy.uint8)
        for stroke in strokes:
            way = numpy.array(
                [[round(a * PIXELS) + room, round(b * PIXELS) + room] for a, b in stroke], numpy.int32
            )
            cv2.polylines(sheet, [way], False, 255, wide)
        sheets.append(sheet)
    return float(((sheets[0] > 0) & (sheets[1] == 0)).sum()) / PIXELS


def _mark(chance: Random, size: float) -> list[Stroke]:
    return chance.choice((tick_shape, tick_shape, cross_shape, line_shape))(chance, size)


def check(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """✓, half to one and a half times the usual size."""
    pulled(page, tick, tick_shape(chance, chance.triangular(0.5, 1.55, 1.0)), chance, tool)


def cross(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """×."""
    pulled(page, tick, cross_shape(chance, chance.triangular(0.75, 1.4, 1.0)), chance, tool)


def line(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """One slanting stroke."""
    pulled(page, tick, line_shape(chance, 1.0), chance, tool)


def taken_back(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """A tick with a cross over it, of which at least a millimetre shows."""
    while True:
        below = tick_shape(chance, chance.uniform(0.4, 1.1))
        x, y = chance.gauss(0, 0.3), chance.gauss(0, 0.3)
        below = [[(a + x, b + y) for a, b in stroke] for stroke in below]
        above = cross_shape(chance, chance.uniform(0.8, 1.6))
        if showing(below, above, tool.width) >= _LEAST_SHOWING:
            break
    other = Pen(tool.width * chance.uniform(0.9, 1.2), tool.darkness)
    same = chance.getstate()
    pulled(page, tick, below, chance, tool)
    chance.setstate(same)  # both are set about one point
    pulled(page, tick, above, chance, other)


def struck(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """A mark struck through."""
    pulled(page, tick, _mark(chance, chance.uniform(0.7, 1.3)), chance, tool)
    pulled(page, tick, bar_shape(chance, 1.0), chance, tool)


def scribbled(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """A mark scribbled out, or a scribble alone."""
    if chance.random() < 0.7:
        pulled(page, tick, _mark(chance, 1.0), chance, tool)
    shape = chance.choice((tangle_shape, tangle_shape, zigzag_shape))
    pulled(page, tick, shape(chance, chance.uniform(0.8, 1.1)), chance, tool)


def blackened(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """A box filled to and fro, by a broader pen."""
    pulled(
        page, tick, zigzag_shape(chance, 1.0), chance, Pen(chance.uniform(0.5, 0.9), max(0.6, tool.darkness))
    )


def ringed(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """A ring in a box, around it, or around a mark."""
    pulled(page, tick, ring_shape(chance, 1.0), chance, tool)
    if chance.random() < 0.2:
        pulled(page, tick, _mark(chance, 0.8), chance, tool)


def elsewhere(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """A mark set beside, above or below its box."""
    side = chance.choice((-1, 1))
    off = (
        (0.0, side * chance.uniform(2.9, 5.2))
        if chance.random() < 0.7
        else (side * chance.uniform(4.2, 6.5), 0.0)
    )
    pulled(page, tick, _mark(chance, chance.uniform(0.8, 1.2)), chance, tool, off)


def touch(page: Page, tick: Tick, chance: Random, tool: Pen) -> None:
    """The pen came down for less than a millimetre."""
    spot = (chance.gauss(0, 1.3), chance.gauss(0, 1.3))
    angle, reach = chance.uniform(0, 6.3), chance.uniform(0.1, 0.9)
    end = (spot[0] + reach * math.cos(angle), spot[1] + reach * math.sin(angle))
    pulled(page, tick, [bowed(chance, spot, end)], chance, tool)
