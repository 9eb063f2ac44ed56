"""What the pages share: finding rounds and conferences within the officer's scope."""

from typing import Any

from django.http import Http404, HttpRequest

from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.office.plans import selectors as plans
from guong.office.plans.models import Round
from guong.office.schedule import selectors

ORGANISE = "organise_conference"
HALL = "run_hall"
OBSERVE = "observe"


def round_seen(request: HttpRequest, key: str) -> selectors.SeenRound:
    """Return the round of a page to look at; outside the officer's scope it doesn't exist (404)."""
    found = selectors.round_seen(user=_viewer(request), key=key)
    if found is None:
        raise Http404
    return found


def round_led(request: HttpRequest, key: str) -> Round:
    """Return the round of a page that changes it: the plan's body itself is in the officer's scope (else 404)."""
    found = plans.round_in_scope(user=_viewer(request), key=key)
    if found is None:
        raise Http404
    return found


def conference_seen(request: HttpRequest, key: str) -> Conference:
    """Return the conference of a page; outside the officer's scope it doesn't exist (404)."""
    found = conferences.conference_in_scope(user=_viewer(request), key=key)
    if found is None:
        raise Http404
    return found


def version_of(request: HttpRequest) -> int:
    """Return the version that the officer saw when the page was drawn; 0 where the form was tampered with."""
    typed = request.POST.get("version", "")
    return int(typed) if typed.isdecimal() else 0


def may_change(request: HttpRequest, seen: selectors.SeenRound) -> bool:
    """Tell whether the officer may make and change the conferences of a round."""
    return seen.is_led and request.user.has_perm(f"accounts.{ORGANISE}")


def _viewer(request: HttpRequest) -> Any:
    return request.user
