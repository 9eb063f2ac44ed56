"""Rounds, the making of a round's conferences, the calendar, a move."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from guong.core.outcome import Refused
from guong.core.timetable import TooShort
from guong.office.accounts.access import needs, officer
from guong.office.conferences import refusals as conference_refusals
from guong.office.conferences import selectors as conferences
from guong.office.conferences import services as conference_services
from guong.office.conferences.models import Conference
from guong.office.draws import selectors as draws
from guong.office.plans.models import Round
from guong.office.schedule import selectors, services
from guong.office.schedule.forms import MoveForm, OfficialsForm, RoundTable
from guong.office.schedule.views.ground import (
    HALL,
    OBSERVE,
    ORGANISE,
    conference_seen,
    may_change,
    round_led,
    round_seen,
    version_of,
)
from guong.ui.telling import tell

_ANEW = " Đề nghị lập lại giấy mời, chương trình, danh sách ký nhận, nhãn và giấy niêm phong, rồi xác nhận lại bước 5."
_OFFICIALS = ("chair_name", "chair_post", "clerk_name", "clerk_post")


@needs(ORGANISE, HALL, OBSERVE)
@require_GET
def rounds(request: HttpRequest) -> HttpResponse:
    """The rounds of the officer's plans."""
    return render(request, "schedule/rounds.html", {"rounds": selectors.rounds_seen(user=request.user)})


@needs(ORGANISE, HALL, OBSERVE)
@require_GET
def calendar(request: HttpRequest, key: str) -> HttpResponse:
    """A round's days, and above them what can't be so."""
    seen = round_seen(request, key)
    found = selectors.conferences_seen(user=request.user, seen=seen, with_cancelled=True)
    changing = may_change(request, seen)
    made = selectors.calendar_of(found)
    context = {
        "round": seen.round,
        "calendar": made,
        "coverage": selectors.coverage_of(seen.round, made) if changing else None,
    }
    return render(request, "schedule/calendar.html", context)


@needs(ORGANISE, HALL, OBSERVE)
@require_GET
def of_draw(request: HttpRequest, key: str) -> HttpResponse:
    """Lead from a draw, whose room knows no calendar, to the calendar of its round."""
    draw = draws.draw_in_scope(user=officer(request), key=key)
    if draw is None:
        raise Http404
    return redirect("schedule:calendar", key=draw.round.key)


@needs(ORGANISE)
@require_http_methods(["GET", "POST"])
def make(request: HttpRequest, key: str) -> HttpResponse:
    """Make the conferences of a round in one act, out of a table that the officer has looked through."""
    of_round = round_led(request, key)
    table, short = _table(request, of_round)
    status = 200
    if request.method == "POST":
        status = 422
        if table.is_valid():
            made = services.make_round(actor=officer(request), of_round=of_round, planned=table.planned)
            done = f"Đã lập {len(made)} hội nghị." if isinstance(made, list) else ""
            if tell(request, made, done):
                return redirect("schedule:calendar", key=key)
    context = {"round": of_round, "table": table, "short": short}
    return render(request, "schedule/make.html", context, status=status)


@needs(ORGANISE)
@require_http_methods(["GET", "POST"])
def move(request: HttpRequest, key: str) -> HttpResponse:
    """Move one conference to another day, hour or place."""
    conference = conference_seen(request, key)
    if conferences.is_cancelled(conference):
        return redirect("schedule:cancel", key=key)
    form = MoveForm(request.POST or None, conference=conference)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            outcome = services.move(
                actor=officer(request),
                conference=conference,
                version=version_of(request),
                to=form.sitting,
                reason=form.cleaned_data["reason"],
                papers_anew=form.cleaned_data["papers_anew"],
            )
            if not isinstance(outcome, Refused):
                anew = _ANEW if form.cleaned_data["papers_anew"] else ""
                tell(request, outcome, f"Đã đổi lịch: {selectors.announced(outcome)}.{anew}")
                return redirect(*_back(outcome.round, key))
            if outcome == conference_refusals.CHANGED_MEANWHILE:
                # A colleague moved it: hour and place of the form are the old ones, saving them would undo that.
                tell(request, outcome, "")
                return redirect("schedule:move", key)
            form.add_error(None, outcome.sentence)
    context = {
        "conference": conference,
        "form": form,
        "officials_form": OfficialsForm(
            None, initial={name: getattr(conference, name) for name in _OFFICIALS}, auto_id="who-%s"
        ),
        "moves": conference.moves.all(),
        "may_move": conferences.is_before_casting(conference),
    }
    return render(request, "schedule/move.html", context, status=status)


@needs(ORGANISE)
@require_POST
def name_officials(request: HttpRequest, key: str) -> HttpResponse:
    """Name who chairs and who writes."""
    conference = conference_seen(request, key)
    form = OfficialsForm(request.POST)
    outcome: Conference | Refused = conference_refusals.NEEDS_OFFICIALS
    if form.is_valid():
        outcome = conference_services.name_officials(
            actor=officer(request),
            conference=conference,
            version=version_of(request),
            officials=form.officials,
        )
    tell(request, outcome, "Đã ghi người chủ trì và thư ký.")
    return redirect("schedule:move", key)


def _table(request: HttpRequest, of_round: Round) -> tuple[RoundTable, TooShort | None]:
    candidates = _asked_for(request, selectors.candidates(of_round=of_round))
    ready = sum(bool(candidate.posts) for candidate in candidates)
    slots = selectors.slots_for(of_round=of_round, count=ready)
    short = slots if isinstance(slots, TooShort) else None
    if isinstance(slots, TooShort):
        again = selectors.slots_for(of_round=of_round, count=slots.fits)
        slots = [] if isinstance(again, TooShort) else again
    latest = conferences.latest_in_scope(user=officer(request))
    initial = {name: getattr(latest, name) for name in _OFFICIALS} if latest else {}
    table = RoundTable(request.POST or None, candidates=candidates, slots=slots, initial=initial)
    return table, short


def _asked_for(request: HttpRequest, found: list[selectors.Candidate]) -> list[selectors.Candidate]:
    """Return the one unit that the address names, all where it names none or one that needs no conference."""
    return [one for one in found if one.unit.key == request.GET.get("don-vi")] or found


def _back(of_round: Round | None, key: str) -> tuple[str, ...]:
    return ("schedule:calendar", of_round.key) if of_round else ("conferences:detail", key)
