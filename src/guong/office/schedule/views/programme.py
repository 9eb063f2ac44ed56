"""The programme of a conference on the screen, for officers and observers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from guong.office.accounts.access import needs
from guong.office.schedule import selectors
from guong.office.schedule.views.ground import HALL, OBSERVE, ORGANISE, conference_seen


@needs(ORGANISE, HALL, OBSERVE)
@require_GET
def programme(request: HttpRequest, key: str) -> HttpResponse:
    """Items with their hours."""
    conference = conference_seen(request, key)
    row = selectors.row_of(conference)
    context = {"conference": conference, "parts": selectors.programme_parts(row), "row": row}
    return render(request, "schedule/programme.html", context)
