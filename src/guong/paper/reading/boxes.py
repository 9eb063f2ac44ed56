"""Judges one box from its ink: blank, marked, cancelled or stray. Whatever is not clear is stray."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import cv2
import numpy
from numpy.typing import NDArray

from guong.paper.reading.alignment import REACH, Window
from guong.paper.reading.flat import PIXELS

_RIM = 0.45  # millimetres either side of the outline's middle that are not looked at
_INK = 0.20  # darkness from which a pixel is ink
_SPECK = 0.10  # mm²: dust
_TOUCH, _TOUCH_EXTENT = 0.8, 1.4  # mm² and mm: the pen came down and made no mark
_SHADE = 0.016  # mean darkness beyond the page's own: pencil too faint to be ink
_SURE_MARKED = (
    0.9  # of a box whose ink measures like a mark too; below it rings and crossed-out ticks get through
)
_SURE_BLANK, _SURE_CANCELLED, _EVEN = 0.9, 0.9, 0.5
_LEAST_EXTENT = 1.9  # mm across a mark's largest stroke
_LEAST_BLACK = 0.33  # darkness of its darkest tenth
_LEAST_FILL, _MOST_FILL, _FULL = 0.04, 0.68, 0.80  # shares of the inside
_WIDEST = 1.5  # mm of a stroke: wider is a blob
_MOST_BLOB = 0.45  # share of the inside that a blob may take and still be a mark
_LONGEST = 14.0  # mm of strokes: a cross from corner to corner has 11, a scribble or a crossed-out tick more
_MOST_TANGLED = 3  # lines of pixels that cross three strokes or more: a tick, a cross or a stroke shows two
_LOOP = 4  # pixels of paper that strokes enclose: a tick or a cross encloses none
_MOST_OUTSIDE = 0.7  # ink around the box for each inside
_OUTSIDE_SPECK = 0.35  # mm²
_MOST_OFF = 1.4  # mm that a mark's ink may lie too high or too low: more is a mark above or below its box


class Kind(Enum):
    """What a box holds. CANCELLED: filled all over, the sheet's own way of taking a mark back."""

    BLANK = "blank"
    MARKED = "marked"
    CANCELLED = "cancelled"
    STRAY = "stray"


@dataclass(frozen=True)
class Ink:
    """What is measured of a box: ``fill`` share of the inside; ``area`` mm² inside; ``extent`` mm across the largest
    stroke inside; ``width`` and ``length`` mm of the strokes inside;
    ``tangled`` lines across or down that cross three strokes; ``loops`` patches of paper enclosed by ink; ``black`` darkness of the ink; ``shade`` mean darkness inside; ``outside`` mm² around the box and in its cell;
    ``off`` mm by which the ink's centre, in the box and around it, lies above or below the box's;
    ``crossing`` ink leaves the window on two opposite sides, as a line struck through does."""

    fill: float
    area: float
    extent: float
    width: float
    length: float
    tangled: int
    loops: int
    black: float
    shade: float
    outside: float
    off: float
    crossing: bool


def measure(window: Window) -> Ink:
    """Measure the ink inside a box and around it; the printed outline is left out of both."""
    reach, rim, size = round(REACH * PIXELS), round(_RIM * PIXELS), window.size
    ink = (window.dark > _INK).view(numpy.uint8)
    near, far, first, last = reach + rim, reach + size - rim, reach - rim, reach + size + rim
    inside, dark = ink[near:far, near:far], window.dark[near:far, near:far]
    square = PIXELS * PIXELS
    area, shade = float(numpy.count_nonzero(inside)) / square, float(dark.mean())
    beyond = numpy.count_nonzero(ink) - numpy.count_nonzero(ink[first:last, first:last])
    outside = float(beyond + sum(numpy.count_nonzero(part > _INK) for part in window.beside)) / square
    if area < _SPECK and outside < _OUTSIDE_SPECK:  # most boxes: nothing there whose shape could matter
        return Ink(0.0, area, 0.0, 0.0, 0.0, 0, 0, 0.0, shade, outside, 0.0, False)
    around = ink.copy()
    around[first:last, first:last] = 0
    black = float(numpy.quantile(dark[inside > 0], 0.9)) if inside.any() else 0.0
    core = (dark > max(_INK, black / 2)).astype(numpy.uint8)  # a blurred edge widens no stroke
    width, length = _stroke(core)
    edges = [bool(edge.any()) for edge in (around[:2], around[-2:], around[:, :2], around[:, -2:])]
    return Ink(
        fill=float(core.mean()),
        area=area,
        extent=_extent(core),
        width=width,
        length=length,
        tangled=max(_tangled(core), _tangled(core.T)),
        loops=_loops(core),
        black=black,
        shade=shade,
        outside=outside,
        off=_off(inside, around),
        crossing=(edges[0] and edges[1]) or (edges[2] and edges[3]),
    )


def _off(inside: NDArray[numpy.uint8], around: NDArray[numpy.uint8]) -> float:
    lines = around.sum(axis=1, dtype=numpy.float64)
    rim = (len(around) - len(inside)) // 2
    lines[rim : rim + len(inside)] += inside.sum(axis=1, dtype=numpy.float64)
    heights = numpy.arange(len(lines)) - (len(lines) - 1) / 2
    return abs(float(heights @ lines / max(1.0, lines.sum()))) / PIXELS


def _stroke(ink: NDArray[numpy.uint8]) -> tuple[float, float]:
    """Width and length in millimetres of the strokes that would leave this ink."""
    if not ink.any():
        return 0.0, 0.0
    depth = cv2.distanceTransform(ink, cv2.DIST_L2, 3)
    depth = numpy.minimum(depth, len(ink) / 4)  # where nothing is paper, there is no edge to measure from
    width = 4 * float(depth[ink > 0].mean())  # a stroke's points lie a quarter of its width from its edge
    return width / PIXELS, float(ink.sum()) / width / PIXELS


def _tangled(ink: NDArray[numpy.uint8]) -> int:
    starts = (ink[:, 1:] > ink[:, :-1]).sum(axis=1) + ink[:, 0]
    return int((starts >= 3).sum())


def _loops(ink: NDArray[numpy.uint8]) -> int:
    _, patches, stats, _ = cv2.connectedComponentsWithStats(1 - ink, connectivity=4)
    rim = numpy.concatenate([patches[0], patches[-1], patches[:, 0], patches[:, -1]])
    enclosed = set(range(1, len(stats))) - {int(patch) for patch in numpy.unique(rim)}
    return sum(int(stats[patch, cv2.CC_STAT_AREA]) >= _LOOP for patch in enclosed)


def _extent(inside: NDArray[numpy.uint8]) -> float:
    count, _, stats, _ = cv2.connectedComponentsWithStats(inside, connectivity=8)
    if count < 2:
        return 0.0
    spans = numpy.hypot(stats[1:, cv2.CC_STAT_WIDTH], stats[1:, cv2.CC_STAT_HEIGHT])
    return float(spans.max()) / PIXELS


def is_blank(ink: Ink, shade: float) -> bool:
    """Whether a box and its surroundings hold no ink; ``shade`` is the mean darkness of this page's emptiest boxes."""
    return ink.area < _SPECK and ink.outside < _OUTSIDE_SPECK and ink.shade - shade < _SHADE


def judge(ink: Ink, chances: Sequence[float]) -> tuple[Kind, float]:
    """Return what a box with ink in or around it holds and how sure that is (0 to 1; 0 for stray).

    ``chances`` are those of `guong.paper.reading.network.CLASSES`. What the network calls marked must also be measured to
    be one tick, cross or stroke; whatever is not clear by both is stray.
    """
    blank, marked, cancelled, _ = chances
    if blank >= _SURE_BLANK and _is_touch(ink):
        return Kind.BLANK, blank
    if cancelled >= _SURE_CANCELLED or (ink.fill >= _FULL and ink.black >= _LEAST_BLACK and marked < _EVEN):
        return Kind.CANCELLED, max(cancelled, _EVEN)
    if marked >= _SURE_MARKED and _is_plain(ink):
        return Kind.MARKED, marked
    return Kind.STRAY, 0.0


def _is_touch(ink: Ink) -> bool:
    """Whether it is too small for any mark: dust, or a pen that came down."""
    return ink.area < _TOUCH and ink.extent < _TOUCH_EXTENT and ink.outside < _OUTSIDE_SPECK


def _is_plain(ink: Ink) -> bool:
    """Whether it measures like one tick, cross or stroke in its box and like nothing else."""
    return (
        not (ink.crossing or ink.loops)
        and ink.tangled <= _MOST_TANGLED
        and ink.extent >= _LEAST_EXTENT
        and ink.black >= _LEAST_BLACK
        and _LEAST_FILL <= ink.fill <= (_MOST_FILL if ink.width <= _WIDEST else _MOST_BLOB)
        and ink.length <= _LONGEST
        and ink.outside <= _MOST_OUTSIDE * ink.area
        and ink.off <= _MOST_OFF
    )
