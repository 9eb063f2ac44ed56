"""Thẻ bỏ phiếu: sheets of slips that all look alike, to be cut, folded, shuffled and drawn (DESIGN §4.2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from guong.paper.codes import qr_svgs
from guong.paper.sheets import typeset

SLIPS_A_PAGE = 8


@dataclass(frozen=True)
class SlipFace:
    """What is printed on one slip: the entry link in the QR, and the four groups of five characters to type."""

    link: str
    groups: tuple[str, str, str, str]


def slip_sheet_pdf(slips: Sequence[SlipFace], *, poll_title: str, unit: str, domain: str) -> bytes:
    """Return A4 pages of eight slips with cut and fold lines, in the order given.

    ``domain`` is the address as a voter types it, e.g. ``gopy.example.vn/b/7K3M9QXT2A``. No slip bears a serial
    number; all have a QR code of the same size. Raises ValueError for an empty set.
    """
    if not slips:
        raise ValueError("no slips to print")
    pictures = qr_svgs([slip.link for slip in slips])
    faces = [
        {"qr": picture, "groups": list(slip.groups)} for slip, picture in zip(slips, pictures, strict=True)
    ]
    return typeset("slips", {"slips": faces, "title": poll_title, "unit": unit, "domain": domain})
