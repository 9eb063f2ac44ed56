"""Draws the boxes from which the reader's classifier learns: marks and scans of the tests' generator, read as pages are.

Shares no code with `guong.paper.exam`, by which the reader is examined; tests/paper/test_exam.py holds that.
"""

from dataclasses import dataclass
from multiprocessing import Pool
from random import Random

import cv2
import numpy
from numpy.typing import NDArray

from guong.core.outcome import Refused
from guong.paper.reading import Scan
from guong.paper.reading.alignment import windows
from guong.paper.reading.locate import flatten
from guong.paper.reading.network import CLASSES, SIDE, picture
from scripts import reader_hands as hands
from tests.paper import filled, marks, scanner
from tests.paper.marks import PIXELS, Hand, Page, Pen, Tick

_REACH = 1.4  # millimetres around a box that the classifier sees
_LEAST_INK = 0.15  # mm² that a drawing must leave there to be taught
_NEAR, _FAR = 6.0, 12.0  # millimetres: boxes whose surroundings one drawing, or one that spreads, may touch

# How often each is drawn, and what it is called.
_LESSONS: tuple[tuple[int, str, Hand | None], ...] = (
    (24, "blank", None),
    (3, "blank", hands.touch),
    (5, "marked", marks.check),
    (7, "marked", marks.check_of_any_shape),
    (4, "marked", marks.flourish),
    (4, "marked", marks.cross),
    (4, "marked", marks.loose),
    (3, "marked", marks.slash),
    (18, "marked", hands.check),
    (24, "marked", hands.cross),
    (6, "marked", hands.line),
    (2, "cancelled", marks.fill),
    (2, "cancelled", marks.hatched),
    (2, "cancelled", marks.scribbled),
    (3, "cancelled", marks.struck),
    (6, "cancelled", hands.struck),
    (6, "cancelled", hands.scribbled),
    (3, "cancelled", hands.blackened),
    (4, "stray", marks.overlaid),
    (3, "stray", marks.displaced),
    (2, "stray", marks.dash),
    (3, "stray", marks.dot),
    (2, "stray", marks.outside),
    (2, "stray", marks.tail),
    (2, "stray", marks.erased),
    (20, "stray", hands.taken_back),
    (7, "stray", hands.elsewhere),
    (7, "stray", hands.ringed),
)
_SPREADING = frozenset(
    {marks.displaced, marks.circle, marks.outside, marks.struck, hands.struck, hands.elsewhere, hands.ringed}
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
        _skipping(before, _around(page, tick), chance)
        touched.append((tick, _FAR if hand in _SPREADING else _NEAR))
        if hand in _SPREADING:
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


def _skipping(before: Page, after: Page, chance: Random) -> None:
    """Let some ink miss the paper's grain, as ball pens and pencils do."""
    if chance.random() < 0.5:
        return
    coarse = numpy.random.default_rng(chance.getrandbits(32)).random(after.shape, numpy.float32)
    grain = cv2.GaussianBlur(coarse, (0, 0), chance.uniform(0.5, 2.0))
    grain = (grain - grain.min()) / (grain.max() - grain.min() + 1e-6)
    share = 1 - grain * numpy.float32(chance.uniform(0.1, 0.7))
    after[:] = (before - (before - after.astype(numpy.float32)) * share).clip(0, 255).astype(numpy.uint8)


def _scanned(page: Page, chance: Random) -> Scan:
    if chance.random() < 0.12:  # little toner
        strength = chance.uniform(0.45, 0.8)
        page = (255 - (255 - page.astype(numpy.float32)) * strength).astype(numpy.uint8)
    if chance.random() < 1 / 3:
        scan = scanner.photo(page, chance, chance.choice((1600, 1800, 2200, 3000)))
    else:
        scan = scanner.worn_scan(page, chance)
    return Scan(_retouched(scan.pixels, chance), scan.scale)


def _retouched(pixels: Page, chance: Random) -> Page:
    """What scanners and telephones do on their own: sharpen in one of four, blur by an unsteady hand in one of eight."""
    kind = chance.random()
    if kind < 0.25:
        soft = cv2.GaussianBlur(pixels, (0, 0), chance.uniform(0.7, 1.5))
        much = chance.uniform(0.3, 1.2)
        return numpy.asarray(cv2.addWeighted(pixels, 1 + much, soft, -much, 0), dtype=numpy.uint8)
    if kind < 0.375:
        shake = numpy.zeros((5, 5), numpy.float32)
        end = (chance.randrange(5), chance.randrange(5))
        cv2.line(shake, end, (4 - end[0], 4 - end[1]), 1.0)
        return numpy.asarray(cv2.filter2D(pixels, -1, shake / shake.sum()), dtype=numpy.uint8)
    return pixels
