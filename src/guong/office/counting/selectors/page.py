"""The voter's page of a conference, as the minutes name it."""

from dataclasses import dataclass

from guong.core.page_code import page_code
from guong.office.conferences.models import Conference


@dataclass(frozen=True)
class VotersPage:
    """One state of the page: its sixteen digits, and (file name, SHA-256 in hex) of each of its files."""

    code: str
    digests: tuple[tuple[str, str], ...]


def voters_pages(conference: Conference) -> tuple[VotersPage, ...]:
    """Return the page as it was recorded at the opening, then each change during the poll; empty before the opening."""
    return tuple(
        VotersPage(page_code(digests), tuple(sorted(digests.items())))
        for digests in conference.poll.pages
        if digests
    )
