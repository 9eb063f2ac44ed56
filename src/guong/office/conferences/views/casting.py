"""Opening, pausing, closing: the pages and their buttons."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from guong.core.lifecycle import PollState
from guong.core.origin import is_protected
from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer, usable_in_hall
from guong.office.conferences import refusals, selectors, services
from guong.office.conferences.forms import PlainHttpForm
from guong.office.conferences.models import Conference
from guong.office.conferences.origin import domain
from guong.office.conferences.views.ground import BEFORE_CASTING, CASTING, HALL, ORGANISE, found
from guong.office.conferences.views.preflight import PLACES
from guong.office.conferences.views.second_person import second_context, second_of
from guong.ui.telling import tell


@needs(ORGANISE, HALL)
@require_GET
def opening(request: HttpRequest, key: str) -> HttpResponse:
    """Step 6: what is checked before the poll opens, then the opening by two; after a pause the opening alone."""
    conference = found(request, key)
    state = selectors.state_of(conference)
    findings = selectors.findings_of(conference)
    context = {
        "conference": conference,
        "problems": services.opening_problems(conference=conference),
        "questions": selectors.questions_of(conference, findings),
        "rows": [{"found": finding, "name": PLACES.get(finding.check)} for finding in findings],
        "left": sum(not finding.is_done for finding in findings),
        "state": selectors.STATE_TEXTS[state],
        "is_open": state is PollState.OPEN,
        "is_casting": state in CASTING,
        "is_over": state not in CASTING and state not in BEFORE_CASTING,
        "desks": conference.desk_sheets.all(),
        "domain": domain(settings.GUONG_ORIGIN),
        "origin": settings.GUONG_ORIGIN,
        "is_protected": is_protected(settings.GUONG_ORIGIN),
        "plain_form": PlainHttpForm(),
        **second_context(request, conference),
    }
    return render(request, "conferences/opening.html", context)


@needs(ORGANISE, HALL)
@require_POST
def open_poll(request: HttpRequest, key: str) -> HttpResponse:
    """Open the poll, or open it again."""
    outcome = services.open_poll(
        actor=officer(request),
        conference=found(request, key),
        second=second_of(request),
        sure=request.POST.getlist("sure"),
    )
    if tell(request, outcome, "Đã mở bỏ phiếu. Người tham gia có thể bốc thẻ và bỏ phiếu."):
        return redirect("conferences:hall", key=key)
    return redirect("conferences:opening", key=key)


@usable_in_hall
@needs(ORGANISE, HALL)
@require_POST
def pause(request: HttpRequest, key: str) -> HttpResponse:
    """Pause the taking of ballots."""
    outcome = services.pause_poll(actor=officer(request), conference=found(request, key))
    tell(request, outcome, "Đã tạm dừng nhận phiếu. Phiếu đã ghi vẫn nằm trên máy người bỏ phiếu.")
    return redirect("conferences:hall", key=key)


@needs(HALL, ORGANISE)
@require_GET
def closing(request: HttpRequest, key: str) -> HttpResponse:
    """Step 8: what the desk has counted, and the button that ends casting for good."""
    conference = found(request, key)
    state = selectors.state_of(conference)
    context = {
        "conference": conference,
        "state": selectors.STATE_TEXTS[state],
        "is_casting": state in CASTING,
        "is_over": state not in CASTING and state not in (None, PollState.PREPARED),
        "awaits_count": state is PollState.CLOSED,
        "numbers": selectors.roll_numbers(conference),
        "noted": selectors.noted_totals(conference),
        "desks_missing": selectors.missing_desks(conference),
        "by_lists": conference.attendance == Conference.LISTS,
        "few_paper": selectors.has_few_paper_voters(conference),
        **second_context(request, conference),
    }
    return render(request, "conferences/closing.html", context)


@needs(HALL, ORGANISE)
@require_POST
def close(request: HttpRequest, key: str) -> HttpResponse:
    """End casting for good."""
    conference = found(request, key)
    outcome: PollState | Refused = refusals.NOT_SURE
    if request.POST.get("sure") == "1":
        outcome = services.close_poll(
            actor=officer(request), conference=conference, second=second_of(request)
        )
    tell(request, outcome, "Đã kết thúc bỏ phiếu. Hòm phiếu được bàn giao cho tổ kiểm phiếu.")
    return redirect("conferences:closing", key=key)
