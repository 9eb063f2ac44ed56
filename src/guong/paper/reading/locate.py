"""Finds a sheet by its corner markers, refuses what is out of shape, and lays it flat in millimetres."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import cv2
import numpy
from numpy.typing import NDArray

from guong.core.outcome import Refused
from guong.paper.markers import CORNERS, HEIGHT, MARKER, WIDTH
from guong.paper.reading.intake import Scan
from guong.paper.reading.refusals import refused

PIXELS = 8
"""Pixels a millimetre of a flattened page."""

_SEARCH = 1600  # pixels of the longer side of the copy that is searched for markers
_LARGEST = 3600
_LEAST_MARKERS = 3
_LEAST_SIDE = 0.7  # of the largest marker's: a ticked box may look like a marker of half the size
_RESIDUAL = 0.6  # millimetres that a marker's corner may lie off
_SCALE_SLACK, _STRETCH_SLACK, _SKEW_SLACK = 0.025, 0.015, 0.01
_LEAST_SCALE = 3.8  # pixels a millimetre: a little under 100 dpi
_LEAST_BLACK = 0.35  # darkness of the printed markers
_BLANK_SHARE = 0.004

Points = NDArray[numpy.float32]
Darkness = NDArray[numpy.float32]

_detector = cv2.aruco.ArucoDetector(cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50))
_parameters = cv2.aruco.DetectorParameters()
_parameters.cornerRefinementMethod = cv2.aruco.CORNER_REFINE_SUBPIX
_detector.setDetectorParameters(_parameters)


@dataclass(frozen=True)
class Flat:
    """A page laid flat, `PIXELS` a millimetre: ``grey`` as scanned; ``dark`` 0 as the paper, 1 as the printed black."""

    page: int
    grey: NDArray[numpy.uint8]
    dark: Darkness


def flatten(scan: Scan) -> Flat | Refused:
    """Return the page upright and flat, or why it can't be trusted.

    Three of four markers suffice; all their corners must agree with one plane to 0.6 mm. A scan's print scale must be
    100 % within 2.5 %, the same both ways within 1.5 %, opposite edges equal within 1 %; a photo's can't be known and needn't be, since boxes are found
    relative to the markers.
    """
    found = _markers(scan.pixels)
    if isinstance(found, Refused):
        return found
    page, image, paper = found
    matrix = cv2.findHomography(image, paper)[0]
    if matrix is None or not numpy.isfinite(matrix).all():
        return refused("folded")
    off = cv2.perspectiveTransform(image[:, None], matrix)[:, 0] - paper
    if float(numpy.linalg.norm(off, axis=1).max()) > _RESIDUAL:
        return refused("folded")
    wrong = _out_of_scale(numpy.linalg.inv(matrix), scan.scale)
    if wrong:
        return wrong
    grey = _warped(scan.pixels, matrix)
    dark = _darkness(grey)
    black = _print_black(dark)
    if black < _LEAST_BLACK:
        return refused("faint_print")
    return Flat(page, grey, numpy.clip(dark / black, 0, 1.2))


def _markers(pixels: NDArray[numpy.uint8]) -> tuple[int, Points, Points] | Refused:
    """The page's number, its markers' corners in the image, and the same corners in millimetres."""
    share = min(1.0, _SEARCH / max(pixels.shape))
    copy = cv2.resize(pixels, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
    corners, numbers, _ = _detector.detectMarkers(copy)
    known = [
        (int(number), quad.reshape(4, 2))
        for number, quad in zip([] if numbers is None else numbers.ravel(), corners, strict=True)
        if number < 2 * len(CORNERS)
    ]
    widest = max((cv2.arcLength(quad, True) for _, quad in known), default=0.0)
    known = [(number, quad) for number, quad in known if cv2.arcLength(quad, True) > _LEAST_SIDE * widest]
    seen = [number for number, _ in known]
    if not seen:
        return refused("blank_page" if _is_blank(copy) else "no_markers")
    if len(set(seen)) < len(seen) or len({number // len(CORNERS) for number in seen}) > 1:
        return refused("two_sheets")
    if len(seen) < _LEAST_MARKERS:
        return refused("markers_missing")
    image = numpy.concatenate([(quad + 0.5) / share - 0.5 for _, quad in known]).astype(numpy.float32)
    paper = numpy.concatenate([_printed(number % len(CORNERS)) for number in seen])
    return seen[0] // len(CORNERS) + 1, image, paper


def _printed(corner: int) -> Points:
    x, y = CORNERS[corner]
    return numpy.array(
        [(x, y), (x + MARKER, y), (x + MARKER, y + MARKER), (x, y + MARKER)], dtype=numpy.float32
    )


def _is_blank(pixels: Any) -> bool:
    paper = float(numpy.median(pixels))
    return bool(numpy.mean(pixels < 0.75 * paper) < _BLANK_SHARE) and paper > 0


def _out_of_scale(back: NDArray[Any], scale: tuple[float, float] | None) -> Refused | None:
    """Compare the four edges between markers with what the file says of its resolution."""
    edges = numpy.array([[*CORNERS, CORNERS[0]]], dtype=numpy.float32)
    image = cv2.perspectiveTransform(edges, back)[0]
    lengths = [float(numpy.linalg.norm(b - a)) for a, b in pairwise(image)]
    nominal = [float(numpy.linalg.norm(b - a)) for a, b in pairwise(edges[0])]
    if min(length / real for length, real in zip(lengths, nominal, strict=True)) < _LEAST_SCALE:
        return refused("low_resolution")
    if scale is None:
        return None
    flat = image / numpy.array(scale)
    ratios = [
        float(numpy.linalg.norm(b - a)) / real for (a, b), real in zip(pairwise(flat), nominal, strict=True)
    ]
    if max(abs(ratios[0] - ratios[2]), abs(ratios[1] - ratios[3])) > _SKEW_SLACK:
        return refused("folded")  # a scanner sees no perspective: opposite edges must be of one length
    across, down = (ratios[0] + ratios[2]) / 2, (ratios[1] + ratios[3]) / 2
    if abs(across / down - 1) > _STRETCH_SLACK:
        return refused("stretched")
    return refused("wrong_scale") if abs((across + down) / 2 - 1) > _SCALE_SLACK else None


def _warped(pixels: NDArray[numpy.uint8], matrix: NDArray[Any]) -> NDArray[numpy.uint8]:
    share = min(1.0, _LARGEST / max(pixels.shape))
    if share < 1:
        pixels = numpy.asarray(
            cv2.resize(pixels, None, fx=share, fy=share, interpolation=cv2.INTER_AREA), dtype=numpy.uint8
        )
    shrunk = numpy.diag([1 / share, 1 / share, 1])
    enlarged = numpy.diag([PIXELS, PIXELS, 1])
    size = (round(WIDTH * PIXELS), round(HEIGHT * PIXELS))
    flat = cv2.warpPerspective(
        pixels, enlarged @ matrix @ shrunk, size, borderMode=cv2.BORDER_CONSTANT, borderValue=255
    )
    return numpy.asarray(flat, dtype=numpy.uint8)


def _darkness(grey: NDArray[numpy.uint8]) -> Darkness:
    """How much darker than the paper around it each pixel is: shadows and yellow paper fall out."""
    small = cv2.resize(grey, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    paper = cv2.dilate(small, numpy.ones((19, 19), dtype=numpy.uint8))
    paper = cv2.GaussianBlur(paper, (31, 31), 0)
    paper = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    ground = numpy.maximum(paper.astype(numpy.float32), 40)
    return numpy.clip(1 - grey.astype(numpy.float32) / ground, 0, 1)


def _print_black(dark: Darkness) -> float:
    """The darkness of the second lightest marker's black border (one may be missing): what this printer and scanner make of black."""
    values = []
    for x, y in CORNERS:
        left, top, size = (round(length * PIXELS) for length in (x, y, MARKER))
        strip = dark[top + 3 : top + 10, left + 3 : left + size - 3]
        values.append(float(numpy.median(strip)))
    return sorted(values)[1]
