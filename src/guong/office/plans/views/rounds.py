"""Rounds: their days, and the page that the rooms above link to."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from guong.office.accounts.access import needs, officer
from guong.office.plans import selectors, services
from guong.office.plans.forms.rounds import RoundForm
from guong.office.plans.models import Round
from guong.office.plans.views.ground import READ, WRITE, found, found_round, told, version_of


@needs(*READ)
@require_GET
def round_page(request: HttpRequest, key: str) -> HttpResponse:
    """A round: its days, its rules, and what comes next (links of `web.navigation`)."""
    entry = found_round(request, key)
    sheet = selectors.rules_of(entry.plan)
    context = {
        "entry": entry,
        "plan": entry.plan,
        "stage": _stage(entry, timezone.localdate()),
        "days": (entry.ends_on - entry.begins_on).days + 1,
        "when": selectors.when(entry),
        "sheet": sheet,
        "draws": entry.kind == "school_head" and bool(sheet.drawn_levels),
        "may_write": request.user.has_perm(f"accounts.{WRITE}"),
    }
    return render(request, "plans/round.html", context)


@needs(WRITE)
@require_http_methods(["GET", "POST"])
def new_round(request: HttpRequest, key: str) -> HttpResponse:
    """A further round."""
    plan = found(request, key)
    form = RoundForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = services.add_round(
            actor=officer(request), plan=plan, version=version_of(request), details=form.details
        )
        if told(request, made, "Đã thêm đợt.", form=form):
            return redirect("plans:detail", plan.key)
    return render(request, "plans/round_form.html", {"plan": plan, "form": form})


@needs(WRITE)
@require_http_methods(["GET", "POST"])
def change_round(request: HttpRequest, key: str) -> HttpResponse:
    """The days of a round; once the plan is issued only the opening."""
    entry = found_round(request, key)
    plan = entry.plan
    form = RoundForm(request.POST or None, entry=entry, frozen=not plan.may_be_written)
    if request.method == "POST" and form.is_valid():
        outcome = services.change_round(
            actor=officer(request), changed=entry, version=version_of(request), details=form.details
        )
        if told(request, outcome, "Đã lưu đợt.", form=form):
            return redirect("plans:round", entry.key)
    context = {"plan": plan, "form": form, "entry": entry, "may_remove": not plan.editions.exists()}
    return render(request, "plans/round_form.html", context)


@needs(WRITE)
@require_POST
def remove_round(request: HttpRequest, key: str) -> HttpResponse:
    """Take a round out of a draft."""
    entry = found_round(request, key)
    plan = entry.plan
    outcome = services.remove_round(actor=officer(request), removed=entry, version=version_of(request))
    told(request, outcome, "Đã bỏ đợt.")
    return redirect("plans:detail", plan.key)


def _stage(entry: Round, today: date) -> tuple[str, str]:
    """Return where the round stands today, in words and as a badge's class."""
    if today < entry.begins_on:
        days = (entry.begins_on - today).days
        return f"còn {days} ngày", "accent"
    if today <= entry.ends_on:
        return "đang diễn ra", "ok"
    return "đã qua", ""
