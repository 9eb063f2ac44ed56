"""Finding the own result of a page."""

from django.http import Http404, HttpRequest

from guong.office.accounts.access import officer
from guong.office.release import selectors as release
from guong.office.release.selectors import OwnResult

LEAD_BODY = "read_results"


def own_or_404(request: HttpRequest, key: str, subject_key: str) -> OwnResult:
    """Return a result about the reader; every other doesn't exist, and this one not before the reader was told."""
    found = release.own_result(officer(request), key, subject_key)
    if found is None:
        raise Http404
    return found
