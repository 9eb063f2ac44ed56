"""The list of desks, one desk, its seats. No page here shows a word that a voter wrote."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from guong.office.accounts.access import needs, officer
from guong.office.remarks import selectors, services
from guong.office.remarks.models import Desk
from guong.office.remarks.views.ground import PERMISSION, Place, place_or_404
from guong.ui.telling import tell


@needs(PERMISSION)
@require_GET
def desk_list(request: HttpRequest) -> HttpResponse:
    """Everybody about whom something was written, with the state of the work."""
    lines = selectors.desk_lines(user=officer(request))
    context = {
        "lines": lines,
        "left": sum(not line.told.is_ended for line in lines),
        "ended": sum(line.told.is_ended for line in lines),
    }
    return render(request, "remarks/list.html", context)


@needs(PERMISSION)
@require_GET
def desk(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """One desk: who sits there, how far each field is, what comes next."""
    place = place_or_404(request, key, subject_key)
    user = officer(request)
    found = place.desk
    told = selectors.handed_on_about(place.conference, subject_key)
    seated = selectors.seated(found) if found else []
    is_mine = user in seated
    context = {
        "place": place,
        "conference": place.conference,
        "told": told,
        "seated": seated,
        "is_mine": is_mine,
        "obstacle": selectors.desk_obstacle(place.conference, subject_key)
        or selectors.conflict(place.conference, user),
        "is_full": len(seated) >= selectors.MOST_SEATS,
    }
    if found and is_mine and not found.ended_on:
        context |= _work(place, found, request)
    return render(request, "remarks/desk.html", context)


@needs(PERMISSION)
@require_POST
def take(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Sit down."""
    place = place_or_404(request, key, subject_key)
    outcome = services.take_seat(conference=place.conference, subject=place.subject, actor=officer(request))
    tell(request, outcome, "Đồng chí đã nhận biên tập.")
    return redirect("remarks:desk", *place.address)


@needs(PERMISSION)
@require_POST
def leave(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Give the seat up."""
    place = place_or_404(request, key, subject_key)
    if place.desk is not None:
        outcome = services.leave_seat(desk=place.desk, subject=place.subject, actor=officer(request))
        tell(request, outcome, "Đồng chí đã thôi biên tập ở đây.")
    return redirect("remarks:desk", *place.address)


def _work(place: Place, found: Desk, request: HttpRequest) -> dict[str, object]:
    user = officer(request)
    entries = selectors.entries_of(found)
    fields = selectors.tallies(entries, user, fields=place.form.remark_fields)
    titles = place.themes
    return {
        "fields": [{"tally": tally, "title": titles[tally.field_key]} for tally in fields],
        "to_edit": sum(tally.to_edit for tally in fields),
        "to_confirm": sum(tally.to_confirm for tally in fields),
        "waiting": sum(tally.waiting for tally in fields),
        "done": sum(tally.done for tally in fields),
        "received": len(entries),
        "end_asked_by_me": found.end_asked_by == user.key,
        "end_asked": bool(found.end_asked_by),
    }
