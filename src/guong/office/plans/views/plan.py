"""The list of plans, a new plan, a plan at one glance, its copy for another year."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from guong.core.plan_text import PlanPart
from guong.office.accounts.access import needs, officer
from guong.office.papers import selectors as papers
from guong.office.plans import selectors, services
from guong.office.plans.forms.plan import CopyForm, NewPlanForm, ReasonForm
from guong.office.plans.models import Plan
from guong.office.plans.views.ground import READ, WRITE, found, told


@needs(*READ)
@require_GET
def plan_list(request: HttpRequest) -> HttpResponse:
    """Plans by year, the newest first, each with its state and what is overdue."""
    plans = selectors.with_overdue(selectors.plans_in_scope(user=request.user), today=timezone.localdate())
    years = [(year, list(entries)) for year, entries in groupby(plans, key=lambda plan: plan.year)]
    return render(request, "plans/list.html", {"years": years})


@needs(WRITE)
@require_http_methods(["GET", "POST"])
def new_plan(request: HttpRequest) -> HttpResponse:
    """A plan from the template: choose the body and the year."""
    bodies = selectors.bodies_in_scope(user=request.user)
    form = NewPlanForm(request.POST or None, bodies=bodies, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        made = services.create_from_template(
            actor=officer(request), body=form.cleaned_data["body"], year=form.cleaned_data["year"]
        )
        if told(request, made, "Đã lập kế hoạch từ mẫu. Chỉ còn điền số, ngày và người ký.", form=form):
            assert isinstance(made, Plan)
            return redirect("plans:details", made.key)
    return render(request, "plans/new.html", {"form": form, "any_body": bodies.exists()})


@needs(*READ)
@require_GET
def detail(request: HttpRequest, key: str) -> HttpResponse:
    """A plan at one glance: number, state, what is missing or overdue, its rounds; the text behind."""
    plan = found(request, key)
    selectors.load(plan, plan.copied_from)
    today = timezone.localdate()
    board = selectors.board_of(plan, today=today)
    rows = [row for body in board for row in body.rows]
    editions = list(plan.editions.all())
    filed = papers.papers_by_key(keys=[edition.paper_key for edition in editions], unit_keys=[plan.body.key])
    text = selectors.text_of(plan)
    context = {
        "plan": plan,
        "rounds": plan.rounds.all(),
        "next_round": next((entry for entry in plan.rounds.all() if entry.ends_on >= today), None),
        "overdue": selectors.overdue_of(board),
        "duties": len(rows),
        "done": sum(row.state == "done" for row in rows),
        "briefed": sum(body.briefing is not None for body in board),
        "bodies": len(board),
        "missing": selectors.missing_for_issue(plan) if plan.may_be_written else (),
        "unseen": len(selectors.unseen_differences(plan)) if plan.copied_from else 0,
        "editions": [(edition, filed.get(edition.paper_key)) for edition in editions],
        "parts": [
            (part.label, [line.words for line in text if line.part is part])
            for part in PlanPart
            if part is not PlanPart.HEAD
        ],
        "reason_form": ReasonForm(),
        "may_write": request.user.has_perm(f"accounts.{WRITE}"),
        "next_year": plan.year + 1,
    }
    return render(request, "plans/detail.html", context)


@needs(WRITE)
@require_http_methods(["GET", "POST"])
def copy(request: HttpRequest, key: str) -> HttpResponse:
    """Nhân bản: carry the plan into a later year."""
    plan = found(request, key)
    form = CopyForm(request.POST or None, initial={"year": plan.year + 1})
    if request.method == "POST" and form.is_valid():
        made = services.copy_plan(actor=officer(request), plan=plan, year=form.cleaned_data["year"])
        done = "Đã nhân bản. Đề nghị xem từng chỗ khác năm trước, rồi điền số, ngày ban hành."
        if told(request, made, done, form=form):
            assert isinstance(made, Plan)
            return redirect("plans:differences", made.key)
    context = {"plan": plan, "form": form, "rounds": plan.rounds.all()}
    return render(request, "plans/copy.html", context)
