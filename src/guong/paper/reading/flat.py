"""A page laid flat in millimetres: any area of it as grey or as darkness against the paper around it, on demand."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import cv2
import numpy
from numpy.typing import NDArray

from guong.paper.markers import CORNERS, HEIGHT, MARKER, WIDTH

PIXELS = 8
"""Pixels a millimetre of a flattened page."""

_COARSE = 4  # pixels of the page for each of the map of its paper's brightness
_LEAST_LIGHT = 40  # grey of paper below which a shadow is taken to be this bright
_MOST_DARK = 1.2

Grey = NDArray[numpy.uint8]
Darkness = NDArray[numpy.float32]


@dataclass(frozen=True)
class Area:
    """A rectangle of the flattened page in pixels; ``left`` and ``top`` may lie outside the page."""

    left: int
    top: int
    width: int
    height: int

    @classmethod
    def around(cls, x: float, y: float, width: float, height: float) -> "Area":
        """The area of a rectangle in millimetres, grown to whole pixels of the map of the paper."""
        left, top = (_COARSE * int(length * PIXELS // _COARSE) for length in (x, y))
        right, bottom = ((x + width) * PIXELS, (y + height) * PIXELS)
        across, down = (_COARSE * int(-(-length // _COARSE)) for length in (right - left, bottom - top))
        return cls(left, top, across, down)


@dataclass(frozen=True)
class Flat:
    """A page that was found: ``page`` 1 or 2, ``pixels`` as scanned, ``to_paper`` the way from them to millimetres."""

    page: int
    pixels: Grey
    to_paper: NDArray[Any]

    @cached_property
    def grey(self) -> Grey:
        """The whole page as scanned, upright and at `PIXELS` a millimetre; white beyond the picture."""
        return self.grey_of(Area(0, 0, round(WIDTH * PIXELS), round(HEIGHT * PIXELS)))

    def grey_of(self, area: Area) -> Grey:
        """One area of it, which takes less time than the whole."""
        return _warped(self.pixels, self._to(PIXELS, area.left, area.top), (area.width, area.height))

    def dark_of(self, area: Area) -> Darkness:
        """0 where the area is as bright as the paper around it, 1 where it is as dark as the printed black."""
        dark = self._darkness(area) / numpy.float32(self.black)
        return numpy.asarray(numpy.minimum(dark, _MOST_DARK), dtype=numpy.float32)

    @cached_property
    def black(self) -> float:
        """The darkness of the second lightest marker's border (one may be missing): what printer and scanner make of black."""
        edge = MARKER / 8
        values = []
        for x, y in CORNERS:
            strip = self._darkness(Area.around(x + edge / 3, y + edge / 3, MARKER - edge, edge / 2))
            values.append(float(numpy.median(strip)))
        return sorted(values)[1]

    def _darkness(self, area: Area) -> Darkness:
        grey = self.grey_of(area)
        rows = numpy.arange(area.top // _COARSE, (area.top + area.height) // _COARSE)
        columns = numpy.arange(area.left // _COARSE, (area.left + area.width) // _COARSE)
        part = self._paper.take(rows, axis=0, mode="clip").take(columns, axis=1, mode="clip")
        ground = cv2.resize(part, (area.width, area.height), interpolation=cv2.INTER_LINEAR)
        share = cv2.divide(grey, ground, dtype=cv2.CV_32F)
        return numpy.maximum(1 - share, 0).astype(numpy.float32, copy=False)

    @cached_property
    def _paper(self) -> Grey:
        """How bright the paper is around each spot: shadows and yellow paper fall out of the darkness."""
        per = PIXELS / _COARSE
        size = (round(WIDTH * per), round(HEIGHT * per))
        small = _warped(*_reduced(self.pixels, self._to(per, 0, 0)), size)
        # What is darker than all around it within 5 mm is ink; a shadow's edge is not, and stays in the map.
        paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, numpy.ones((19, 19), dtype=numpy.uint8))
        paper = cv2.blur(cv2.blur(paper, (15, 15)), (15, 15))
        return numpy.maximum(paper, _LEAST_LIGHT).astype(numpy.uint8, copy=False)

    def _to(self, per: float, left: int, top: int) -> NDArray[Any]:
        placed: NDArray[Any] = numpy.array([[per, 0, -left], [0, per, -top], [0, 0, 1]]) @ self.to_paper
        return placed


def _reduced(pixels: Grey, matrix: NDArray[Any]) -> tuple[Grey, NDArray[Any]]:
    """A third of the pixels, averaged, and the way from them: their brightness is wanted, no detail."""
    share = 1 / 3
    small = cv2.resize(pixels, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
    return numpy.asarray(small, dtype=numpy.uint8), matrix @ numpy.array([[3, 0, 1], [0, 3, 1], [0, 0, 1]])


def _warped(pixels: Grey, matrix: NDArray[Any], size: tuple[int, int]) -> Grey:
    flat = cv2.warpPerspective(pixels, matrix, size, borderMode=cv2.BORDER_CONSTANT, borderValue=255)
    return numpy.asarray(flat, dtype=numpy.uint8)
