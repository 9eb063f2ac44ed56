"""Draws the boxes from which the reader's classifier learns: marks and scans of the tests' generator, read as pages are.

Shares no code with `guong.paper.exam`, by which the reader is examined; tests/paper/test_exam.py holds that.
"""

from dataclasses import dataclass
from multiprocessing import Pool
from random import Random

import numpy
from numpy.typing import NDArray

from guong.core.outcome import Refused
from guong.paper.reading import Scan
from guong.paper.reading.alignment import windows
from guong.paper.reading.locate import flatten
from guong.paper.reading.network import CLASSES, SIDE, picture
from tests.paper import filled, marks, scanner
from tests.paper.marks import PIXELS, Hand, Page, Pen, Tick

_REACH = 1.4  # millimetres around a box that the classifier sees
_LEAST_INK = 0.15  # mm² that a drawing must leave there to be taught
_NEAR, _FAR = 6.0, 12.0  # millimetres: boxes whose surroundings one drawing, or one that spreads, may touch

# How often each is drawn, and what it is called.
_LESSONS: tuple[tuple[int, str, Hand | None], ...] = (
    (45, "blank", None),
    (8, "marked", marks.check),
    (14, "marked", marks.check_of_any_shape),
    (6, "marked", marks.flourish),
    (8, "marked", marks.cross),
    (10, "marked", marks.loose),
    (5, "marked", marks.slash),
    (5, "cancelled", marks.fill),
    (4, "cancelled", marks.hatched),
    (3, "cancelled", marks.scribble),
    (5, "cancelled", marks.scribbled),
    (2, "cancelled", marks.strike),
    (5, "cancelled", marks.struck),
    (8, "stray", marks.overlaid),
    (3, "stray", marks.crossed_out),
    (8, "stray", marks.displaced),
    (4, "stray", marks.circle),
    (2, "stray", marks.ring),
    (2, "stray", marks.dash),
    (3, "stray", marks.dot),
    (3, "stray", marks.outside),
    (4, "stray", marks.speck),
    (3, "stray", marks.tail),
    (2, "stray", marks.erased),
    (4, "marked", marks.twice),
)


@dataclass(frozen=True)
class Lessons:
    """``pictures`` of shape (n, SIDE, SIDE), ``answers`` (n,) as places in `CLASSES`."""

    pictures: NDArray[numpy.float32]
    answers: NDArray[numpy.int64]


def lessons(pages: int, seed: int, processes: int = 1) -> Lessons:
    """Return the boxes of that many pages, two scans to each photo."""
    chances = [Random(f"{seed}/{number}") for number in range(pages)]
    if processes == 1:
        made = [_page(chance) for chance in chances]
    else:
        with Pool(processes) as pool:
            made = pool.map(_page, chances, chunksize=10)
    seen = [(picture, CLASSES.index(answer)) for page in made for picture, answer in page]
    pictures = numpy.array([picture for picture, _ in seen], numpy.float32).reshape(-1, SIDE, SIDE)
    return Lessons(pictures, numpy.array([answer for _, answer in seen], numpy.int64))


def _page(chance: Random) -> list[tuple[NDArray[numpy.float32], str]]:
    key = chance.choice(("school_head", "ward_head"))
    page = filled.printed(key).copy()
    answers = _drawn(page, key, chance)
    flat = flatten(_scanned(page, chance))
    if isinstance(flat, Refused):
        return []
    boxes = [
        (window, answers.get((row.item, place)))
        for row in filled.layout(key).rows
        for place, window in enumerate(windows(flat, row) or ())
    ]
    return [(picture(window), answer) for window, answer in boxes if answer]


def _drawn(page: Page, key: str, chance: Random) -> dict[tuple[str, int], str]:
    """Draw on a page; returns what may be taught of it, box by box."""
    boxes = [(item, place, tick) for item, row in filled.ticks(key).items() for place, tick in enumerate(row)]
    answers: dict[tuple[str, int], str | None] = {}
    spreading = (marks.displaced, marks.circle, marks.outside, marks.strike, marks.struck)
    touched: list[tuple[Tick, float]] = []
    tool = _pen(chance)
    for item, place, tick in chance.sample(boxes, len(boxes)):
        crowded = any(_distance(tick, other) < near for other, near in touched)
        answer, hand = _lesson(chance)
        if hand is None or crowded:
            answers[item, place] = None if crowded else answer
            continue
        before = _around(page, tick).copy()
        own = tool if chance.random() < 0.7 else _pen(chance)
        hand(page, _slipped(tick, chance) if answer == "marked" else tick, chance, own)
        touched.append((tick, _FAR if hand in spreading else _NEAR))
        if hand in spreading:
            near = [(i, p) for i, p, other in boxes if 0 < _distance(tick, other) < _FAR]
            answers |= dict.fromkeys(near)
        is_seen = answer != "stray" or _ink(before, _around(page, tick)) >= _LEAST_INK
        answers[item, place] = answer if is_seen else None
    return {place: answer for place, answer in answers.items() if answer}


def _lesson(chance: Random) -> tuple[str, Hand | None]:
    _, answer, hand = chance.choices(_LESSONS, [share for share, _, _ in _LESSONS])[0]
    return answer, hand


def _pen(chance: Random) -> Pen:
    if chance.random() < 0.2:
        return Pen(chance.uniform(0.35, 0.7), chance.uniform(0.3, 0.6))  # pencil
    return Pen(chance.uniform(0.22, 1.05), chance.uniform(0.55, 0.98))


def _slipped(tick: Tick, chance: Random) -> Tick:
    off = [max(-1.0, min(1.0, chance.gauss(0, 0.5))) for _ in range(2)]
    return tick | {"x": tick["x"] + off[0], "y": tick["y"] + off[1]}


def _distance(tick: Tick, other: Tick) -> float:
    return float(max(abs(tick["x"] - other["x"]), abs(tick["y"] - other["y"])))


def _around(page: Page, tick: Tick) -> Page:
    top, left = (max(0, round((tick[name] - _REACH) * PIXELS)) for name in ("y", "x"))
    length = round((tick["w"] + 2 * _REACH) * PIXELS)
    return page[top : top + length, left : left + length]


def _ink(before: Page, after: Page) -> float:
    return float((before.astype(int) - after > 60).sum()) / PIXELS**2


def _scanned(page: Page, chance: Random) -> Scan:
    if chance.random() < 0.12:  # little toner
        strength = chance.uniform(0.45, 0.8)
        page = (255 - (255 - page.astype(numpy.float32)) * strength).astype(numpy.uint8)
    if chance.random() < 1 / 3:
        return scanner.photo(page, chance, chance.choice((1600, 1800, 2200, 3000)))
    return scanner.worn_scan(page, chance)
