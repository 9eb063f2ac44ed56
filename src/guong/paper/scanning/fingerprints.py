"""The ink of one sheet as a fingerprint, to notice that a sheet without a serial was scanned twice.

It is a trace of handwriting: it is compared inside one form and one batch only, held in memory, and destroyed with
the images at sealing (DESIGN §4.5). It never decides; a person looks at both sheets.
"""

import cv2
import numpy
from numpy.typing import NDArray

from guong.paper.reading.alignment import REACH, windows
from guong.paper.reading.flat import PIXELS, Flat
from guong.paper.reading.layout import Layout

_CELLS = 20  # a box and its surroundings, on each side
_RIM = 0.5  # millimetres either side of the printed outline that are left out
_LEAST_INK = 3.0  # sum of a row's cells (of 255) divided by 255: fewer say nothing
_LEAST_ROWS = 4
ALIKE = 0.9
"""Median likeness of rows from which two sheets are shown to a person as perhaps one."""

Fingerprint = NDArray[numpy.uint8]


def fingerprint(flat: Flat, layout: Layout) -> Fingerprint:
    """Return the ink in and around the boxes of a side: rows x (4 * cells * cells), darkness 0-255.

    A row whose printed boxes were not seen is empty.
    """
    rows = [row for row in layout.rows if row.page == flat.page]
    taken = numpy.zeros((len(rows), 4 * _CELLS * _CELLS), dtype=numpy.uint8)
    for place, row in enumerate(rows):
        found = windows(flat, row)
        if found is not None:
            cells = [_cells(window.dark, window.size) for window in found]
            taken[place] = numpy.concatenate([cell.ravel() for cell in cells])
    return taken


def alike(one: Fingerprint, other: Fingerprint) -> float:
    """Return how alike two sheets' ink is, 0 to 1: the median over the rows in which either bears ink; 0 for too few."""
    if one.shape != other.shape:
        return 0.0
    first, second = one.astype(numpy.float32), other.astype(numpy.float32)
    least = _LEAST_INK * 255
    inked = numpy.maximum(first.sum(axis=1), second.sum(axis=1)) > least
    if int(inked.sum()) < _LEAST_ROWS:
        return 0.0
    first, second = first[inked], second[inked]
    norms = numpy.linalg.norm(first, axis=1) * numpy.linalg.norm(second, axis=1)
    products = (first * second).sum(axis=1)
    likeness = numpy.divide(products, norms, out=numpy.zeros_like(products), where=norms > 0)
    return float(numpy.median(likeness))


def _cells(dark: NDArray[numpy.float32], size: int) -> NDArray[numpy.uint8]:
    ink = dark.copy()
    reach, rim = round(REACH * PIXELS), round(_RIM * PIXELS)
    outline = numpy.zeros(ink.shape, dtype=bool)
    outline[max(0, reach - rim) : reach + size + rim, max(0, reach - rim) : reach + size + rim] = True
    outline[reach + rim : reach + size - rim, reach + rim : reach + size - rim] = False
    ink[outline] = 0
    ink[ink < 0.12] = 0
    soft = cv2.GaussianBlur(ink, (0, 0), 3.0)
    small = cv2.resize(soft, (_CELLS, _CELLS), interpolation=cv2.INTER_AREA)
    return numpy.clip(small * 255, 0, 255).astype(numpy.uint8)
