"""What the pages share: finding a conference within the officer's scope."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from guong.office.conferences import selectors
from guong.office.conferences.models import Conference

ORGANISE = "organise_conference"
HALL = "run_hall"
OBSERVE = "observe"
CASTING = selectors.CASTING
BEFORE_CASTING = selectors.BEFORE_CASTING


_DIGITS = 10


def found(request: HttpRequest, key: str) -> Conference:
    """Return the conference of a page; outside the officer's scope it doesn't exist (404)."""
    conference = selectors.conference_in_scope(user=request.user, key=key)
    if conference is None:
        raise Http404
    return conference


def version_of(request: HttpRequest) -> int:
    """Return the version that the officer saw when the page was drawn; 0 where the form was tampered with."""
    return number_of(request, "version")


def number_of(request: HttpRequest, name: str) -> int:
    """Return a whole number that a form carries; 0 where there is none."""
    typed = request.POST.get(name, "")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < _DIGITS else 0


def back_to_hall(key: str, part: str = "") -> HttpResponse:
    """Return to the desk's page, at one of its parts where ``part`` is its anchor."""
    address = reverse("conferences:hall", args=[key])
    return redirect(f"{address}#{part}" if part else address)
