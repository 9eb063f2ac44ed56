"""Cuts a page that was laid flat into what a person needs to see: the head with its stamp, one strip a row, the back.

A strip shows one printed line of the form and its boxes, nothing else of the sheet (DESIGN §4.5).
"""

from typing import Any

import cv2
import numpy
from numpy.typing import NDArray

from guong.paper.reading.flat import PIXELS
from guong.paper.reading.layout import Layout, Row

_HEAD = (22.0, 8.0, 166.0, 31.5)
"""x, y, width, height in millimetres: stamp, title and the line that names the subject, between the markers."""

_LEFT, _WIDE = 14.0, 182.0
_ABOVE, _BELOW = 5.5, 10.5  # millimetres around a row's boxes where no neighbour is nearer
_OVERLAP = 1.5  # millimetres beyond the middle: rows are of unequal height
_SHOWN = 5  # pixels a millimetre of what is shown
_QUALITY = 82


def head(grey: NDArray[numpy.uint8]) -> bytes:
    """Return the sheet's head as JPEG."""
    return _cut(grey, *_HEAD)


def row_strips(grey: NDArray[numpy.uint8], layout: Layout, page: int) -> dict[str, bytes]:
    """Return one JPEG for each row of a side, by item."""
    rows = [row for row in layout.rows if row.page == page]
    return {row.item: _cut(grey, _LEFT, *_span(row, rows)) for row in rows}


def whole(grey: NDArray[numpy.uint8]) -> bytes:
    """Return the side from edge to edge between the markers as JPEG, to read what was written there."""
    return _cut(grey, 12.0, 22.0, 186.0, 248.0)


def marks(grey: NDArray[numpy.uint8], layout: Layout, page: int) -> bytes:
    """Return all rows as one JPEG: two of them side by side show whether they are one sheet."""
    ticks = [tick for row in layout.rows if row.page == page for tick in row.ticks]
    top, bottom = min(tick.y for tick in ticks) - 3, max(tick.y + tick.h for tick in ticks) + 3
    return _cut(grey, _LEFT, top, _WIDE, bottom - top)


def _span(row: Row, rows: list[Row]) -> tuple[float, float, float]:
    """Top, width and height of a row's strip; it ends a little beyond the middle to the next row."""
    top, bottom = row.ticks[0].y, row.ticks[0].y + row.ticks[0].h
    before = [other.ticks[0].y + other.ticks[0].h for other in rows if other.ticks[0].y < top]
    after = [other.ticks[0].y for other in rows if other.ticks[0].y > top]
    begin = max(top - _BELOW, (max(before) + top) / 2 - _OVERLAP) if before else top - _ABOVE
    end = min(bottom + _BELOW, (min(after) + bottom) / 2 + _OVERLAP) if after else bottom + _ABOVE
    return begin, _WIDE, end - begin


def _cut(grey: NDArray[numpy.uint8], x: float, y: float, wide: float, high: float) -> bytes:
    left, top, right, bottom = (round(length * PIXELS) for length in (x, y, x + wide, y + high))
    part: Any = grey[max(0, top) : bottom, max(0, left) : right]
    share = _SHOWN / PIXELS
    small = cv2.resize(part, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
    return bytes(cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])[1])
