"""The board of duties, one duty, one briefing."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from guong.office.accounts.access import needs, officer
from guong.office.papers import selectors as papers
from guong.office.plans import selectors, services
from guong.office.plans.forms.duties import BriefingForm, ProgressForm
from guong.office.plans.views.ground import READ, WRITE, found, told

_PAPERS_OFFERED = 60


@needs(*READ)
@require_GET
def board(request: HttpRequest, key: str) -> HttpResponse:
    """What is overdue first, then every body with its duties and whether it made the plan known."""
    plan = found(request, key)
    rows = selectors.board_of(plan, today=timezone.localdate())
    states = [row.state for body in rows for row in body.rows]
    keys = [row.duty.paper_key for body in rows for row in body.rows if row.duty.paper_key]
    context = {
        "plan": plan,
        "board": rows,
        "papers": papers.papers_by_key(keys=keys, unit_keys=[plan.body.key]),
        "overdue": selectors.overdue_of(rows),
        "numbers": {state: states.count(state) for state in ("done", "due", "overdue", "open")},
        "may_write": request.user.has_perm(f"accounts.{WRITE}"),
    }
    return render(request, "plans/duties.html", context)


@needs(WRITE)
@require_http_methods(["GET", "POST"])
def duty(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """One duty: due date, done with evidence."""
    plan = found(request, key)
    found_duty = selectors.duty_of(plan, number=number)
    if found_duty is None:
        raise Http404
    offered = papers.readable_papers(unit_keys=[plan.body.key], held=[])[:_PAPERS_OFFERED]
    form = ProgressForm(request.POST or None, duty=found_duty, papers=list(offered))
    if request.method == "POST" and form.is_valid():
        outcome = services.record_progress(actor=officer(request), duty=found_duty, progress=form.progress)
        if told(request, outcome, "Đã ghi.", form=form):
            return redirect("plans:duties", plan.key)
    return render(request, "plans/duty.html", {"plan": plan, "duty": found_duty, "form": form})


@needs(WRITE)
@require_http_methods(["GET", "POST"])
def briefing(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """That the body of a duty made the plan known."""
    plan = found(request, key)
    known = selectors.duty_of(plan, number=number)
    if known is None:
        raise Http404
    before = plan.briefings.filter(body=known.body).first()
    form = BriefingForm(request.POST or None, body=known.body, briefing=before)
    if request.method == "POST" and form.is_valid():
        outcome = services.record_briefing(actor=officer(request), plan=plan, details=form.details)
        if told(request, outcome, "Đã ghi lần quán triệt.", form=form):
            return redirect("plans:duties", plan.key)
    return render(request, "plans/briefing.html", {"plan": plan, "duty": known, "form": form})
