"""The Standing Committee's pages: a round at a glance, its heads, the years."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_GET

from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.accounts.permissions import AT_COMMITTEE, AT_STANDING_BOARD, READ_RESULTS
from guong.office.overview import selectors
from guong.office.plans.models import Round
from guong.office.release import services as release_services

READERS = (AT_STANDING_BOARD, AT_COMMITTEE, READ_RESULTS)


@needs(*READERS)
@require_GET
def glance(request: HttpRequest, key: str = "") -> HttpResponse:
    """A round on one page, the latest if none is named; before its step a round doesn't exist for its reader."""
    user = officer(request)
    rounds = selectors.committee_rounds(user)
    if not key and not rounds:
        return render(request, "overview/committee_empty.html")
    of_round = _of(rounds, key)
    context: dict[str, object] = {"of_round": of_round, "rounds": rounds}
    figures = release_services.read_round(of_round=of_round, actor=user)
    if isinstance(figures, Refused):
        return render(request, "overview/committee_refused.html", context | {"sentence": figures.sentence})
    view = selectors.committee_view(user=user, figures=figures, today=timezone.localdate())
    pictures = {
        name: {"wide": _safe(found.wide), "phone": _safe(found.phone)}
        for name, found in (("picture", view.picture), ("group_picture", view.group_picture))
    }
    return render(request, "overview/committee.html", context | pictures | {"view": view})


@needs(*READERS)
@require_GET
def heads(request: HttpRequest, key: str) -> HttpResponse:
    """The heads of a round by unit, each leading to the reading of the result."""
    user = officer(request)
    of_round = _of(selectors.committee_rounds(user), key)
    lines = selectors.heads_of(user=user, of_round=of_round, today=timezone.localdate())
    return render(request, "overview/heads.html", {"of_round": of_round, "lines": lines})


@needs(*READERS)
@require_GET
def years(request: HttpRequest, key: str) -> HttpResponse:
    """A round beside the rounds of other years."""
    user = officer(request)
    of_round = _of(selectors.committee_rounds(user), key)
    view = selectors.years_view(release_services.read_years(of_round=of_round, actor=user))
    picture = {"wide": _safe(view.picture.wide), "phone": _safe(view.picture.phone)}
    context = {
        "of_round": of_round,
        "view": view,
        "picture": picture,
        "may_import": user.has_perm(f"accounts.{READ_RESULTS}"),
    }
    return render(request, "overview/years.html", context)


def _of(rounds: list[Round], key: str) -> Round:
    found = next((one for one in rounds if not key or one.key == key), None)
    if found is None:
        raise Http404
    return found


def _safe(svg: str) -> SafeString:
    return mark_safe(svg)  # drawn by our own code, which escapes every text in it
