"""Who goes where: officers and leaders sent, observers, one board for several conferences."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.office.schedule import refusals, selectors, services
from guong.office.schedule.forms import BoardCopyForm, ObserverRow, SendForm, SendHereForm
from guong.office.schedule.views.ground import (
    HALL,
    OBSERVE,
    ORGANISE,
    conference_seen,
    may_change,
    round_led,
    round_seen,
)
from guong.ui.telling import tell

_PAGE = "schedule:delegates"


@needs(ORGANISE, HALL, OBSERVE)
@require_GET
def of_round(request: HttpRequest, key: str) -> HttpResponse:
    """A round's delegates by conference, with what is still missing in numbers."""
    seen = round_seen(request, key)
    rows = selectors.rows_of(selectors.conferences_seen(user=request.user, seen=seen))
    context = {"round": seen.round, "rows": rows, "numbers": selectors.sent_numbers(rows)}
    if may_change(request, seen):
        context |= _round_forms(rows)
    return render(request, "schedule/delegates.html", context)


@needs(ORGANISE)
@require_POST
def send(request: HttpRequest, key: str) -> HttpResponse:
    """Send one person to several conferences."""
    found = _conferences(request, key)
    form = SendForm(request.POST, conferences=found)
    outcome: int | Refused = refusals.NEEDS_SENT_NAME
    if form.is_valid():
        chosen = [one for one in found if one.key in form.chosen]
        outcome = services.send(actor=officer(request), to=chosen, person=form.person)
    tell(request, outcome, f"Đã cử đến {outcome} hội nghị.")
    return redirect(_PAGE, key)


@needs(ORGANISE)
@require_POST
def copy_board(request: HttpRequest, key: str) -> HttpResponse:
    """Name one conference's board for others too."""
    found = _conferences(request, key)
    form = BoardCopyForm(request.POST, sources=found, conferences=found)
    outcome: int | Refused = refusals.NOWHERE_SENT
    if form.is_valid():
        source = next(one for one in found if one.key == form.cleaned_data["source"])
        chosen = [one for one in found if one.key in form.chosen]
        outcome = services.copy_board(actor=officer(request), source=source, to=chosen)
    tell(request, outcome, f"Đã ghi tổ kiểm phiếu này cho {outcome} hội nghị nữa.")
    return redirect(_PAGE, key)


@needs(ORGANISE)
@require_POST
def propose_observers(request: HttpRequest, key: str) -> HttpResponse:
    """Name the heads of the schools' wards as observers, to be accepted or changed."""
    made = services.propose_observers(actor=officer(request), to=_conferences(request, key))
    done = f"Đã đề xuất {made} đại biểu. Đề nghị sửa tên nếu phường cử người khác, rồi nhận."
    tell(request, made, done if made else "Không còn hội nghị nào thiếu đại biểu giám sát của phường.")
    return redirect(_PAGE, key)


@needs(ORGANISE)
@require_POST
def accept_observers(request: HttpRequest, key: str) -> HttpResponse:
    """Accept the observers ticked, as they are named now."""
    proposed = selectors.proposed_observers(of_round=round_led(request, key))
    rows = [ObserverRow(request.POST, delegate=delegate) for delegate in proposed]
    named = [
        (row.delegate, row.cleaned_data["full_name"], row.cleaned_data["post"])
        for row in rows
        if row.is_valid() and row.cleaned_data["accepted"]
    ]
    outcome = services.accept_observers(actor=officer(request), named=named)
    tell(request, outcome, f"Đã nhận {outcome} đại biểu giám sát.")
    return redirect(_PAGE, key)


@needs(ORGANISE, HALL, OBSERVE)
@require_GET
def of_conference(request: HttpRequest, key: str) -> HttpResponse:
    """One conference's delegates."""
    conference = conference_seen(request, key)
    context = {
        "conference": conference,
        "delegates": conference.delegates.all(),
        "form": SendHereForm(),
        "is_before": conferences.is_before_casting(conference),
    }
    return render(request, "schedule/delegates_here.html", context)


@needs(ORGANISE)
@require_POST
def send_here(request: HttpRequest, key: str) -> HttpResponse:
    """Send one person to this conference."""
    conference = conference_seen(request, key)
    form = SendHereForm(request.POST)
    outcome: int | Refused = refusals.NEEDS_SENT_NAME
    if form.is_valid():
        outcome = services.send(actor=officer(request), to=[conference], person=form.person)
    tell(request, outcome, "Đã ghi người được cử.")
    return redirect("schedule:delegates-here", key)


@needs(ORGANISE)
@require_POST
def dismiss(request: HttpRequest, key: str) -> HttpResponse:
    """Take somebody off this conference."""
    typed = request.POST.get("delegate", "")
    outcome = services.dismiss(
        actor=officer(request),
        conference=conference_seen(request, key),
        delegate_id=int(typed) if typed.isdecimal() else 0,
    )
    tell(request, outcome, "Đã thôi cử người này.")
    return redirect("schedule:delegates-here", key)


def _conferences(request: HttpRequest, key: str) -> list[Conference]:
    found = conferences.conferences_of_round(round_led(request, key))
    return list(found.prefetch_related("delegates", "subjects", "board").select_related("round__plan__body"))


def _round_forms(rows: Sequence[selectors.Row]) -> dict[str, object]:
    found = [row.conference for row in rows]
    complete = [row.conference for row in rows if row.has_board]
    bare = [row.conference for row in rows if not row.has_board and row.may_move]
    observers = [one for row in rows for one in row.observers if one.proposed]
    return {
        "send_form": SendForm(None, conferences=found),
        "board_form": BoardCopyForm(None, sources=complete, conferences=bare) if complete and bare else None,
        "first_bare": bare[0] if bare and not complete else None,
        "observer_rows": [ObserverRow(None, delegate=delegate) for delegate in observers],
        "lacks_observers": any(row.lacks_observer for row in rows),
    }
