"""Before the opening: the trial of a ballot, ticks of a person."""

import time
from base64 import b64encode

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from guong.core.outcome import Refused
from guong.core.preflight import Check
from guong.office.accounts.access import needs, officer
from guong.office.conferences import selectors, services
from guong.office.conferences.views.ground import HALL, ORGANISE, found
from guong.ui.telling import tell

PLACES = {
    Check.ROLL: "conferences:roll",
    Check.PRINTED: "conferences:printing",
    Check.CONFIRMING: "conferences:pins",
}
"""Where what a check says is done."""


@needs(ORGANISE, HALL)
@require_POST
def tick(request: HttpRequest, key: str) -> HttpResponse:
    """Tick what only a person can see, or take the tick back."""
    outcome = services.tick_check(
        actor=officer(request),
        conference=found(request, key),
        check=_check(request),
        done=request.POST.get("done") == "1",
    )
    if isinstance(outcome, Refused):
        tell(request, outcome, "")
    return redirect("conferences:opening", key=key)


@needs(ORGANISE, HALL)
@require_POST
def trial(request: HttpRequest, key: str) -> HttpResponse:
    """Try a ballot on the server; the page's script gets what it then sends over the network itself."""
    conference = found(request, key)
    outcome = services.try_ballot(conference=conference)
    if request.headers.get("X-Part") != "trial":
        tell(request, outcome, "Máy chủ đã thử xong. Đề nghị thử thêm bằng một điện thoại.")
        return redirect("conferences:opening", key=key)
    if isinstance(outcome, Refused):
        return JsonResponse({"refused": outcome.reason})
    poll = selectors.poll_of(conference)
    assert poll is not None
    return JsonResponse(
        {
            "page": f"/b/{poll.poll_key}",
            "slot": b64encode(outcome.question).decode("ascii"),
            "cast": b64encode(outcome.ballot).decode("ascii"),
            "now": int(time.time() * 1000),
        }
    )


@needs(ORGANISE, HALL)
@require_POST
def trial_result(request: HttpRequest, key: str) -> HttpResponse:
    """Keep what the page's script found."""
    try:
        services.note_trial(
            actor=officer(request),
            conference=found(request, key),
            failed=request.POST.get("failed", ""),
            seconds_ahead=int(request.POST.get("ahead", "")),
        )
    except ValueError as error:
        raise Http404 from error
    return HttpResponse(status=204)


def _check(request: HttpRequest) -> Check:
    try:
        return Check(request.POST.get("check", ""))
    except ValueError as error:
        raise Http404 from error
