"""Ink on paper: curves drawn stroke by stroke with a pen that presses, skips and wears (Pillow, four times as fine)."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import numpy
from numpy.typing import NDArray
from PIL import Image, ImageDraw

DPI = 300
PER = DPI / 25.4
"""Pixels a millimetre of the paper on which is drawn."""
_FINE = 3
_STEPS = 18  # points of a curve

Paper = NDArray[numpy.uint8]
Spot = tuple[float, float]
Curve = tuple[Spot, Spot, Spot]
"""A stroke from the first spot to the last that is bent towards the second, in millimetres."""


@dataclass(frozen=True)
class Nib:
    """``width`` in millimetres, ``black`` 0-1 of its ink, ``skips`` 0-1: how much of the paper's grain stays white."""

    width: float
    black: float
    skips: float = 0.0


def any_nib(chance: Random) -> Nib:
    """Ball pens mostly, gel pens, some pencils, a felt pen now and then."""
    kind = chance.choices(("ball", "gel", "pencil", "felt"), (62, 22, 12, 4))[0]
    if kind == "ball":
        return Nib(chance.triangular(0.25, 0.6, 0.38), chance.uniform(0.6, 0.9), chance.uniform(0.0, 0.3))
    if kind == "gel":
        return Nib(chance.uniform(0.4, 0.85), chance.uniform(0.78, 0.97))
    if kind == "pencil":
        return Nib(chance.uniform(0.35, 0.7), chance.uniform(0.45, 0.65), chance.uniform(0.1, 0.4))
    return Nib(chance.uniform(0.85, 1.15), chance.uniform(0.75, 0.95))


def draw(paper: Paper, curves: Sequence[Curve], nib: Nib, chance: Random) -> None:
    """Draw curves; ink only darkens."""
    dots = [dot for curve in curves for dot in _dots(curve, nib, chance)]
    room = nib.width + 0.3
    left, top = (max(0, int((min(dot[axis] for dot in dots) - room) * PER)) for axis in (0, 1))
    right, bottom = (int((max(dot[axis] for dot in dots) + room) * PER) for axis in (0, 1))
    part = paper[top:bottom, left:right]
    if not part.size:
        return
    mask = Image.new("L", (part.shape[1] * _FINE, part.shape[0] * _FINE), 0)
    pencil = ImageDraw.Draw(mask)
    for x, y, radius in dots:
        across, down = (x * PER - left) * _FINE, (y * PER - top) * _FINE
        reach = max(0.7, radius * PER * _FINE)
        pencil.ellipse((across - reach, down - reach, across + reach, down + reach), fill=255)
    covered = numpy.asarray(mask.resize((part.shape[1], part.shape[0]), Image.Resampling.BOX), numpy.float32)
    grain = numpy.random.default_rng(chance.getrandbits(32)).random(part.shape, numpy.float32)
    share = covered / 255 * nib.black * (1 - nib.skips * grain)
    part[:] = (part * (1 - share)).astype(numpy.uint8)


def showing(below: Sequence[Curve], above: Sequence[Curve], nib: Nib) -> float:
    """Millimetres of some curves that other curves, drawn over them by the same nib, leave to be seen."""
    calm = Random(0)
    cover = numpy.array([dot[:2] for curve in above for dot in _dots(curve, nib, calm)])
    length = 0.0
    for curve in below:
        way = numpy.array([dot[:2] for dot in _dots(curve, nib, calm)])
        clear = numpy.hypot(*(way[:, None] - cover[None]).transpose(2, 0, 1)).min(axis=1) > nib.width
        steps = numpy.hypot(*numpy.diff(way, axis=0).T)
        length += float(steps[clear[1:]].sum())
    return length


def _dots(curve: Curve, nib: Nib, chance: Random) -> list[tuple[float, float, float]]:
    """Points along a curve with the nib's radius there; a hand trembles and lifts off towards the end."""
    (ax, ay), (bx, by), (cx, cy) = curve
    length = math.hypot(bx - ax, by - ay) + math.hypot(cx - bx, cy - by)
    steps = max(_STEPS, int(length / max(0.08, nib.width / 3)))
    phase, tremble = chance.uniform(0, 6), chance.uniform(0.0, 0.06)
    lift = chance.uniform(0.0, 0.35)
    made = []
    for step in range(steps + 1):
        t = step / steps
        off = tremble * math.sin(phase + 9 * t)
        x = (1 - t) ** 2 * ax + 2 * t * (1 - t) * bx + t * t * cx + off
        y = (1 - t) ** 2 * ay + 2 * t * (1 - t) * by + t * t * cy - off
        made.append((x, y, nib.width / 2 * (1 - lift * t)))
    return made
