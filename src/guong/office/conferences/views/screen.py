"""The hall's screen: the page on the projector, and the officer's page with its link (decision 0014)."""

import segno
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_GET, require_POST

from guong.office.accounts.access import needs, officer
from guong.office.conferences import selectors, services
from guong.office.conferences.forms import ExpectedForm
from guong.office.conferences.models import Conference
from guong.office.conferences.origin import domain
from guong.office.conferences.views.ground import HALL, ORGANISE, found
from guong.ui.telling import tell


@needs(HALL, ORGANISE)
@require_GET
def link(request: HttpRequest, key: str) -> HttpResponse:
    """Where the hall's screen is opened, here or on the projector's own laptop."""
    return _link(request, found(request, key))


@needs(HALL, ORGANISE)
@require_POST
def expected(request: HttpRequest, key: str) -> HttpResponse:
    """State from how many ballots on the screen says that all were received."""
    conference = found(request, key)
    form = ExpectedForm(request.POST)
    if not form.is_valid():
        return _link(request, conference, form)
    outcome = services.state_expected(
        actor=officer(request), conference=conference, expected=form.cleaned_data["expected"]
    )
    tell(request, outcome, "Đã ghi. Khi hòm nhận đủ, màn hình tự báo “Đã nhận đủ”.")
    return redirect("conferences:screen", key=key)


@require_GET
def screen(request: HttpRequest, number: int, code: str) -> HttpResponse:
    """The page on the projector, opened by its link alone: state of the box in words, never a count."""
    conference = selectors.conference_on_screen(number=number, code=code)
    if conference is None:
        raise Http404
    poll = selectors.poll_of(conference)
    context = {
        "conference": conference,
        "state": selectors.hall_word(conference),
        "domain": domain(settings.GUONG_ORIGIN).split("."),
        "code": _drawn(f"{settings.GUONG_ORIGIN}/b/{poll.poll_key}") if poll else "",
        "now": timezone.localtime().replace(microsecond=0),
    }
    answer = render(request, "conferences/screen.html", context)
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _link(request: HttpRequest, conference: Conference, form: ExpectedForm | None = None) -> HttpResponse:
    stated = selectors.screen_expectation(conference)
    address = reverse("conferences:hall-screen", args=[conference.pk, selectors.screen_code(conference)])
    context = {
        "conference": conference,
        "path": address,
        "address": f"{settings.GUONG_ORIGIN}{address}",
        "is_casting": selectors.is_casting(conference),
        "stated": stated,
        "form": form or ExpectedForm(initial={"expected": stated.expected or stated.proposal or None}),
    }
    return render(request, "conferences/screen_link.html", context)


def _drawn(address: str) -> SafeString:
    code = segno.make(address, error="m", micro=False)
    return mark_safe(
        code.svg_inline(omitsize=True, border=2, svgclass="qr", lineclass=None)
    )  # our own address
