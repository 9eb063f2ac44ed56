"""The marks that machines find on a sheet: four ArUco corner markers a side and one DataMatrix, drawn as vectors.

The code says which form, version, side and layout, and nothing else: it is the same on every sheet (DESIGN §4.5).
"""

from collections.abc import Iterable, Sequence

import numpy
import zxingcpp

WIDTH, HEIGHT = 210.0, 297.0
"""An A4 page in millimetres."""

MARKER = 10.0
"""A marker's side in millimetres."""

CORNERS = ((10.0, 10.0), (190.0, 10.0), (190.0, 277.0), (10.0, 277.0))
"""Top left points of a side's markers in millimetres, clockwise from the top left one."""

CODE_AREA = (169.0, 270.0, 18.0, 18.0)
"""x, y, width, height in millimetres around the DataMatrix, quiet zone included."""

# Bits of markers 0-7 of ArUco's 4x4 dictionary of 50, black border included; 1 is black. The front bears 0-3.
_PATTERNS = (
    "111111 101001 110101 111001 111011 111111",
    "111111 111111 100001 101101 101011 111111",
    "111111 111001 111001 111011 100101 111111",
    "111111 101101 101101 110111 110011 111111",
    "111111 110101 110111 101101 100011 111111",
    "111111 110001 101101 100111 100101 111111",
    "111111 101101 100011 111011 100011 111111",
    "111111 100111 110111 100001 111011 111111",
)


def marker_svgs(side: int) -> list[str]:
    """Return the four markers of side 1 (front) or 2 (back) as SVG, in the order of `CORNERS`."""
    patterns = _PATTERNS[(side - 1) * 4 : side * 4]
    return [drawn([[bit == "1" for bit in line] for line in pattern.split()]) for pattern in patterns]


def code_svg(text: str) -> str:
    """Return a square DataMatrix of ``text`` as SVG without quiet zone. Raises ValueError for text that fits none."""
    barcode = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.DataMatrix, force_square=True)
    pixels = numpy.asarray(barcode.to_image(scale=1, add_quiet_zones=False))
    return drawn((pixels < 128).tolist())


def code_text(form: str, version: str, side: int, layout_mark: str) -> str:
    """Return what the DataMatrix of a side says: ``form/version/side/layout mark``."""
    return f"{form}/{version}/{side}/{layout_mark}"


def drawn(rows: Sequence[Iterable[bool]]) -> str:
    """Return rows of black (true) and white squares as one path of SVG, so that no hairline shows between neighbours."""
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, black in enumerate(row) if black)
    size = len(rows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
        f'<path fill="white" d="M0 0h{size}v{size}h-{size}z"/><path fill="black" d="{path}"/></svg>'
    )
