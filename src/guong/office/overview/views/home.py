"""The first page after signing in: what to do now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from guong.office.accounts.access import needs, officer
from guong.office.overview.selectors import home_of


@needs()
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Tasks that wait for this officer, conferences of today, states of the others."""
    found = home_of(user=officer(request), today=timezone.localdate())
    return render(request, "overview/home.html", {"home": found})
