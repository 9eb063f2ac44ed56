"""In the hall: hand counts, paper sheets, reconciliation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from guong.core.lifecycle import PollState
from guong.office.accounts.access import needs, officer
from guong.office.conferences.models import Conference
from guong.office.counting import refusals, selectors, services
from guong.office.counting.forms import ExplanationForm, HandCountForm
from guong.office.counting.views.scope import PERMISSION, conference_or_404, refused_in
from guong.ui.telling import tell


@needs(PERMISSION)
@require_http_methods(["GET", "POST"])
def hand(request: HttpRequest, key: str) -> HttpResponse:
    """The hand count: typed by one person, then by another on a fresh page, blind."""
    conference = conference_or_404(request, key)
    typist = selectors.next_typist(conference)
    if request.method == "GET":
        return _hand_page(request, conference, HandCountForm(), typist)
    form = HandCountForm(request.POST)
    if request.POST.get("typist") != str(typist) or typist is None:
        tell(request, refusals.TYPED_MEANWHILE, "")
        return redirect("counting:hand", key)
    if not form.is_valid():
        return _hand_page(request, conference, form, typist)
    outcome = services.type_hand_count(
        conference=conference,
        typist=typist,
        typist_name=form.cleaned_data["typist_name"],
        count=form.count,
    )
    if outcome is refusals.COUNTS_DIFFER:
        tell(request, outcome, "")
        return redirect("counting:hand", key)
    if refused_in(form, outcome):
        return _hand_page(request, conference, form, typist)
    if typist == 1:
        tell(request, outcome, "Đã ghi số liệu của người thứ nhất. Mời người thứ hai nhập.")
        return redirect("counting:hand", key)
    tell(request, outcome, "Hai người nhập khớp nhau. Số liệu đếm tay đã chốt.")
    return redirect("counting:conference", key)


def _hand_page(
    request: HttpRequest, conference: Conference, form: HandCountForm, typist: int | None
) -> HttpResponse:
    context = {
        "conference": conference,
        "form": form,
        "typist": typist,
        "count": selectors.hand_count(conference),
        "typed": selectors.typed_counts(conference) if typist is None else {},
        "desk_differences": selectors.desk_differences(conference),
    }
    return render(request, "counting/hand.html", context)


@needs(PERMISSION)
@require_POST
def recount(request: HttpRequest, key: str) -> HttpResponse:
    """Drop the agreed hand count and count again."""
    conference = conference_or_404(request, key)
    outcome = services.recount_hand(conference=conference, actor=officer(request))
    tell(request, outcome, "Đã bỏ số liệu cũ. Mời hai người đếm và nhập lại.")
    return redirect("counting:hand", key)


@needs(PERMISSION)
@require_GET
def sheets(request: HttpRequest, key: str) -> HttpResponse:
    """How far the paper desk has come."""
    conference = conference_or_404(request, key)
    context = {"conference": conference, "check": selectors.hall_check(conference)}
    return render(request, "counting/sheets.html", context)


@needs(PERMISSION)
@require_http_methods(["GET", "POST"])
def reconcile(request: HttpRequest, key: str) -> HttpResponse:
    """The equations in words with their figures; a difference wants an explanation signed by two."""
    conference = conference_or_404(request, key)
    check = selectors.hall_check(conference)
    if request.method == "GET" or check is None:
        return _reconcile_page(request, conference, check, None)
    form = ExplanationForm(request.POST)
    if not form.is_valid():
        return _reconcile_page(request, conference, check, form)
    given = form.cleaned_data
    outcome = services.explain_difference(
        conference=conference,
        equation=given["equation"],
        text=given["text"],
        signers=(given["first_signer"], given["second_signer"]),
        actor=officer(request),
    )
    if refused_in(form, outcome):
        return _reconcile_page(request, conference, check, form)
    tell(request, outcome, "Đã ghi giải trình. Nội dung này sẽ in vào biên bản.")
    return redirect("counting:reconcile", key)


def _reconcile_page(
    request: HttpRequest,
    conference: Conference,
    check: selectors.HallCheck | None,
    form: ExplanationForm | None,
) -> HttpResponse:
    first = check.open_questions[0] if check and check.open_questions else None
    if first and form is None:
        form = ExplanationForm(initial={"equation": first.number})
    context = {
        "conference": conference,
        "check": check,
        "first": first,
        "gap": abs(first.difference) if first else 0,
        "form": form,
        "desk_differences": selectors.desk_differences(conference),
        "breaches": [refusals.BREACHES[name] for name in check.breaches] if check else [],
        "may_change": selectors.poll_state(conference) is PollState.CLOSED,
    }
    return render(request, "counting/reconcile.html", context)
