"""Photographs before they enter a paper: upright, of a bearable size, and without the camera's notes."""

import base64
import warnings
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

LONGEST_SIDE = 1600
_QUALITY = 82
_FORMATS = ("JPEG", "PNG", "WEBP")
_MOST_PIXELS = 60_000_000


class NotAPhotograph(ValueError):
    """The bytes are no JPEG, PNG or WebP picture, or one too large to open safely."""


def cleaned(data: bytes) -> bytes:
    """Return a photograph as JPEG: turned upright, at most 1600 pixels long, without place, time and device.

    A phone writes where and when a picture was taken into the file; none of that goes into a paper. Raises
    NotAPhotograph.
    """
    try:
        with warnings.catch_warnings(), Image.open(BytesIO(data), formats=_FORMATS) as picture:
            warnings.simplefilter(
                "ignore", UserWarning
            )  # damaged notes of the camera: they are dropped anyway
            if picture.width * picture.height > _MOST_PIXELS:
                raise NotAPhotograph("the picture has more than sixty million pixels")
            upright = ImageOps.exif_transpose(picture).convert("RGB")
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise NotAPhotograph("the picture has more than sixty million pixels") from error
    except NotAPhotograph:
        raise
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise NotAPhotograph("not a JPEG, PNG or WebP picture") from error
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    bare = Image.new("RGB", upright.size)
    bare.paste(upright)
    made = BytesIO()
    bare.save(made, "JPEG", quality=_QUALITY, optimize=True)
    return made.getvalue()


def size_in_mm(data: bytes, *, width: int, height: int) -> tuple[float, float]:
    """Return width and height in mm of a picture fitted into a frame of ``width`` x ``height`` mm, its shape kept.

    Raises NotAPhotograph.
    """
    _, across, down = _seen(data)
    scale = min(width / across, height / down)
    return across * scale, down * scale


def as_svg(data: bytes) -> str:
    """Return an SVG that holds a photograph whole: typst takes no other binary file from memory.

    Raises NotAPhotograph.
    """
    kind, across, down = _seen(data)
    picture = base64.b64encode(data).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across} {down}" width="{across}" height="{down}">'
        f'<image width="{across}" height="{down}" href="data:image/{kind.lower()};base64,{picture}"/></svg>'
    )


def _seen(data: bytes) -> tuple[str, int, int]:
    try:
        with Image.open(BytesIO(data), formats=("JPEG", "PNG")) as picture:
            return str(picture.format), picture.width, picture.height
    except (UnidentifiedImageError, OSError) as error:
        raise NotAPhotograph("not a JPEG or PNG picture") from error
