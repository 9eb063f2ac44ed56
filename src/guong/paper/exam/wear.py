"""What printers, scanners and telephones do to a sheet, as fields over the whole picture (OpenCV's remap, Pillow's JPEG)."""

import io
import math
from random import Random
from typing import Any

import cv2
import numpy
from numpy.typing import NDArray
from PIL import Image

from guong.paper.exam.ink import PER, Paper
from guong.paper.reading import Scan

WIDTH, HEIGHT = 210.0, 297.0
_TILE = 512
_HALF = 255.0
Floats = NDArray[Any]


def printed_worse(paper: Paper, chance: Random) -> Paper:
    """Pale toner in one sheet of ten, a copy of a copy in one of twenty."""
    kind = chance.random()
    if kind < 0.10:
        strength = chance.uniform(0.5, 0.8)
        return cv2.LUT(paper, _curve(lambda grey: 255 - (255 - grey) * strength))  # type: ignore[return-value]  # uint8 stays
    if kind < 0.15:
        soft = cv2.blur(paper, (3, 3))
        return cv2.LUT(soft, _curve(lambda grey: 255 / (1 + math.exp(-(grey - 150) / 18))))  # type: ignore[return-value]  # uint8 stays
    return paper


def scanned(paper: Paper, chance: Random, dpi: int | None = None) -> Scan:
    """A scan of 150 to 300 dpi: askew, fed unevenly, dusty, sharpened, compressed; some in hard black and white."""
    dpi = dpi or chance.choices((150, 200, 240, 300), (3, 4, 1, 2))[0]
    per = dpi / 25.4
    turn = math.radians(max(-2.5, min(2.5, chance.gauss(0, 0.7))))
    scale = chance.uniform(0.99, 1.008)
    stretch = chance.uniform(0.996, 1.004)
    waves, phase = chance.uniform(0, 0.12), chance.uniform(0, 6)  # millimetres by which rollers slip
    shift = (chance.gauss(0, 1.2), chance.gauss(0, 1.2))
    y, x = _grid(round(HEIGHT * per), round(WIDTH * per), per)
    x, y = x - WIDTH / 2 - shift[0], y - HEIGHT / 2 - shift[1]
    y = y + waves * numpy.sin(y / 17 + phase)
    down = scale * stretch
    at_x = x * (math.cos(turn) / scale) + (y * (math.sin(turn) / scale) + WIDTH / 2)
    at_y = x * (-math.sin(turn) / down) + (y * (math.cos(turn) / down) + HEIGHT / 2)
    seen = _seen(_softened(paper, per), at_x, at_y, chance.randrange(225, 256))
    picture = _lit(seen, chance, chance.uniform(0, 0.1), paper_white=chance.uniform(0.85, 1.0))
    picture = _grain(picture, chance, chance.uniform(0.5, 6.0))
    _dust(picture, chance)
    if chance.random() < 0.4:
        picture = cv2.addWeighted(picture, 1.6, cv2.blur(picture, (3, 3)), -0.6, 0)
    pixels = numpy.clip(picture, 0, 255).astype(numpy.uint8)
    if chance.random() < 0.08:
        level = float(numpy.median(pixels)) * chance.uniform(0.55, 0.8)
        pixels = numpy.where(pixels > level, 255, 0).astype(numpy.uint8)
    else:
        pixels = _jpeg(pixels, chance.randrange(45, 95))
    if chance.random() < 0.15:
        pixels = numpy.ascontiguousarray(numpy.rot90(pixels, 2))
    return Scan(pixels, (per, per))


def photographed(paper: Paper, chance: Random, longer: int | None = None) -> Scan:
    """A photo of 1,600 to 3,200 pixels by hand: from aslant, through a lens, on a table, in bad light, paper not flat."""
    longer = longer or chance.choices((1600, 2000, 2400, 3200), (3, 3, 2, 1))[0]
    height, width = longer, round(longer * 0.75)
    room = chance.uniform(1.04, 1.16)
    per = min(height / (HEIGHT * room), width / (WIDTH * room))
    y, x = _grid(height, width, per)
    x, y = x - width / per / 2, y - height / per / 2
    bulge = chance.uniform(-0.012, 0.012)  # of the lens, at the edge of the picture
    far = (x * x + y * y) / (HEIGHT / 2) ** 2
    x, y = x * (1 + bulge * far), y * (1 + bulge * far)
    aslant = [chance.gauss(0, 0.035) / (HEIGHT / 2) for _ in range(2)]
    depth = 1 + x * aslant[0] + y * aslant[1]
    x, y = x / depth, y / depth
    turn = math.radians(chance.gauss(0, 2.5))
    x, y = x * math.cos(turn) + y * math.sin(turn), -x * math.sin(turn) + y * math.cos(turn)
    curl = chance.uniform(0, 0.5)  # millimetres
    y = y + curl * numpy.sin(x / 60 + chance.uniform(0, 6))
    seen = _seen(_softened(paper, per), x + WIDTH / 2, y + HEIGHT / 2, chance.randrange(30, 150))
    picture = _lit(seen, chance, chance.uniform(0.05, 0.45), paper_white=chance.uniform(0.7, 1.0))
    picture = _shadow(picture, chance)
    picture = _moved(picture, chance)
    pixels = numpy.clip(_grain(picture, chance, chance.uniform(1.0, 7.0)), 0, 255).astype(numpy.uint8)
    return Scan(_jpeg(pixels, chance.randrange(50, 92)), None)


def _grid(height: int, width: int, per: float) -> tuple[Floats, Floats]:
    """A column and a row of millimetres; sums of them fill the picture."""
    y = numpy.arange(height, dtype=numpy.float32) / numpy.float32(per)
    x = numpy.arange(width, dtype=numpy.float32) / numpy.float32(per)
    return y[:, None], x[None, :]


def _softened(paper: Paper, per: float) -> Any:
    """What a lens keeps at that many pixels a millimetre."""
    width = max(1, round(PER / per))
    return cv2.blur(paper, (width, width))


def _seen(paper: Any, x: Floats, y: Floats, around: int) -> Any:
    scale = numpy.float32(PER)
    at = (x.astype(numpy.float32) * scale, y.astype(numpy.float32) * scale)
    return cv2.remap(paper, *at, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=around)


def _lit(seen: Any, chance: Random, most: float, *, paper_white: float) -> Floats:
    """A field of light of nine random points, the rest between them."""
    points = numpy.array([[chance.uniform(1 - most, 1) for _ in range(3)] for _ in range(3)], numpy.float32)
    light = cv2.resize(
        points * numpy.float32(paper_white), (seen.shape[1], seen.shape[0]), interpolation=cv2.INTER_CUBIC
    )
    return numpy.asarray(seen * light, dtype=numpy.float32)


def _shadow(picture: Floats, chance: Random) -> Floats:
    """The telephone's own shadow, with a soft edge, in one photo of three."""
    if chance.random() > 1 / 3:
        return picture
    height, width = picture.shape
    small = numpy.full((40, 30), 1.0, numpy.float32)
    corner = chance.randrange(10, 35)
    small[corner:, : chance.randrange(8, 30)] = chance.uniform(0.55, 0.85)
    return picture * cv2.resize(cv2.blur(small, (3, 3)), (width, height), interpolation=cv2.INTER_LINEAR)


def _moved(picture: Floats, chance: Random) -> Floats:
    """A hand that wasn't still: up to three pixels."""
    length = chance.choice((1, 1, 1, 2, 3))
    kernel = numpy.ones((1, length), numpy.float32) / length
    return numpy.asarray(
        cv2.filter2D(picture, -1, kernel if chance.random() < 0.5 else kernel.T), numpy.float32
    )


def _grain(picture: Floats, chance: Random, much: float) -> Floats:
    """Noise, stronger where there is light; one tile of it, turned and repeated."""
    rng = numpy.random.default_rng(chance.getrandbits(32))
    tile = rng.standard_normal((_TILE, _TILE), numpy.float32) * numpy.float32(much)
    height, width = picture.shape
    over = numpy.tile(tile, (height // _TILE + 1, width // _TILE + 1))[:height, :width]
    strength: Floats = picture + numpy.float32(_HALF)
    noisy: Floats = cv2.multiply(over, strength, dst=strength, scale=1 / 510)
    return numpy.add(picture, noisy, out=noisy)


def _dust(picture: Floats, chance: Random) -> None:
    """A few specks below half a millimetre."""
    for _ in range(chance.randrange(0, 6)):
        size = chance.randrange(1, 4)
        y, x = chance.randrange(picture.shape[0] - size), chance.randrange(picture.shape[1] - size)
        picture[y : y + size, x : x + size] *= chance.uniform(0.2, 0.8)


def _jpeg(pixels: Paper, quality: int) -> Paper:
    made = io.BytesIO()
    Image.fromarray(pixels).save(made, "JPEG", quality=quality)
    return numpy.array(Image.open(made), dtype=numpy.uint8)


def _curve(of: Any) -> NDArray[numpy.uint8]:
    return numpy.array([max(0, min(255, of(grey))) for grey in range(256)], numpy.uint8)
