"""Photographs of slips as phones take them: sheets laid on a table, turned, out of true, blurred, unevenly lit."""

import io
from random import Random

import cv2
import numpy
import pypdfium2
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[numpy.uint8]
_TABLE = 150


def page(pdf: bytes, number: int = 0, *, dpi: int = 150) -> Pixels:
    """A page of slips as grey pixels."""
    bitmap = pypdfium2.PdfDocument(pdf)[number].render(scale=dpi / 72, grayscale=True)
    return numpy.ascontiguousarray(bitmap.to_numpy().squeeze())


def photographed(sheet: Pixels, *, seed: int = 1, turned: float = 12, blur: float = 1.2) -> Pixels:
    """The sheet on a grey table, turned and seen from the side, a little blurred, darker on one side, noisy."""
    chance = numpy.random.default_rng(seed)
    height, width = sheet.shape
    room = int(1.45 * max(height, width))
    corners = numpy.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=numpy.float32)
    centred = corners - corners.mean(axis=0)
    angle = numpy.deg2rad(turned)
    turn = numpy.array([[numpy.cos(angle), -numpy.sin(angle)], [numpy.sin(angle), numpy.cos(angle)]])
    seen = (centred @ turn.T + room / 2 + chance.uniform(-0.03, 0.03, (4, 2)) * width).astype(numpy.float32)
    view = cv2.getPerspectiveTransform(corners, seen)
    picture = cv2.warpPerspective(sheet, view, (room, room), borderValue=_TABLE, flags=cv2.INTER_AREA)
    picture = cv2.GaussianBlur(picture, (0, 0), blur)
    light = numpy.linspace(1.0, 0.62, room)[None, :]
    noisy = picture * light + chance.normal(0, 5, picture.shape)
    return numpy.clip(noisy, 0, 255).astype(numpy.uint8)


def jpeg(pixels: Pixels, *, quality: int = 80) -> bytes:
    """The picture as a phone saves it."""
    made = io.BytesIO()
    Image.fromarray(pixels).save(made, "JPEG", quality=quality)
    return made.getvalue()


def shuffled(items: list[bytes], seed: int) -> list[bytes]:
    """The items in another order."""
    mixed = list(items)
    Random(seed).shuffle(mixed)
    return mixed
