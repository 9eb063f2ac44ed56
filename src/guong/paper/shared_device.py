"""The card beside the shared device: how to vote on it, and the code by which an officer opens it there (DESIGN §4, issue 4)."""

import re

from guong.paper.codes import qr_svgs
from guong.paper.sheets import typeset

_PARTS = re.compile(r"[^./]*[./]?")  # where a long address may be broken


def shared_device_card_pdf(address: str, *, unit: str, conference: str) -> bytes:
    """Return the card as one A5 page; its QR holds ``address``, which opens nobody's ballot: the slip does that."""
    shown = address.partition("://")[2] or address
    data = {"qr": qr_svgs([address])[0], "shown": [part for part in _PARTS.findall(shown) if part]}
    return typeset("shared_device_card", data | {"unit": unit, "conference": conference})
