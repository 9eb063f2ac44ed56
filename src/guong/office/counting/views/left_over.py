"""Leftover slips: typed, scanned by the camera one by one, or several in one photograph; no code comes back."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from guong.core.outcome import Refused
from guong.office.accounts.access import needs
from guong.office.conferences.models import Conference
from guong.office.counting import refusals, selectors, services
from guong.office.counting.forms import LeftOverForm
from guong.office.counting.views.scope import PERMISSION, conference_or_404
from guong.ui.sentences import said


@dataclass(frozen=True)
class _Told:
    """What the officer reads: ``kind`` is ``ok``, ``again`` or ``danger``."""

    kind: str
    sentence: str


@needs(PERMISSION)
@require_http_methods(["GET", "POST"])
def left_over(request: HttpRequest, key: str) -> HttpResponse:
    """Check leftover slips; answers JSON where the page's camera asks, else the page anew."""
    conference = conference_or_404(request, key)
    if request.method == "POST":
        told = _checked(request, conference)
        if request.headers.get("X-Part") == "told":
            return _answer(conference, told)
        for one in told:
            level = messages.ERROR if one.kind == "danger" else messages.SUCCESS
            messages.add_message(request, level, one.sentence)
        return redirect("counting:left_over", key)
    check = selectors.hall_check(conference)
    context = {"conference": conference, "form": LeftOverForm(), "check": check}
    return render(request, "counting/left_over.html", context)


def _checked(request: HttpRequest, conference: Conference) -> list[_Told]:
    photo = request.FILES.get("photo")
    if photo is not None:
        return _photo(conference, photo.read())
    form = LeftOverForm(request.POST)
    if not form.is_valid():
        return [_Told("danger", refusals.NO_CODE.sentence)]
    before = selectors.hall_check(conference)
    outcome = services.check_left_over(conference=conference, typed_code=form.cleaned_data["code"])
    if isinstance(outcome, Refused):
        return [_Told("danger", outcome.sentence)]
    if before is not None and outcome == before.left_over_checked:
        return [_Told("again", "Thẻ này đã kiểm rồi.")]
    return [_Told("ok", "Thẻ chưa dùng, đúng là thẻ còn lại.")]


def _photo(conference: Conference, data: bytes) -> list[_Told]:
    outcome = services.check_left_over_photo(conference=conference, photo=data)
    if isinstance(outcome, Refused):
        return [_Told("danger", outcome.sentence)]
    refused = dict.fromkeys(one.sentence for one in outcome.refused)
    kind = "ok" if outcome.new else "again"
    return [*(_Told("danger", sentence) for sentence in refused), _Told(kind, outcome.sentence)]


def _answer(conference: Conference, told: list[_Told]) -> HttpResponse:
    check = selectors.hall_check(conference)
    return JsonResponse(
        {
            "told": [{"kind": one.kind, "sentence": said(one.sentence)} for one in told],
            "checked": check.left_over_checked if check else 0,
            "missing": check.left_over_missing if check else 0,
        }
    )
