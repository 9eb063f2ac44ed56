"""The URL configuration with views that somebody guarded badly, each in a way of its own, and one that is guarded well."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import include, path

from guong.office.accounts.access import needs, officer
from guong.office.conferences import selectors
from guong.office.conferences.models import Conference
from guong.web.urls import urlpatterns as real
from tests.permissions.lines import lines, room
from tests.permissions.table import ORGANISER, WATCHED

ORGANISE, OBSERVE = "organise_conference", "observe"


def unguarded(request: HttpRequest, key: str) -> HttpResponse:
    """Anybody may."""
    return HttpResponse(key)


@needs(OBSERVE)
def of_another_role(request: HttpRequest, key: str) -> HttpResponse:
    """Those may who may not, and the other way round."""
    return _guarded(request, key)


@needs(ORGANISE)
def of_any_unit(request: HttpRequest, key: str) -> HttpResponse:
    """The role is asked for, the unit is not."""
    if not Conference.objects.filter(key=key).exists():
        raise Http404
    return HttpResponse(key)


@needs(ORGANISE)
def telling_that_it_is_there(request: HttpRequest, key: str) -> HttpResponse:
    """Refuses what is there, doesn't find what isn't."""
    _found(request, key, PermissionDenied)
    return HttpResponse(key)


@needs(ORGANISE)
def not_found_by_a_second_question(request: HttpRequest, key: str) -> HttpResponse:
    """Says the same of both, and takes longer for what is there."""
    _found(request, key, Http404)
    return HttpResponse(key)


@needs(ORGANISE, OBSERVE)
def act_of_readers(request: HttpRequest, key: str) -> HttpResponse:
    """Who may only read sends a form and is told nothing."""
    return _guarded(request, key)


@needs(ORGANISE)
def well_guarded(request: HttpRequest, key: str) -> HttpResponse:
    """As every view should be."""
    return _guarded(request, key)


def _guarded(request: HttpRequest, key: str) -> HttpResponse:
    if selectors.conference_in_scope(user=officer(request), key=key) is None:
        raise Http404
    return HttpResponse(key)


def _found(request: HttpRequest, key: str, refusal: type[Exception]) -> None:
    if not Conference.objects.filter(key=key).exists():
        raise Http404
    if selectors.conference_in_scope(user=officer(request), key=key) is None:
        raise refusal


BADLY = (
    unguarded,
    of_another_role,
    of_any_unit,
    telling_that_it_is_there,
    not_found_by_a_second_question,
    act_of_readers,
)
PLACE = "trong/<slug:key>"
WELL = "planted:well_guarded"
TABLE = room(
    "planted",
    lines(" ".join(view.__name__ for view in (*BADLY, well_guarded)), see=ORGANISER, do=ORGANISER),
) | room("planted", lines("act_of_readers", see=WATCHED, do=ORGANISER))

_views = [path(f"{PLACE}/{view.__name__}/", view, name=view.__name__) for view in (*BADLY, well_guarded)]
urlpatterns = [*real, path("", include((_views, "planted")))]
handler403, handler404 = "guong.web.errors.forbidden", "guong.web.errors.not_found"
