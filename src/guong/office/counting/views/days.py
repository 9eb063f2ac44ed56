"""Arranging an opening day, and its page: the boxes, the steps, one next act."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from guong.core.documents.phrases import round_named
from guong.office.accounts.access import needs, officer
from guong.office.conferences.models import Conference
from guong.office.counting import selectors, services
from guong.office.counting.day_forms import DayForm, offered_people
from guong.office.counting.day_steps import DayStepKey, day_steps
from guong.office.counting.details import DaySeat
from guong.office.counting.models import OpeningDay
from guong.office.counting.selectors import DayView
from guong.office.counting.views.day_ground import TITLES, box_rows, counted, day_or_404
from guong.office.counting.views.scope import PERMISSION, refused_in
from guong.office.plans import selectors as plans
from guong.office.plans.models import Round
from guong.ui.telling import tell


@needs(PERMISSION)
@require_GET
def day_page(request: HttpRequest, key: str) -> HttpResponse:
    """One day: how many boxes came or were opened, the step to do now, every box with its state, the minutes."""
    view = selectors.day_view(day_or_404(request, key))
    now = view.now
    context = {
        "day": view.day,
        "view": view,
        "counted": counted(view),
        "now": _step(view, now) if now else None,
        "steps": [
            _step(view, step.key) | {"progress": step.progress.value} for step in day_steps(view.facts)
        ],
        "boxes": box_rows(view),
        "papers": selectors.day_papers(view.day),
        "destroy_from": selectors.may_be_destroyed_from(view),
        "minuted": DayStepKey.OPEN in view.steps,
        "ballots": view.steps.get(DayStepKey.BALLOTS),
    }
    return render(request, "counting/day.html", context)


@needs(PERMISSION)
@require_http_methods(["GET", "POST"])
def arrange(request: HttpRequest, round_key: str) -> HttpResponse:
    """Arrange the opening day of a round; what plan and boards know is filled in."""
    found = plans.round_in_scope(user=request.user, key=round_key)
    if found is None:
        raise Http404
    conferences = selectors.conferences_to_open(found)
    given = request.POST if request.method == "POST" else None
    form = DayForm(given, initial=_offered(found, conferences))
    if form.is_valid():
        outcome = services.arrange_day(
            unit=found.plan.body,
            of_round=found,
            conferences=conferences,
            details=form.details,
            people=form.people,
            actor=officer(request),
        )
        if isinstance(outcome, OpeningDay):
            tell(request, outcome, "Đã lập buổi mở hòm phiếu.")
            return redirect("counting:day", outcome.key)
        refused_in(form, outcome)
    context = {"form": form, "round": found, "conferences": conferences}
    return render(request, "counting/day_arrange.html", context)


@needs(PERMISSION)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, key: str) -> HttpResponse:
    """Change date, place and people; conferences that the round got meanwhile are taken up."""
    day = day_or_404(request, key)
    given = request.POST if request.method == "POST" else None
    form = DayForm(given, initial=_standing(day))
    if form.is_valid():
        outcome = services.change_day(
            day=day, details=form.details, people=form.people, actor=officer(request)
        )
        if not refused_in(form, outcome):
            tell(request, outcome, "Đã sửa thông tin buổi mở hòm phiếu.")
            return redirect("counting:day", key)
    more = selectors.conferences_to_open(day.round) if day.round else []
    return render(request, "counting/day_change.html", {"form": form, "day": day, "more": more})


def _step(view: DayView, key: DayStepKey) -> dict[str, Any]:
    title, name = TITLES[key]
    return {"key": key.value, "title": title, "name": name, "row": view.steps.get(key)}


def _offered(of_round: Round, conferences: list[Conference]) -> dict[str, Any]:
    start: dict[str, Any] = {
        "name": round_named(of_round.name),
        "opens_on": of_round.opens_on,
        "opens_at": "14:00",
        "place": of_round.opening_place,
    }
    if conferences:
        parts = ("chair_name", "chair_post", "clerk_name", "clerk_post")
        start |= {part: getattr(conferences[0], part) for part in parts}
    return start | offered_people(_boards(conferences))


def _boards(conferences: list[Conference]) -> list[DaySeat]:
    seats: dict[str, DaySeat] = {}
    for conference in conferences:
        for member in conference.board.all():
            seats.setdefault(member.full_name, DaySeat(member.role, member.full_name, member.organisation))
    return list(seats.values())


def _standing(day: OpeningDay) -> dict[str, Any]:
    parts = ("name", "opens_on", "opens_at", "place", "chair_name", "chair_post", "clerk_name", "clerk_post")
    people = [DaySeat(person.role, person.full_name, person.organisation) for person in day.people.all()]
    return {part: getattr(day, part) for part in parts} | offered_people(people)
