"""Printed papers read as a person reads them: from their text, not from their QR codes."""

import re
import unicodedata

import pypdfium2

_TYPED = re.compile(r"(?:[0-9A-Z] ){19}[0-9A-Z](?![0-9A-Z])")
_GROUPS = re.compile(r"(?:[0-9A-Z]{5} ){3}[0-9A-Z]{5}")
_ROW = re.compile(r"[1-4]\. (\d{4}) (\d{4}) (\d{4}) (\d{4}) (\d{4})")


def text_of(pdf: bytes) -> list[str]:
    """Return the text of each page, in NFC and with single spaces."""
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]
    return [re.sub(r"\s+", " ", unicodedata.normalize("NFC", page)) for page in pages]


def slips_on(pdf: bytes) -> list[str]:
    """Return the code of every slip: four groups of five, with spaces between groups."""
    found = [code.replace(" ", "") for page in text_of(pdf) for code in _TYPED.findall(page)]
    return [" ".join(code[start : start + 5] for start in range(0, 20, 5)) for code in found]


def station_code_on(pdf: bytes) -> str:
    """Return the code of the paper station's card."""
    (page,) = text_of(pdf)
    return str(_GROUPS.findall(page)[0])


def shares_on(pdf: bytes) -> list[str]:
    """Return the twenty numbers of every key envelope."""
    return [" ".join(number for row in _ROW.findall(page) for number in row) for page in text_of(pdf)]
