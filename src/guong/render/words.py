"""What text may enter an XML part: control characters that XML forbids and those that hide or turn words are dropped."""

from guong.core.hiding import HIDING

_FORBIDDEN = (code for code in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF) if code not in (0x09, 0x0A))
XML_SAFE: dict[int, None] = dict.fromkeys(_FORBIDDEN) | HIDING
