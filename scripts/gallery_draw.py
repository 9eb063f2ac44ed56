"""Makes the papers of an invented draw by lot and puts pictures of them into docs/gallery.

Run from the project's folder: ``python -m scripts.gallery_draw``. Each picture stays under 150 KB.
"""

from io import BytesIO
from pathlib import Path

import pypdfium2

from guong.core.draw import Method
from guong.render import to_pdf
from tests.documents import invented_draw as papers

GALLERY = Path(__file__).parent.parent / "docs" / "gallery"
LARGEST = 150_000
_SCALE = 1.25


def main() -> None:
    """Write the pictures and print their sizes."""
    made = {
        "draw-minutes": (to_pdf(papers.minutes()), (1, 2, 3, 4)),
        "draw-minutes-computed": (to_pdf(papers.minutes(Method.COMPUTED)), (2,)),
        "draw-notice": (to_pdf(papers.notice()), (1, 2)),
        "lots": (papers.lots(), (1,)),
    }
    for name, (pdf, pages) in made.items():
        document = pypdfium2.PdfDocument(pdf)
        print(f"{name}: {len(document)} pages")
        for number in pages:
            target = GALLERY / f"paper-{name}-{number}.png"
            target.write_bytes(_picture(document, number))
            print(f"{target.name}: {target.stat().st_size} bytes")


def _picture(document: pypdfium2.PdfDocument, number: int) -> bytes:
    picture = document[number - 1].render(scale=_SCALE).to_pil().quantize(24)
    made = BytesIO()
    picture.save(made, "PNG", optimize=True)
    if made.tell() > LARGEST:
        raise SystemExit(f"page {number} makes a picture of {made.tell()} bytes, more than {LARGEST}")
    return made.getvalue()


if __name__ == "__main__":
    main()
