"""Slips in a photograph: what their QR codes hold, several in one picture; limits first, then the pixels (DESIGN §4.7)."""

from dataclasses import dataclass
from io import BytesIO

import zxingcpp
from PIL import Image, ImageOps

MOST_BYTES = 12 * 1024 * 1024
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 4000
MOST_SLIPS = 60
_FORMATS = ("JPEG", "PNG", "WEBP")


@dataclass(frozen=True)
class SlipPhoto:
    """``addresses``: those that slips hold, each once; ``others``: how many codes are no slips'."""

    addresses: tuple[str, ...]
    others: int


def read_slip_photo(data: bytes) -> SlipPhoto | str:
    """Return the slips of a JPEG, PNG or WebP picture, or why none: ``type``, ``size``, ``pixels``, ``many``.

    Bytes and pixels are limited before anything is decoded; at most 60 codes are looked at. Nothing is kept.
    """
    if len(data) > MOST_BYTES:
        return "size"
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return "pixels"
            grey = _grey(picture)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return "pixels"
    except (OSError, SyntaxError, ValueError):
        return "type"
    found = zxingcpp.read_barcodes(
        grey, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode), try_invert=False
    )
    if len(found) > MOST_SLIPS:
        return "many"
    texts = {str(one.text) for one in found}
    addresses = sorted(text for text in texts if "#" in text)
    return SlipPhoto(tuple(addresses), len(texts) - len(addresses))


def _grey(picture: Image.Image) -> Image.Image:
    picture.draft("L", (LONGEST_SIDE, LONGEST_SIDE))  # JPEG: decode smaller where it is larger than needed
    upright = ImageOps.exif_transpose(picture).convert("L")
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return upright
