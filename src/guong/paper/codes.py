"""QR codes as SVG, all of one size in a set, so that no paper of it differs in look from another."""

from collections.abc import Sequence
from io import BytesIO

import segno

_ERROR = "m"


def qr_svgs(texts: Sequence[str]) -> list[str]:
    """Return one black-on-white SVG for each text, all of the version that the longest text needs.

    Error correction M (15 %): a fold or a stain does no harm. Raises segno's error for text that fits no code.
    """
    version = max((int(_code(text, None).version) for text in texts), default=1)
    return [_svg(_code(text, version)) for text in texts]


def _code(text: str, version: int | None) -> segno.QRCode:
    return segno.make_qr(text, error=_ERROR, version=version, mode="byte", boost_error=False)


def _svg(code: segno.QRCode) -> str:
    made = BytesIO()
    code.save(made, kind="svg", border=4, xmldecl=False, svgns=True, omitsize=True, light="white")
    return made.getvalue().decode()
