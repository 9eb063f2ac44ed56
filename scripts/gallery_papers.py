"""Makes every paper with invented data and puts pictures of them into docs/gallery.

Run from the project's folder: ``python -m scripts.gallery_papers``. Each picture stays under 150 KB.
"""

from io import BytesIO
from pathlib import Path

import pypdfium2

from guong.core.documents.attendance_list import attendance_list
from guong.core.documents.entry_log import entry_log
from guong.core.documents.model import Document
from guong.core.documents.personal_summary import personal_summary
from guong.core.documents.sealing_minutes import sealing_minutes
from guong.core.documents.tally_minutes import tally_minutes
from guong.render import to_pdf
from tests.documents import invented as papers
from tests.paper import invented as sheets

GALLERY = Path(__file__).parent.parent / "docs" / "gallery"
LARGEST = 150_000
_SCALE = 1.25


def main() -> None:
    """Write the pictures and print their sizes."""
    GALLERY.mkdir(parents=True, exist_ok=True)
    for name, (pdf, pages) in _everything().items():
        document = pypdfium2.PdfDocument(pdf)
        for number in pages:
            target = GALLERY / f"paper-{name}-{number}.png"
            target.write_bytes(_picture(document, number))
            print(f"{target.name}: {target.stat().st_size} bytes")


def _everything() -> dict[str, tuple[bytes, tuple[int, ...]]]:
    documents: dict[str, tuple[Document, tuple[int, ...]]] = {
        "tally-minutes": (tally_minutes(papers.tally()), (1, 2, 3, 4)),
        "tally-minutes-small-group": (tally_minutes(papers.small_group_tally()), (1, 2, 3)),
        "personal-summary": (personal_summary(papers.summary()), (1, 2)),
        "sealing-minutes": (sealing_minutes(papers.sealing()), (1, 2)),
        "attendance-list": (attendance_list(papers.attendance()), (1,)),
        "entry-log": (entry_log(papers.entries()), (1,)),
    }
    made = {name: (to_pdf(document), pages) for name, (document, pages) in documents.items()}
    return made | {
        "slips": (sheets.slip_sheet(), (1,)),
        "ballot-school": (sheets.school_sheet(), (1, 2)),
        "ballot-ward": (sheets.ward_sheet(), (1, 2)),
        "key-envelope": (sheets.key_envelopes(), (1,)),
        "station-card": (sheets.station_card(), (1,)),
        "archive-key": (sheets.archive_key(), (1,)),
        "box-label": (sheets.box_label(), (1,)),
        "seal-strips": (sheets.seal_strips(), (1,)),
    }


def _picture(document: pypdfium2.PdfDocument, number: int) -> bytes:
    picture = document[number - 1].render(scale=_SCALE).to_pil().quantize(24)
    made = BytesIO()
    picture.save(made, "PNG", optimize=True)
    if made.tell() > LARGEST:
        raise SystemExit(f"page {number} makes a picture of {made.tell()} bytes, more than {LARGEST}")
    return made.getvalue()


if __name__ == "__main__":
    main()
