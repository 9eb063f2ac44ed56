"""Sealing the box, handing it over, its file, its minutes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.conferences.models import Conference
from guong.office.counting import selectors, services
from guong.office.counting.forms import HandOverForm, SealForm
from guong.office.counting.views.scope import PERMISSION, conference_or_404, refused_in
from guong.office.papers.selectors import filing_words
from guong.ui.telling import tell

_STILL_WHOLE = {PollState.SEALED, PollState.OPENED}


@needs(PERMISSION)
@require_http_methods(["GET", "POST"])
def seal(request: HttpRequest, key: str) -> HttpResponse:
    """Seal the box once everything agrees; afterwards the page shows mã niêm phong, the box file, the minutes."""
    conference = conference_or_404(request, key)
    if selectors.poll_state(conference) in selectors.CLOSED - {PollState.CLOSED}:
        return _sealed_page(request, conference, HandOverForm(initial=_proposed(conference)))
    form = SealForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        outcome = services.seal_box(conference=conference, actor=officer(request))
        if not refused_in(form, outcome):
            tell(request, outcome, "Đã niêm phong hòm phiếu.")
            return redirect("counting:seal", key)
    context = {"conference": conference, "form": form, "check": selectors.hall_check(conference)}
    return render(request, "counting/seal.html", context)


@needs(PERMISSION)
@require_POST
def box(request: HttpRequest, key: str) -> HttpResponse:
    """The box as a file, for the USB stick that goes to the opening."""
    conference = conference_or_404(request, key)
    outcome = services.export_box(conference=conference, actor=officer(request))
    if isinstance(outcome, Refused):
        tell(request, outcome, "")
        return redirect("counting:seal", key)
    response = HttpResponse(outcome.raw, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="hom-phieu-{conference.poll.poll_key}.json"'
    return response


@needs(PERMISSION)
@require_POST
def minutes(request: HttpRequest, key: str) -> HttpResponse:
    """Make the sealing minutes."""
    conference = conference_or_404(request, key)
    form = HandOverForm(request.POST)
    if not form.is_valid():
        return _sealed_page(request, conference, form)
    outcome = services.make_sealing_minutes(
        conference=conference,
        hand_over=services.HandOver(**form.cleaned_data),
        actor=officer(request),
    )
    tell(request, outcome, filing_words(outcome, "Đã lập biên bản niêm phong, bàn giao hòm phiếu."))
    return redirect("counting:seal", key)


def _proposed(conference: Conference) -> dict[str, str]:
    """What the minutes say in most halls, so that one press makes them: who led the conference receives the box."""
    return {
        "receiver_name": conference.chair_name,
        "receiver_post": conference.chair_post,
        "opening": selectors.opening_line(conference),
    }


def _sealed_page(request: HttpRequest, conference: Conference, form: HandOverForm) -> HttpResponse:
    check = selectors.hall_check(conference)
    context = {
        "conference": conference,
        "form": form,
        "check": check,
        "seal_code": selectors.seal_code(check.figures) if check else "",
        "box_is_there": selectors.poll_state(conference) in _STILL_WHOLE,
        "papers": selectors.sealing_papers(conference),
    }
    return render(request, "counting/sealed.html", context)
