"""Makes a drawn page look as scanners and phones deliver it. Synthetic: no scanner has seen any of them."""

from random import Random
from typing import Any

import cv2
import numpy
from numpy.typing import NDArray

from guong.paper.reading import Scan
from tests.paper.marks import PIXELS, Page

Matrix = NDArray[Any]


def scan(
    page: Page,
    *,
    dpi: int = 200,
    turn: float = 0.0,
    size: tuple[float, float] = (1.0, 1.0),
    shift: tuple[float, float] = (0.0, 0.0),
) -> Scan:
    """A clean scan on A4: ``turn`` degrees, ``size`` of the print across and down, ``shift`` in millimetres."""
    per = dpi / 25.4
    height, width = round(297 * per), round(210 * per)
    around = numpy.vstack([cv2.getRotationMatrix2D((105.0, 148.5), turn, 1.0), [0, 0, 1]])
    moved = numpy.array([[size[0], 0, shift[0]], [0, size[1], shift[1]], [0, 0, 1]])
    matrix = numpy.diag([per, per, 1]) @ moved @ around @ numpy.diag([1 / PIXELS, 1 / PIXELS, 1])
    soft = cv2.GaussianBlur(page, (0, 0), max(0.1, 0.4 * PIXELS / per))
    found = cv2.warpPerspective(soft, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=245)
    return Scan(numpy.asarray(found, dtype=numpy.uint8), (per, per))


def worn_scan(page: Page, chance: Random) -> Scan:
    """A scan as offices make them: askew, shaded, noisy, compressed; sometimes black and white, sometimes upside down."""
    dpi = chance.choice((150, 200, 200, 300))
    clean = scan(
        page,
        dpi=dpi,
        turn=chance.gauss(0, 0.8),
        size=(chance.uniform(0.992, 1.006), chance.uniform(0.992, 1.006)),
        shift=(chance.gauss(0, 1.0), chance.gauss(0, 1.0)),
    )
    pixels = _shaded(clean.pixels, chance, 0.12)
    pixels = _noisy(pixels, chance, chance.uniform(1, 7), chance.uniform(0.3, 1.0))
    if chance.random() < 0.1:
        pixels = numpy.where(pixels > 0.62 * float(numpy.median(pixels)), 255, 0).astype(numpy.uint8)
    else:
        pixels = _compressed(pixels, chance.randrange(55, 92))
    if chance.random() < 0.15:
        pixels = numpy.ascontiguousarray(pixels[::-1, ::-1])
    return Scan(pixels, clean.scale)


def photo(page: Page, chance: Random, longer: int = 2200) -> Scan:
    """A phone's photo from above: perspective, a table around the sheet, a shadow, compression; no known scale."""
    height, width = longer, longer * 3 // 4
    edge = height * 0.06
    corners = [(edge, edge), (width - edge, edge), (width - edge, height - edge), (edge, height - edge)]
    slack = 0.028 * height
    target = numpy.array(
        [[c + chance.uniform(-slack, slack) for c in corner] for corner in corners], numpy.float32
    )
    source = numpy.array(
        [(0, 0), (page.shape[1], 0), (page.shape[1], page.shape[0]), (0, page.shape[0])], numpy.float32
    )
    matrix = cv2.getPerspectiveTransform(source, target)
    soft = cv2.GaussianBlur(page, (0, 0), 1.0)
    found = cv2.warpPerspective(soft, matrix, (width, height), borderValue=90)
    pixels = _shaded(numpy.asarray(found, dtype=numpy.uint8), chance, 0.4)
    pixels = _noisy(pixels, chance, chance.uniform(2, 7), chance.uniform(0.4, 1.0))
    return Scan(_compressed(pixels, chance.randrange(60, 90)), None)


def _shaded(pixels: Page, chance: Random, most: float) -> Page:
    """One side darker than the other, paper not quite white."""
    height, width = pixels.shape
    across = numpy.linspace(-1, 1, width, dtype=numpy.float32)[None, :] * numpy.float32(
        chance.uniform(-most, most)
    )
    down = numpy.linspace(-1, 1, height, dtype=numpy.float32)[:, None] * numpy.float32(
        chance.uniform(-most, most)
    )
    slope = across + down
    light = 1 - numpy.abs(slope) / 2 - slope / 4
    light *= pixels
    light *= numpy.float32(chance.uniform(0.82, 1.0))
    return numpy.clip(light, 0, 255, out=light).astype(numpy.uint8)


def _noisy(pixels: Page, chance: Random, noise: float, blur: float) -> Page:
    grain = numpy.random.default_rng(chance.randrange(2**32)).standard_normal(pixels.shape, numpy.float32)
    grain *= numpy.float32(noise)
    grain += cv2.GaussianBlur(pixels, (0, 0), blur)
    return numpy.clip(grain, 0, 255, out=grain).astype(numpy.uint8)


def _compressed(pixels: Page, quality: int) -> Page:
    made = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return numpy.asarray(cv2.imdecode(made, cv2.IMREAD_GRAYSCALE), dtype=numpy.uint8)
