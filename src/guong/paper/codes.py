"""QR codes as SVG, all of one size in a set, so that no paper of it differs in look from another."""

from collections.abc import Sequence

import numpy
import zxingcpp

from guong.paper.markers import drawn

_ERROR = "M"
_QUIET = 4  # modules of white around a code (ISO/IEC 18004)
_SMALLEST, _STEP = 21, 4  # modules a side of version 1, and how many each further version adds


def qr_svgs(texts: Sequence[str]) -> list[str]:
    """Return one black-on-white SVG for each text, all of the version that the longest text needs.

    Error correction M (15 %): a fold or a stain does no harm. Raises ValueError for text that fits no code.
    """
    made = [_modules(text) for text in texts]
    largest = max((len(modules) for modules in made), default=_SMALLEST)
    return [
        _svg(modules if len(modules) == largest else _modules(text, (largest - _SMALLEST) // _STEP + 1))
        for text, modules in zip(texts, made, strict=True)
    ]


def _modules(text: str, version: int | None = None) -> numpy.ndarray:
    asked = {} if version is None else {"version": version}
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=_ERROR, **asked)
    return numpy.asarray(code.to_image(scale=1, add_quiet_zones=False)) < 128


def _svg(modules: numpy.ndarray) -> str:
    return drawn(numpy.pad(modules, _QUIET).tolist())
