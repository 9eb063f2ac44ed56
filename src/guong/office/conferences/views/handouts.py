"""The poster for the door, the card of the shared device and the words for the unit's chat group."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from guong.core.outcome import Refused
from guong.office.accounts.access import needs
from guong.office.conferences import handouts
from guong.office.conferences.views.ground import HALL, ORGANISE, found
from guong.ui.telling import tell


@needs(ORGANISE, HALL)
@require_GET
def poster(request: HttpRequest, key: str) -> HttpResponse:
    """“Ai xem được gì?” for the door, one A3 page."""
    return _handed_over(request, key, handouts.poster_of(found(request, key)), "ai-xem-duoc-gi-a3.pdf")


@needs(ORGANISE, HALL)
@require_GET
def shared_card(request: HttpRequest, key: str) -> HttpResponse:
    """The card beside the shared device, one A5 page."""
    return _handed_over(request, key, handouts.shared_card_of(found(request, key)), "may-chung-a5.pdf")


@needs(ORGANISE, HALL)
@require_GET
def message(request: HttpRequest, key: str) -> HttpResponse:
    """The words for the unit's chat group, to be copied."""
    conference = found(request, key)
    context = {"conference": conference, "text": handouts.message_of(conference)}
    return render(request, "conferences/message.html", context)


def _handed_over(request: HttpRequest, key: str, made: bytes | Refused, name: str) -> HttpResponse:
    if isinstance(made, Refused):
        tell(request, made, "")
        return redirect("conferences:printing", key=key)
    response = HttpResponse(made, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
