"""Paper sheets as an office scanner delivers them: printed, filled in by an invented pen, askew, grey and compressed.

Synthetic throughout: no person has marked and no scanner has seen any of them.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import cv2
import numpy
import pypdfium2
from numpy.typing import NDArray
from PIL import Image

from guong.core.ballot import Part
from guong.paper import ballot_layout, ballot_sheet_pdf
from guong.paper.reading import Layout
from guong.paper.reading.layout import Tick

_DPI = 150
_PER = _DPI / 25.4  # pixels a millimetre
_SHIFT = 4  # binary places of a pixel
_STAMP, _STAMP_WIDE = (47.0, 23.0), 11.0
_WRITING = (60.0, 150.0)  # millimetres from the left between which the invented hand writes
_TORN = 22.0  # millimetres of each torn corner
_BESIDE, _CORRECTED = 0.03, 0.04  # shares of rows marked beside their box, and corrected
_ASIDE = 4.5  # millimetres
_SLACK = 64  # pixels by which a page's grain is shifted at most: one field of it serves a stack
Side = NDArray[numpy.uint8]
Grain = NDArray[numpy.float32]


@dataclass(frozen=True)
class PaperSheet:
    """One sheet in the box: its answer, whether it bears the stamp, whether two of its corners are torn off."""

    part: Part
    is_stamped: bool = True
    is_torn: bool = False


@dataclass(frozen=True)
class Pen:
    """Width in millimetres, grey of its ink."""

    width: float
    grey: int

    def stroke(self, page: Side, points: Sequence[tuple[float, float]]) -> None:
        """Draw a line through points in millimetres."""
        way = numpy.array(
            [[round(c * _PER * 2**_SHIFT) for c in point] for point in points], dtype=numpy.int32
        )
        cv2.polylines(page, [way], False, self.grey, max(1, round(self.width * _PER)), cv2.LINE_AA, _SHIFT)


def scanned_stack(
    questionnaire: bytes, subject_line: str, sheets: Sequence[PaperSheet], random: Random
) -> bytes:
    """Return a PDF of all sheets, both sides, in their order; ``questionnaire`` is its canonical JSON."""
    sides, layout = _printed(questionnaire, subject_line), Layout.from_bytes(ballot_layout(questionnaire))
    grain = _grain(sides[0], random)
    pages: list[Image.Image] = []
    for sheet in sheets:
        pen = Pen(random.uniform(0.4, 0.7), random.randint(25, 70))
        front = _front(sides[0].copy(), layout, sheet.part, pen, random)
        if sheet.is_stamped:
            _stamp(front)
        filled = [front, *(_back(side.copy(), sheet.part, pen, random) for side in sides[1:])]
        if sheet.is_torn:
            for side in filled:
                _tear(side)
        pages += [Image.fromarray(_worn(side, grain, random)) for side in filled]
    file = io.BytesIO()
    pages[0].save(file, "PDF", resolution=_DPI, save_all=True, append_images=pages[1:], quality=80)
    return file.getvalue()


def _printed(questionnaire: bytes, subject_line: str) -> list[Side]:
    printed = pypdfium2.PdfDocument(ballot_sheet_pdf(questionnaire, subject_line=subject_line))
    return [_drawn(printed, number) for number in range(len(printed))]


def _drawn(printed: pypdfium2.PdfDocument, number: int) -> Side:
    drawn = printed[number].render(scale=_DPI / 72, grayscale=True).to_numpy()
    return numpy.array(drawn.reshape(drawn.shape[:2]), dtype=numpy.uint8)


def _front(page: Side, layout: Layout, part: Part, pen: Pen, random: Random) -> Side:
    crosses = random.random() < 0.5
    for row, mark in zip(layout.rows, part.marks, strict=True):
        if mark == "0":
            continue
        tick, others = row.ticks[int(mark) - 1], [tick for tick in row.ticks if str(tick.value) != mark]
        x = tick.x + tick.w / 2 + random.gauss(0, 0.3)
        y = tick.y + tick.h / 2 + random.gauss(0, 0.3)
        slip = random.random()
        if slip < _BESIDE:
            x += _ASIDE
        elif slip < _BESIDE + _CORRECTED:
            _fill(page, random.choice(others), pen)
        _mark(page, (x, y), pen, random.uniform(1.3, 2.0), crosses=crosses)
    return page


def _mark(page: Side, middle: tuple[float, float], pen: Pen, size: float, *, crosses: bool) -> None:
    x, y = middle
    if crosses:
        pen.stroke(page, [(x - size, y - size), (x + size, y + size)])
        pen.stroke(page, [(x + size, y - size), (x - size, y + size)])
    else:
        pen.stroke(page, [(x - size, y - 0.1), (x - size / 3, y + size * 0.8), (x + size, y - size)])


def _fill(page: Side, tick: Tick, pen: Pen) -> None:
    """Fill a box that was ticked by mistake, as the sheet's own instruction says."""
    steps = [tick.y + 0.5 + 0.3 * step for step in range(round((tick.h - 1) / 0.3) + 1)]
    ends = (tick.x + 0.5, tick.x + tick.w - 0.5)
    pen.stroke(page, [(ends[(place + side) % 2], y) for place, y in enumerate(steps) for side in (0, 1)])


def _back(page: Side, part: Part, pen: Pen, random: Random) -> Side:
    """A wavy line for each remark: somebody wrote here."""
    for place in range(len(part.remarks)):
        x, end = _WRITING
        y, way = 40.0 + 12 * place, []
        while x < end:
            way.append((x, y + random.uniform(-1.5, 1.5)))
            x += random.uniform(0.8, 1.8)
        pen.stroke(page, way)
    return page


def _stamp(page: Side) -> None:
    middle = tuple(round(length * _PER) for length in _STAMP)
    cv2.circle(page, middle, round(_STAMP_WIDE * _PER), 110, round(0.8 * _PER), cv2.LINE_AA)


def _tear(page: Side) -> None:
    """Tear off the two upper corners, and with them their markers."""
    corner, (_, wide) = round(_TORN * _PER), page.shape
    page[:corner, :corner] = page[:corner, wide - corner :] = 245


def _grain(page: Side, random: Random) -> Grain:
    high, wide = page.shape
    drawn = numpy.random.default_rng(random.randrange(2**32))
    return drawn.standard_normal((high + _SLACK, wide + _SLACK), dtype=numpy.float32)


def _worn(page: Side, grain: Grain, random: Random) -> Side:
    high, wide = page.shape
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), random.gauss(0, 0.4), random.uniform(0.995, 1.004))
    turned = cv2.warpAffine(page, matrix, (wide, high), borderValue=245)
    soft = cv2.GaussianBlur(turned, (0, 0), random.uniform(0.5, 0.9)).astype(numpy.float32)
    top, left = random.randrange(_SLACK), random.randrange(_SLACK)
    dirt = grain[top : top + high, left : left + wide]
    shade, strength = random.uniform(0.88, 0.98), random.uniform(1, 5)
    worn = cv2.addWeighted(soft, shade, dirt, strength, 0, dtype=cv2.CV_8U)
    return numpy.asarray(worn, dtype=numpy.uint8)
