"""Makes the papers of a campaign with invented people and puts pictures of them (paper-*.png) into docs/gallery.

Run from the project's folder: ``python -m scripts.gallery_campaign_papers``. Each picture stays under 150 KB.
"""

from collections.abc import Callable

from guong.core.documents.model import Document
from guong.render import to_pdf
from scripts.gallery_paper_pages import write_pages
from tests.documents import (
    invented_campaign,
    invented_cancellation,
    invented_conference,
    invented_opening,
    invented_plan,
)

_PAPERS: dict[str, tuple[Callable[[], Document], tuple[int, ...]]] = {
    "plan": (invented_plan.document, (1, 2, 3, 4, 5)),
    "staff-list-request": (invented_campaign.request, (1,)),
    "working-group-decision": (invented_campaign.group, (1,)),
    "counting-board-decision": (invented_campaign.boards, (1, 2)),
    "conference-calendar": (invented_campaign.calendar, (1, 2)),
    "invitation": (invented_campaign.one_invitation, (1,)),
    "run-sheet": (invented_campaign.day_sheet, (1,)),
    "announcement": (invented_conference.told, (1, 2)),
    "cancellation-notice": (invented_cancellation.notice, (1,)),
    "slip-destruction": (invented_cancellation.slips, (1,)),
    "programme": (invented_conference.one_programme, (1,)),
    "chair-script": (invented_conference.script, (1, 2, 3)),
    "conference-minutes": (invented_conference.minutes, (1, 2, 3, 4)),
    "dossier-cover": (invented_conference.cover, (1,)),
    "box-handover": (invented_opening.handover, (1, 2)),
    "opening-minutes": (invented_opening.opening, (1, 2, 3)),
    "key-destruction": (invented_opening.key_destruction, (1, 2)),
    "archive-sealing": (invented_opening.archive_sealing, (1, 2, 3)),
    "ballot-destruction": (invented_opening.ballot_destruction, (1, 2)),
}


def main() -> None:
    """Write the pictures and print their sizes."""
    for name, (make, pages) in _PAPERS.items():
        write_pages(name, to_pdf(make()), pages)


if __name__ == "__main__":
    main()
