"""Huỷ hội nghị: the decision on one page, and on the same page afterwards what is left to do."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.conferences import selectors as conferences
from guong.office.conferences import services as conference_services
from guong.office.conferences.models import Conference
from guong.office.schedule import selectors, services
from guong.office.schedule.forms import CancelForm, DayForm, SlipsForm
from guong.office.schedule.views.ground import ORGANISE, conference_seen, version_of
from guong.ui.telling import tell

_PAGE = "schedule:cancel"
_UNPROCESSABLE = 422


@needs(ORGANISE)
@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, key: str) -> HttpResponse:
    """Cancel a conference; once it is cancelled, its notice and the end of its slips."""
    conference = conference_seen(request, key)
    usual = partial(selectors.usual_reason, conference)  # asked only where the form is shown
    form = CancelForm(request.POST or None, initial={"reason": usual})
    if request.method == "POST" and form.is_valid():
        outcome = conference_services.cancel(
            actor=officer(request),
            conference=conference,
            version=version_of(request),
            reason=form.cleaned_data["reason"],
            decided_by=form.cleaned_data["decided_by"],
            day=timezone.localdate(),
        )
        if not isinstance(outcome, Refused):
            tell(request, outcome, "Đã huỷ hội nghị. Đề nghị làm tiếp các việc dưới đây.")
            return redirect(_PAGE, key)
        form.add_error(None, outcome.sentence)
    return _page(request, conference, form)


@needs(ORGANISE)
@require_POST
def file_slip_minutes(request: HttpRequest, key: str) -> HttpResponse:
    """Number and file the minutes of the slips' end."""
    conference = conference_seen(request, key)
    made = conferences.request_of(conference)
    form = _slips_form(request, conference, made.slips if made else 0)
    if form.is_valid():
        outcome = services.file_slip_minutes(actor=officer(request), conference=conference, said=form.said)
        if not isinstance(outcome, Refused):
            tell(request, outcome, f"Đã lập {outcome.printed_number}: {outcome.title}.")
            return redirect(_PAGE, key)
        form.add_error(None, outcome.sentence)
    return _page(request, conference, CancelForm(None), slips_form=form)


def _page(
    request: HttpRequest, conference: Conference, form: CancelForm, slips_form: SlipsForm | None = None
) -> HttpResponse:
    row = selectors.row_of(conference)
    today = timezone.localdate()
    remains = selectors.remains_of(row, today=today)
    context = {
        "conference": conference,
        "row": row,
        "form": form,
        "may_cancel": not row.cancellation and row.may_move and not conference.rehearsal,
        "remains": remains,
        "day_form": DayForm(None, day=today),
        "slips_form": slips_form or _slips_form(None, row.conference, remains.slips),
    }
    failed = form.is_bound or slips_form is not None
    return render(request, "schedule/cancel.html", context, status=_UNPROCESSABLE if failed else 200)


def _slips_form(request: HttpRequest | None, conference: Conference, slips: int) -> SlipsForm:
    return SlipsForm(
        request.POST if request else None,
        day=timezone.localdate(),
        slips=slips,
        place=conference.lead_body,
        board=conference.board.all(),
    )
