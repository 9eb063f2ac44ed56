"""Sheets of a poll on paper alone: identical, without a number or any mark, with room for the stamp (DESIGN §4.5)."""

from guong.core.paper_poll.ballot import PollBallot
from guong.core.paper_poll.words import SHEET_TITLES, instruction
from guong.paper.sheets import typeset

MOST_SHEETS = 1000


def poll_sheets_pdf(ballot: PollBallot, *, title: str, issuer: str, held_on: str, copies: int) -> bytes:
    """Return ``copies`` (1 to 1000) alike sheets, each an A5 page of its own, or A4 where the list is long.

    ``title`` says what is voted on, ``issuer`` who holds the poll, ``held_on`` the day as it is printed. The stamp of
    the committee stands in the left upper corner (regulation 244-QĐ/TW article 17). Raises ValueError for other numbers.
    """
    if not 1 <= copies <= MOST_SHEETS:
        raise ValueError("one to a thousand sheets are printed at once")
    data = {
        "title": SHEET_TITLES[ballot.kind],
        "about": title,
        "issuer": issuer,
        "held_on": held_on,
        "instruction": instruction(ballot),
        "label": "Họ và tên" if ballot.is_about_people else "Nội dung",
        "lines": list(ballot.lines),
        "boxes": list(ballot.boxes),
        "copies": copies,
    }
    return typeset("poll_sheet", data)
