"""Makes every paper with invented data and puts pictures of them into docs/gallery.

Run from the project's folder: ``python -m scripts.gallery_papers``. Each picture stays under 150 KB.
"""

from guong.core.documents.attendance_list import attendance_list
from guong.core.documents.entry_log import entry_log
from guong.core.documents.model import Document
from guong.core.documents.personal_summary import personal_summary
from guong.core.documents.sealing_minutes import sealing_minutes
from guong.core.documents.tally_minutes import tally_minutes
from guong.render import to_pdf
from scripts.gallery_paper_pages import write_pages
from tests.documents import invented as papers
from tests.paper import invented as sheets


def main() -> None:
    """Write the pictures and print their sizes."""
    for name, (pdf, pages) in _everything().items():
        write_pages(name, pdf, pages)


def _everything() -> dict[str, tuple[bytes, tuple[int, ...]]]:
    documents: dict[str, tuple[Document, tuple[int, ...]]] = {
        "tally-minutes": (tally_minutes(papers.tally()), (1, 2, 3, 4)),
        "tally-minutes-small-group": (tally_minutes(papers.small_group_tally()), (1, 2, 3)),
        "personal-summary": (personal_summary(papers.summary()), (1, 2, 3)),
        "sealing-minutes": (sealing_minutes(papers.sealing()), (1, 2)),
        "attendance-list": (attendance_list(papers.attendance()), (1,)),
        "entry-log": (entry_log(papers.entries()), (1,)),
    }
    made = {name: (to_pdf(document), pages) for name, (document, pages) in documents.items()}
    return made | {
        "slips": (sheets.slip_sheet(), (1,)),
        "secrecy-poster": (sheets.secrecy_poster(), (1,)),
        "shared-device-card": (sheets.shared_device_card(), (1,)),
        "ballot-school": (sheets.school_sheet(), (1, 2)),
        "ballot-ward": (sheets.ward_sheet(), (1, 2)),
        "key-envelope": (sheets.key_envelopes(), (1,)),
        "station-card": (sheets.station_card(), (1,)),
        "archive-key": (sheets.archive_key(), (1,)),
        "box-label": (sheets.box_label(), (1,)),
        "seal-strips": (sheets.seal_strips(), (1,)),
    }


if __name__ == "__main__":
    main()
