"""Boxes arrive: codes compared line by line, then the handover minutes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.counting import selectors, services
from guong.office.counting.day_steps import BoxStanding
from guong.office.counting.receiving_forms import ArrivalsForm, LeaveShutForm, ReceiptForm
from guong.office.counting.selectors import DayView
from guong.office.counting.views.day_ground import box_rows, counted, day_or_404
from guong.office.counting.views.scope import PERMISSION
from guong.office.papers.selectors import filing_words
from guong.ui.telling import tell

_MAY_COME = {BoxStanding.EXPECTED, BoxStanding.OTHER_CODE}


@needs(PERMISSION)
@require_http_methods(["GET", "POST"])
def receive(request: HttpRequest, key: str) -> HttpResponse:
    """Note the boxes whose codes were typed; each line stands for itself."""
    day = day_or_404(request, key)
    view = selectors.day_view(day)
    form = _arrivals(view, request)
    if request.method == "GET" or not form.is_valid():
        return _page(request, view, form, ReceiptForm(initial=_now()))
    outcomes = services.receive_boxes(day=day, arrivals=form.arrivals, actor=officer(request))
    if isinstance(outcomes, Refused):
        tell(request, outcomes, "")
        return redirect("counting:day_receive", key)
    for outcome in outcomes:
        if isinstance(outcome, Refused):
            messages.error(request, outcome.sentence)
    agreed = sum(not isinstance(outcome, Refused) for outcome in outcomes)
    if agreed:
        messages.success(request, f"Đã nhận {agreed} hòm phiếu, mã niêm phong trùng với biên bản.")
    elif not outcomes:
        messages.error(
            request, "Chưa gõ mã của hòm phiếu nào. Đề nghị gõ bốn số cuối in trong biên bản niêm phong."
        )
    return redirect("counting:day_receive", key)


@needs(PERMISSION)
@require_POST
def hand_over(request: HttpRequest, key: str) -> HttpResponse:
    """Make the handover minutes."""
    day = day_or_404(request, key)
    form = ReceiptForm(request.POST)
    if form.is_valid():
        outcome = services.close_receiving(day=day, receipt=form.receipt, actor=officer(request))
        if not isinstance(outcome, Refused):
            tell(
                request,
                outcome,
                filing_words(outcome, f"Đã lập biên bản bàn giao hòm phiếu: {outcome.printed_number}."),
            )
            return redirect("counting:day", key)
        form.add_error(None, outcome.sentence)
    view = selectors.day_view(day)
    return _page(request, view, ArrivalsForm(lines=_lines(view)), form)


@needs(PERMISSION)
@require_POST
def leave_shut(request: HttpRequest, key: str, conference_key: str) -> HttpResponse:
    """Decide that a box that came is not opened."""
    day = day_or_404(request, key)
    form = LeaveShutForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    if not reason and "again" not in request.POST:
        messages.error(request, "Phải ghi lý do không mở hòm phiếu này; lý do được in vào biên bản.")
        return redirect("counting:day_open", key)
    outcome = services.leave_shut(
        day=day, conference_key=conference_key, reason=reason, actor=officer(request)
    )
    tell(
        request, outcome, "Đã ghi hòm phiếu không mở." if reason else "Hòm phiếu lại được mở trong buổi này."
    )
    return redirect("counting:day_open", key)


def _arrivals(view: DayView, request: HttpRequest) -> ArrivalsForm:
    return ArrivalsForm(request.POST if request.method == "POST" else None, lines=_lines(view))


def _lines(view: DayView) -> list[selectors.BoxLine]:
    return [line for line in view.lines if line.standing in _MAY_COME]


def _now() -> dict[str, str]:
    return {"at": timezone.localtime().strftime("%Y-%m-%dT%H:%M")}


def _page(request: HttpRequest, view: DayView, form: ArrivalsForm, receipt: ReceiptForm) -> HttpResponse:
    came = [row for row in box_rows(view) if row["line"] not in _lines(view)]
    context = {
        "day": view.day,
        "counted": counted(view),
        "form": form,
        "came": came,
        "receipt": receipt,
        "any_came": view.facts.received > 0,
        "papers": selectors.day_papers(view.day).filter(kind="handover_minutes"),
    }
    return render(request, "counting/day_receive.html", context)
