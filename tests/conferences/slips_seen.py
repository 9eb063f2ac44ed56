"""Photographs of a poll's own slips, printed as the board's program prints them."""

from guong.ceremony.preparing import PreparedPoll
from guong.ceremony.printing import slip_sheets
from guong.office.conferences import selectors
from guong.office.conferences.models import Conference
from tests.paper.slip_photos import jpeg, page, photographed


def photo_of(conference: Conference, made: PreparedPoll, *tickets: bytes) -> bytes:
    """A photograph of up to eight of the slips, lying on a table."""
    request = selectors.request_of(conference)
    assert request is not None
    return jpeg(photographed(page(slip_sheets(request, made._replace(tickets=list(tickets))), dpi=180)))
