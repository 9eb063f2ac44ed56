"""Finding the conference of a page within the officer's scope, and its bundle as a file."""

from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse

from guong.core.outcome import Refused
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.ui.telling import tell

PERMISSION = "count_votes"


def conference_or_404(request: HttpRequest, key: str) -> Conference:
    """Return the conference; outside the officer's units it doesn't exist."""
    found = conferences.conference_in_scope(user=request.user, key=key)
    if found is None:
        raise Http404
    return found


def refused_in(form: BaseForm, outcome: object) -> bool:
    """Tell whether an outcome is a refusal; its sentence then stands above the form."""
    if isinstance(outcome, Refused):
        form.add_error(None, outcome.sentence)
        return True
    return False


def bundle_answer(
    outcome: bytes | Refused, *, name: str, back: HttpResponse, request: HttpRequest
) -> HttpResponse:
    """Return a bundle as one file under ``name``; a refusal is told on the page ``back``."""
    if isinstance(outcome, Refused):
        tell(request, outcome, "")
        return back
    response = HttpResponse(outcome, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="ho-so-{name}.zip"'
    return response
