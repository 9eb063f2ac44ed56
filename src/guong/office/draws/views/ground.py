"""What the pages share: finding a draw within the officer's scope."""

from django.http import Http404, HttpRequest

from guong.office.draws import selectors
from guong.office.draws.models import LotDraw

ORGANISE = "organise_conference"
HALL = "run_hall"
OBSERVE = "observe"


def found(request: HttpRequest, key: str) -> LotDraw:
    """Return the draw of a page; outside the officer's scope it doesn't exist (404)."""
    draw = selectors.draw_in_scope(user=request.user, key=key)
    if draw is None:
        raise Http404
    return draw


def frozen(request: HttpRequest, key: str) -> LotDraw:
    """Return a draw whose list is frozen; before that its rooms don't exist (404)."""
    draw = found(request, key)
    if not draw.frame:
        raise Http404
    return draw


def version_of(request: HttpRequest) -> int:
    """Return the version that the officer saw when the page was drawn; 0 where the form was tampered with."""
    typed = request.POST.get("version", "")
    return int(typed) if typed.isdecimal() else 0
