"""Pages of papers as small pictures for docs/gallery."""

from io import BytesIO
from pathlib import Path

import pypdfium2

GALLERY = Path(__file__).parent.parent / "docs" / "gallery"
LARGEST = 150_000
_SCALE, _COLOURS = 1.25, 24


def write_pages(name: str, pdf: bytes, pages: tuple[int, ...]) -> None:
    """Write ``paper-NAME-PAGE.png`` for each of the pages, from 1, and print its size.

    Ends the program where a picture is larger than the gallery allows, or a page doesn't exist.
    """
    GALLERY.mkdir(parents=True, exist_ok=True)
    document = pypdfium2.PdfDocument(pdf)
    if max(pages) > len(document):
        raise SystemExit(f"{name} has {len(document)} pages, not {max(pages)}")
    for number in pages:
        made = BytesIO()
        picture = document[number - 1].render(scale=_SCALE).to_pil().quantize(_COLOURS)
        picture.save(made, "PNG", optimize=True)
        if made.tell() > LARGEST:
            raise SystemExit(f"{name}, page {number}: {made.tell()} bytes, more than {LARGEST}")
        target = GALLERY / f"paper-{name}-{number}.png"
        target.write_bytes(made.getvalue())
        print(f"{target.name}: {made.tell()} bytes")
