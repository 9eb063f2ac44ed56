"""From files to grey pixels, with limits that are checked before anything is decoded."""

import struct
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from guong.core.outcome import Refused
from guong.paper.reading.refusals import refused

MOST_BYTES = 200_000_000
MOST_PAGES = 400
MOST_PIXELS = 40_000_000
PDF_DPI = 200
_LONGEST_PAGE = 1300  # points: a little more than A3
_POINTS = 72
_MILLIMETRES = 25.4
_PLAUSIBLE = (
    200.0,
    450.0,
)  # millimetres of a scan's longer side: else its resolution is a camera's idle claim
_A4_RATIO, _RATIO_SLACK = 297 / 210, 0.015
_FORMATS = ("PNG", "JPEG", "TIFF")
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, struct.error, MemoryError)


@dataclass(frozen=True)
class Scan:
    """One page: grey pixels (0 black), and pixels a millimetre across and down where the file makes them known."""

    pixels: NDArray[numpy.uint8]
    scale: tuple[float, float] | None


def scans(path: Path) -> Iterator[Scan | Refused]:
    """Yield each page of a PDF, TIFF, PNG or JPEG file; a file that can't be read yields one refusal."""
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= MOST_BYTES else b""
    except OSError:
        yield refused("unreadable_file")
        return
    yield from [refused("too_large")] if size > MOST_BYTES else scans_in(raw)


def scans_in(raw: bytes) -> Iterator[Scan | Refused]:
    """Yield each page of a file that is held in memory, as `scans` does."""
    if len(raw) > MOST_BYTES:
        yield refused("too_large")
    elif raw.startswith(b"%PDF"):
        yield from _pdf(raw)
    else:
        yield from _image(raw)


def _pdf(raw: bytes) -> Iterator[Scan | Refused]:
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD
        yield refused("encrypted" if locked else "unreadable_file")
        return
    if len(document) > MOST_PAGES:
        yield refused("too_many_pages")
        return
    for number in range(len(document)):
        try:
            yield _pdf_page(document[number])
        except (pypdfium2.PdfiumError, *_BROKEN):
            yield refused("unreadable_file")


def _pdf_page(page: Any) -> Scan | Refused:
    if max(page.get_size()) > _LONGEST_PAGE:
        return refused("too_many_pixels")
    for image in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        width, height = image.get_px_size()
        if width * height > MOST_PIXELS:
            return refused("too_many_pixels")
    drawn = page.render(scale=PDF_DPI / _POINTS, grayscale=True).to_numpy()
    scale = PDF_DPI / _MILLIMETRES
    return Scan(numpy.ascontiguousarray(drawn.reshape(drawn.shape[:2])), (scale, scale))


def _image(raw: bytes) -> Iterator[Scan | Refused]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            warnings.simplefilter("ignore", UserWarning)  # damaged metadata: the pixels may be whole
            image = Image.open(BytesIO(raw), formats=_FORMATS)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        yield refused("too_many_pixels")
        return
    except (UnidentifiedImageError, *_BROKEN):
        yield refused("unreadable_file")
        return
    frames = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
    if frames > MOST_PAGES:
        yield refused("too_many_pages")
        return
    for number in range(frames):
        yield _frame(image, number)


def _frame(image: Image.Image, number: int) -> Scan | Refused:
    try:
        if number:
            image.seek(number)
        if image.width * image.height > MOST_PIXELS:
            return refused("too_many_pixels")
        pixels = _grey(image)
    except _BROKEN:
        return refused("unreadable_file")
    return Scan(pixels, _scale(image))


def _grey(image: Image.Image) -> NDArray[numpy.uint8]:
    if image.mode == "RGB":
        image.draft("L", None)  # of a JPEG only the brightness is unpacked; elsewhere this does nothing
    if image.mode.startswith("I;16"):  # which convert would clip to white
        return (numpy.asarray(image) >> 8).astype(numpy.uint8)
    return numpy.asarray(image if image.mode == "L" else image.convert("L"), dtype=numpy.uint8)


def _scale(image: Image.Image) -> tuple[float, float] | None:
    """What the file says, or what an image of A4's proportions must be; None for a photo."""
    claimed = image.info.get("dpi")
    if claimed and min(claimed) > 0:
        across, down = (float(dots) / _MILLIMETRES for dots in claimed)
        longer = max(image.width / across, image.height / down)
        if _PLAUSIBLE[0] <= longer <= _PLAUSIBLE[1]:
            return across, down
    longer, shorter = max(image.size), min(image.size)
    if abs(longer / shorter - _A4_RATIO) <= _A4_RATIO * _RATIO_SLACK:
        return longer / 297, longer / 297
    return None
