"""The shapes that hands leave in and around a box, as curves relative to the box's middle in millimetres."""

import math
from collections.abc import Callable
from random import Random

from guong.paper.exam.ink import Curve, Spot

Shape = Callable[[Random], list[Curve]]


def _bent(start: Spot, end: Spot, chance: Random, most: float = 0.12) -> Curve:
    """A stroke that strays from the straight by at most that share of its length."""
    across, down = end[0] - start[0], end[1] - start[1]
    off = chance.uniform(-most, most)
    return start, ((start[0] + end[0]) / 2 - down * off, (start[1] + end[1]) / 2 + across * off), end


def _moved(curves: list[Curve], x: float, y: float, by: float = 1.0) -> list[Curve]:
    return [tuple((a * by + x, b * by + y) for a, b in curve) for curve in curves]  # type: ignore[misc]  # three spots


def check(chance: Random) -> list[Curve]:
    """✓ of any proportion, by right hands mostly."""
    down, up = chance.uniform(0.9, 2.2), chance.uniform(2.6, 4.8)
    foot = (chance.uniform(-0.9, 0.1), chance.uniform(0.8, 2.0))
    lean, rise = math.radians(chance.uniform(25, 65)), math.radians(chance.uniform(35, 70))
    start = (foot[0] - down * math.sin(lean), foot[1] - down * math.cos(lean))
    end = (foot[0] + up * math.cos(rise), foot[1] - up * math.sin(rise))
    curves = [_bent(start, foot, chance), _bent(foot, end, chance, 0.16)]
    if chance.random() < 0.06:
        curves = [tuple((-x, y) for x, y in curve) for curve in curves]  # type: ignore[misc]  # three spots
    return curves


def cross(chance: Random) -> list[Curve]:
    """× with arms of any length and slant."""
    reach, tilt = chance.uniform(1.3, 2.9), math.radians(chance.gauss(0, 8))
    curves = []
    for base in (45, 135):
        angle = math.radians(base + chance.gauss(0, 7)) + tilt
        near, far = reach * chance.uniform(0.8, 1.15), reach * chance.uniform(0.8, 1.2)
        start = (-near * math.cos(angle), -near * math.sin(angle))
        curves.append(_bent(start, (far * math.cos(angle), far * math.sin(angle)), chance))
    return curves


def slash(chance: Random) -> list[Curve]:
    """One slanting stroke."""
    reach, angle = chance.uniform(1.6, 2.9), math.radians(chance.uniform(35, 70))
    across, down = reach * math.cos(angle), reach * math.sin(angle)
    return [_bent((-across, down), (across, -down), chance)]


def filling(chance: Random) -> list[Curve]:
    """To and fro until no paper shows."""
    edge, height = chance.uniform(2.0, 2.5), -2.3
    curves = []
    while height < 2.3:
        curves.append(_bent((-edge, height), (edge, height + 0.2), chance, 0.02))
        height += chance.uniform(0.22, 0.3)
    return curves


def tangle(chance: Random) -> list[Curve]:
    """A scribble all over a box that leaves paper here and there."""
    points = [(chance.uniform(-2.4, 2.4), chance.uniform(-2.4, 2.4)) for _ in range(chance.randrange(11, 20))]
    return [_bent(a, b, chance, 0.4) for a, b in zip(points, points[1:], strict=False)]


def bars(chance: Random) -> list[Curve]:
    """One to three lines through a box and beyond it."""
    return [
        _bent(
            (-chance.uniform(3.6, 6.0), chance.uniform(-1.2, 1.2)),
            (chance.uniform(3.6, 6.0), chance.uniform(-1.2, 1.2)),
            chance,
            0.05,
        )
        for _ in range(chance.choice((1, 1, 2, 3)))
    ]


def ringed(chance: Random) -> list[Curve]:
    """A ring around a box."""
    return _ring(chance.uniform(3.2, 5.0), chance.uniform(2.9, 4.2))


def small_ring(chance: Random) -> list[Curve]:
    """A ring in a box."""
    return _ring(chance.uniform(0.9, 2.1), chance.uniform(0.9, 2.1))


def _ring(across: float, down: float) -> list[Curve]:
    corners = [(across * math.cos(a * math.pi / 5), down * math.sin(a * math.pi / 5)) for a in range(12)]
    return [
        (a, ((a[0] + b[0]) * 0.515, (a[1] + b[1]) * 0.515), b)
        for a, b in zip(corners, corners[1:], strict=False)
    ]


def touch(chance: Random) -> list[Curve]:
    """The pen came down for less than a millimetre."""
    x, y, angle = chance.gauss(0, 1.2), chance.gauss(0, 1.2), chance.uniform(0, 6.3)
    reach = chance.uniform(0.1, 0.8)
    return [_bent((x, y), (x + reach * math.cos(angle), y + reach * math.sin(angle)), chance)]


def small_check(chance: Random) -> list[Curve]:
    """A tick small enough to hide under a cross."""
    return _moved(check(chance), 0, 0.2, chance.uniform(0.45, 0.8))


def large_check(chance: Random) -> list[Curve]:
    """A tick that leaves the box at the top."""
    return _moved(check(chance), chance.uniform(0, 0.6), -0.2, chance.uniform(1.15, 1.5))


def covering_cross(chance: Random) -> list[Curve]:
    """A cross at least as large as the box."""
    return _moved(cross(chance), 0, 0, chance.uniform(1.0, 1.6))
