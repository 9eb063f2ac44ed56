"""Several PDF files as one, page after page."""

from collections.abc import Sequence
from io import BytesIO

from pypdfium2 import PdfDocument


def joined(parts: Sequence[bytes]) -> bytes:
    """Return one PDF of all pages of ``parts`` in their order. Raises ValueError for no part."""
    if not parts:
        raise ValueError("nothing to join")
    whole = PdfDocument.new()
    try:
        for part in parts:
            source = PdfDocument(part)
            try:
                whole.import_pages(source)
            finally:
                source.close()
        made = BytesIO()
        whole.save(made)
    finally:
        whole.close()
    return made.getvalue()


def pages_of(data: bytes) -> int:
    """Return how many pages a PDF has."""
    source = PdfDocument(data)
    try:
        return len(source)
    finally:
        source.close()
