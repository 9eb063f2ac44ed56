"""Finds a sheet by its corner markers, refuses what is out of shape, and lays it flat in millimetres."""

from itertools import pairwise
from typing import Any

import cv2
import numpy
from numpy.typing import NDArray

from guong.core.outcome import Refused
from guong.paper.markers import CORNERS, MARKER
from guong.paper.reading.flat import PIXELS, Flat, Grey
from guong.paper.reading.intake import Scan
from guong.paper.reading.refusals import refused

__all__ = ["PIXELS", "Flat", "flatten"]

_QUICK, _THOROUGH = 1000, 1600  # pixels of the longer side of the copies that are searched for markers
_LEAST_PERIMETER = 0.08  # of the picture's longer side: a marker on a page that fills the picture has 0.13
_LARGEST = 3600
_LEAST_MARKERS = 3
_LEAST_SIDE = 0.7  # of the largest marker's: a ticked box may look like a marker of half the size
_RESIDUAL = 0.6  # millimetres that a marker's corner may lie off
_SCALE_SLACK, _STRETCH_SLACK, _SKEW_SLACK = 0.025, 0.015, 0.01
_LEAST_SCALE = 3.8  # pixels a millimetre: a little under 100 dpi
_LEAST_BLACK = 0.35  # darkness of the printed markers
_BLANK_SHARE = 0.004

Points = NDArray[numpy.float32]


def _detector(*, thorough: bool) -> cv2.aruco.ArucoDetector:
    parameters = cv2.aruco.DetectorParameters()
    parameters.cornerRefinementMethod = cv2.aruco.CORNER_REFINE_SUBPIX
    if not thorough:  # one way of telling black from white instead of three
        parameters.adaptiveThreshWinSizeMin = parameters.adaptiveThreshWinSizeMax = 23
        parameters.minMarkerPerimeterRate = _LEAST_PERIMETER
    return cv2.aruco.ArucoDetector(cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50), parameters)


_quick, _thorough = _detector(thorough=False), _detector(thorough=True)


def flatten(scan: Scan) -> Flat | Refused:
    """Return the page upright and flat, or why it can't be trusted.

    Three of four markers suffice; all their corners must agree with one plane to 0.6 mm. A scan's print scale must be
    100 % within 2.5 %, the same both ways within 1.5 %, opposite edges equal within 1 %; a photo's can't be known and needn't be, since boxes are found
    relative to the markers.
    """
    pixels, scale = _manageable(scan)
    found = _markers(pixels)
    if isinstance(found, Refused):
        return found
    page, image, paper = found
    matrix = cv2.findHomography(image, paper)[0]
    if matrix is None or not numpy.isfinite(matrix).all():
        return refused("folded")
    off = cv2.perspectiveTransform(image[:, None], matrix)[:, 0] - paper
    if float(numpy.linalg.norm(off, axis=1).max()) > _RESIDUAL:
        return refused("folded")
    wrong = _out_of_scale(numpy.linalg.inv(matrix), scale)
    if wrong:
        return wrong
    flat = Flat(page, pixels, matrix)
    return refused("faint_print") if flat.black < _LEAST_BLACK else flat


def _manageable(scan: Scan) -> tuple[Grey, tuple[float, float] | None]:
    """The pixels and their scale, reduced where there are more than a reading needs."""
    share = _LARGEST / max(scan.pixels.shape)
    if share >= 1:
        return scan.pixels, scan.scale
    pixels = cv2.resize(scan.pixels, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
    scale = scan.scale and (scan.scale[0] * share, scan.scale[1] * share)
    return numpy.asarray(pixels, dtype=numpy.uint8), scale


def _markers(pixels: Grey) -> tuple[int, Points, Points] | Refused:
    """The page's number, its markers' corners in the image, and the same corners in millimetres."""
    known = _seen(pixels, _quick, _QUICK)
    if len(known) < len(CORNERS):
        known = _seen(pixels, _thorough, _THOROUGH)
    widest = max((cv2.arcLength(quad, True) for _, quad in known), default=0.0)
    known = [(number, quad) for number, quad in known if cv2.arcLength(quad, True) > _LEAST_SIDE * widest]
    seen = [number for number, _ in known]
    if not seen:
        return refused("blank_page" if _is_blank(_copy(pixels, _THOROUGH)[0]) else "no_markers")
    if len(set(seen)) < len(seen) or len({number // len(CORNERS) for number in seen}) > 1:
        return refused("two_sheets")
    if len(seen) < _LEAST_MARKERS:
        return refused("markers_missing")
    image = numpy.concatenate([quad for _, quad in known]).astype(numpy.float32)
    paper = numpy.concatenate([_printed(number % len(CORNERS)) for number in seen])
    return seen[0] // len(CORNERS) + 1, image, paper


def _seen(pixels: Grey, detector: cv2.aruco.ArucoDetector, longest: int) -> list[tuple[int, Points]]:
    """Numbers and corners of the markers that a copy of about that size shows."""
    copy, share = _copy(pixels, longest)
    corners, numbers, _ = detector.detectMarkers(copy)
    return [
        (int(number), (quad.reshape(4, 2) + 0.5) / share - 0.5)
        for number, quad in zip([] if numbers is None else numbers.ravel(), corners, strict=True)
        if number < 2 * len(CORNERS)
    ]


def _copy(pixels: Grey, longest: int) -> tuple[Grey, float]:
    """A copy reduced by a whole number, which is quick, else by a fraction; and by how much."""
    size = max(pixels.shape)
    whole = size // longest
    share = 1 / whole if whole > 1 else min(1.0, longest / size)
    if share == 1:
        return pixels, share
    size_of_copy = (int(pixels.shape[1] * share), int(pixels.shape[0] * share))
    cut = pixels[: size_of_copy[1] * whole, : size_of_copy[0] * whole] if whole > 1 else pixels
    copy = cv2.resize(cut, size_of_copy, interpolation=cv2.INTER_AREA)
    return numpy.asarray(copy, dtype=numpy.uint8), share


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
