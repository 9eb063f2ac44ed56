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
from guong.core.questionnaire import Questionnaire
from guong.paper import ballot_layout, ballot_sheet_pdf
from guong.paper.reading import Layout

_DPI = 200
_PER = _DPI / 25.4  # pixels a millimetre
_SHIFT = 4  # binary places of a pixel
_STAMP, _STAMP_WIDE = (47.0, 23.0), 11.0
_WRITING = (60.0, 150.0)  # millimetres from the left between which the invented hand writes
Side = NDArray[numpy.uint8]


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
    form: Questionnaire, subject_line: str, sheets: Sequence[tuple[Part, bool]], random: Random
) -> bytes:
    """Return a PDF of all sheets, both sides, in their order; each is an answer and whether the sheet bears the stamp."""
    printed = pypdfium2.PdfDocument(ballot_sheet_pdf(form.raw, subject_line=subject_line))
    sides = [_drawn(printed, number) for number in range(len(printed))]
    layout = Layout.from_bytes(ballot_layout(form.raw))
    pages: list[Image.Image] = []
    for part, is_stamped in sheets:
        pen = Pen(random.uniform(0.4, 0.7), random.randint(25, 70))
        front = _front(sides[0].copy(), layout, part, pen, random)
        if is_stamped:
            _stamp(front)
        filled = [front, *(_back(side.copy(), part, pen, random) for side in sides[1:])]
        pages += [Image.fromarray(_worn(side, random)) for side in filled]
    file = io.BytesIO()
    pages[0].save(file, "PDF", resolution=_DPI, save_all=True, append_images=pages[1:], quality=80)
    return file.getvalue()


def _drawn(printed: pypdfium2.PdfDocument, number: int) -> Side:
    drawn = printed[number].render(scale=_DPI / 72, grayscale=True).to_numpy()
    return numpy.array(drawn.reshape(drawn.shape[:2]), dtype=numpy.uint8)


def _front(page: Side, layout: Layout, part: Part, pen: Pen, random: Random) -> Side:
    crosses = random.random() < 0.5
    for row, mark in zip(layout.rows, part.marks, strict=True):
        if mark == "0":
            continue
        tick = row.ticks[int(mark) - 1]
        x = tick.x + tick.w / 2 + random.gauss(0, 0.3)
        y = tick.y + tick.h / 2 + random.gauss(0, 0.3)
        size = random.uniform(1.3, 2.0)
        if crosses:
            pen.stroke(page, [(x - size, y - size), (x + size, y + size)])
            pen.stroke(page, [(x + size, y - size), (x - size, y + size)])
        else:
            pen.stroke(page, [(x - size, y - 0.1), (x - size / 3, y + size * 0.8), (x + size, y - size)])
    return page


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


def _worn(page: Side, random: Random) -> Side:
    high, wide = page.shape
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), random.gauss(0, 0.4), random.uniform(0.995, 1.004))
    turned = cv2.warpAffine(page, matrix, (wide, high), borderValue=245)
    soft = cv2.GaussianBlur(turned, (0, 0), random.uniform(0.5, 0.9))
    grain = numpy.random.default_rng(random.randrange(2**32)).normal(0, random.uniform(1, 5), page.shape)
    worn = numpy.clip(soft * random.uniform(0.88, 0.98) + grain, 0, 255)
    return worn.astype(numpy.uint8)
