"""Finding the plan of a page by the room's one path."""

from django.http import Http404, HttpRequest

from guong.office.accounts.access import officer
from guong.office.accounts.permissions import OWN_RESULT, READ_RESULTS
from guong.office.remediation import selectors
from guong.office.remediation.details import Place
from guong.office.remediation.models import PlanItem

BOTH_SIDES = (READ_RESULTS, OWN_RESULT)


def place_or_404(request: HttpRequest, key: str, subject_key: str, *, with_plan: bool = True) -> Place:
    """Return the plan of a page; for everybody but its two sides it doesn't exist."""
    found = selectors.place_of(user=officer(request), key=key, subject_key=subject_key, with_plan=with_plan)
    if found is None:
        raise Http404
    return found


def item_or_404(place: Place, number: int) -> PlanItem:
    """Return one point of a plan; 404 where there is none."""
    found = selectors.item_of(place, number)
    if found is None:
        raise Http404
    return found


def about(place: Place) -> dict[str, object]:
    """Return what every page of a plan shows."""
    return {
        "place": place,
        "conference": place.conference,
        "subject": place.subject,
        "plan": place.plan,
        "may": place.open_acts,
    }
