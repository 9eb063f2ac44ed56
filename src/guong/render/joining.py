"""Several PDF files as one, page after page."""

from collections.abc import Sequence
from io import BytesIO

from pypdfium2 import PdfDocument


def joined(parts: Sequence[bytes], *, sheets: bool = False) -> bytes:
    """Return one PDF of all pages of ``parts`` in their order.

    With ``sheets`` every part begins on a sheet of its own when the whole is printed on both sides: a blank page follows
    a part of an odd number of pages. Raises ValueError for no part.
    """
    if not parts:
        raise ValueError("nothing to join")
    whole = PdfDocument.new()
    try:
        for part in parts:
            source = PdfDocument(part)
            try:
                whole.import_pages(source)
                if sheets and len(source) % 2:
                    whole.new_page(*source.get_page_size(len(source) - 1))
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
