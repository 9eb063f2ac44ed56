"""Looking at the paper, issuing, amending, and the differences from last year."""

from itertools import groupby

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from guong.core.outcome import Refused
from guong.core.plan_differences import Change, to_be_seen
from guong.core.plan_text import PlanPart
from guong.office.accounts.access import needs, officer
from guong.office.accounts.models import User
from guong.office.papers.outcomes import Finished, Tell
from guong.office.papers.services import begin, draft
from guong.office.plans import refusals, selectors, services
from guong.office.plans.forms.plan import ReasonForm
from guong.office.plans.models import Plan
from guong.office.plans.views.ground import READ, WRITE, found, told, version_of

# Where a part of the plan is written; rounds have a page each, reached from the plan.
_WRITTEN_AT = {
    PlanPart.NUMBER: "details",
    PlanPart.HEAD: "details",
    PlanPart.BASIS: "bases",
    PlanPart.PURPOSE: "text",
    PlanPart.REQUIREMENT: "text",
    PlanPart.CONTENT: "text",
    PlanPart.SUBJECT: "text",
    PlanPart.VOTER: "text",
    PlanPart.METHOD: "text",
    PlanPart.ROUND: "detail",
    PlanPart.OPENING: "detail",
    PlanPart.DUTY: "duties-text",
    PlanPart.RECIPIENT: "recipients",
    PlanPart.SIGNATURE: "details",
    PlanPart.RULE: "rules",
}


@needs(WRITE)
@require_http_methods(["GET", "POST"])
def issue(request: HttpRequest, key: str) -> HttpResponse:
    """What is missing, or the button that issues the plan."""
    plan = found(request, key)
    if request.method == "POST":
        return _issued(officer(request), plan, version_of(request))
    selectors.load(plan, plan.copied_from)
    context = {
        "plan": plan,
        "missing": selectors.missing_for_issue(plan),
        "edition": selectors.last_edition(plan),
        "changes": selectors.changes_since_edition(plan) if plan.amendment_reason else (),
        "bodies": len(selectors.content_of(plan).tasks()),
        "rounds": plan.rounds.all(),
    }
    return render(request, "plans/issue.html", context)


def _issued(actor: User, plan: Plan, version: int) -> HttpResponse:
    detail = reverse("plans:detail", args=[plan.key])

    def work(tell: Tell) -> Finished | Refused:
        outcome = services.issue(actor=actor, plan=plan, version=version, tell=tell)
        if outcome == refusals.ALREADY_ISSUED:
            return Finished(refusals.ALREADY_ISSUED.sentence, to=detail)
        if isinstance(outcome, Refused):
            return outcome
        return Finished("Đã ban hành kế hoạch và lưu văn bản.", to=detail)

    task = begin(
        actor=actor,
        subject=f"plans.issue/{plan.key}",
        title=f"Ban hành kế hoạch {plan}",
        back=reverse("plans:issue", args=[plan.key]),
        unit_key=plan.body.key,
        permission=WRITE,
        work=work,
    )
    return redirect("papers:task", task)


@needs(WRITE)
@require_GET
def preview(request: HttpRequest, key: str) -> HttpResponse:
    """The paper as PDF, unfiled; without what it can't lack the page that names it."""
    plan = found(request, key)
    if selectors.lacks_for_paper(plan):
        return redirect("plans:issue", plan.key)
    document = selectors.document_of(plan, today=timezone.localdate())
    response = HttpResponse(draft(document=document), content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="ke-hoach-du-thao.pdf"'
    return response


@needs(WRITE)
@require_POST
def amend(request: HttpRequest, key: str) -> HttpResponse:
    """Begin a new edition, with its reason."""
    plan = found(request, key)
    form = ReasonForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    outcome = services.begin_amendment(
        actor=officer(request), plan=plan, version=version_of(request), reason=reason
    )
    told(request, outcome, "Đã mở bản sửa đổi. Bản đã ban hành vẫn có hiệu lực đến khi ban hành bản mới.")
    return redirect("plans:detail", plan.key)


@needs(WRITE)
@require_POST
def drop(request: HttpRequest, key: str) -> HttpResponse:
    """Give up an amendment that changed nothing."""
    plan = found(request, key)
    outcome = services.drop_amendment(actor=officer(request), plan=plan, version=version_of(request))
    told(request, outcome, "Đã thôi sửa đổi.")
    return redirect("plans:detail", plan.key)


@needs(*READ)
@require_http_methods(["GET", "POST"])
def differences(request: HttpRequest, key: str) -> HttpResponse:
    """Last year beside this year, line by line; each line stays until an officer has ticked it."""
    plan = found(request, key)
    may_write = request.user.has_perm(f"accounts.{WRITE}")
    if request.method == "POST" and not may_write:
        raise PermissionDenied
    if request.method == "POST":
        count = services.mark_seen(actor=officer(request), plan=plan, codes=request.POST.getlist("seen"))
        told(request, count, f"Đã xem {count} chỗ." if count else "Chưa chọn chỗ nào.")
        return redirect("plans:differences", plan.key)
    selectors.load(plan, plan.copied_from)
    every = selectors.differences_of(plan)
    seen = selectors.seen_codes(plan)
    open_ones = [entry for entry in to_be_seen(every) if entry.code not in seen]
    context = {
        "plan": plan,
        "parts": [
            (part.label, f"plans:{_WRITTEN_AT[part]}", list(rows))
            for part, rows in groupby(open_ones, key=lambda row: row.part)
        ],
        "left": len(open_ones),
        "seen": [entry for entry in to_be_seen(every) if entry.code in seen],
        "kept": [entry for entry in every if entry.change is Change.SAME],
        "may_write": may_write,
    }
    return render(request, "plans/differences.html", context)
