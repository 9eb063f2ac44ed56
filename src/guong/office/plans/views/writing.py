"""Writing a plan, one part a page; what was typed stays on the page until it is saved."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from guong.core.documents.rule_sheet import rule_lines
from guong.office.accounts.access import needs, officer
from guong.office.plans import selectors, services
from guong.office.plans.forms.plan import DetailsForm
from guong.office.plans.forms.rules import RulesForm
from guong.office.plans.forms.text import (
    BasisRows,
    DutyRows,
    RecipientsForm,
    TextForm,
    bases_typed,
    basis_rows,
    duties_typed,
    duty_rows,
)
from guong.office.plans.models import Plan
from guong.office.plans.views.ground import READ, WRITE, found, told, version_of


@needs(WRITE)
@require_http_methods(["GET", "POST"])
def details(request: HttpRequest, key: str) -> HttpResponse:
    """Number, day, signer; behind them title and bodies."""
    plan = found(request, key)
    form = DetailsForm(request.POST or None, plan=plan)

    def save() -> object:
        return services.change_details(
            actor=officer(request), plan=plan, version=version_of(request), details=form.details
        )

    return _edited(request, plan, form, save, "plans/details.html")


@needs(WRITE)
@require_http_methods(["GET", "POST"])
def text(request: HttpRequest, key: str) -> HttpResponse:
    """Purposes, requirements, content, subjects, voters, method."""
    plan = found(request, key)
    form = TextForm(request.POST or None, content=selectors.content_of(plan))

    def save() -> object:
        return services.set_section(
            actor=officer(request), plan=plan, version=version_of(request), sections=form.sections
        )

    return _edited(request, plan, form, save, "plans/text.html", {"sheet": selectors.drafted_rules(plan)})


@needs(WRITE)
@require_http_methods(["GET", "POST"])
def recipients(request: HttpRequest, key: str) -> HttpResponse:
    """Nơi nhận."""
    plan = found(request, key)
    form = RecipientsForm(request.POST or None, content=selectors.content_of(plan))

    def save() -> object:
        return services.set_recipients(
            actor=officer(request), plan=plan, version=version_of(request), recipients=form.details
        )

    return _edited(request, plan, form, save, "plans/recipients.html")


@needs(*READ)
@require_http_methods(["GET", "POST"])
def rules(request: HttpRequest, key: str) -> HttpResponse:
    """The rule sheet: every rule in words, and the choices for whoever may write."""
    plan = found(request, key)
    may_write = request.user.has_perm(f"accounts.{WRITE}")
    if request.method == "POST" and not may_write:
        raise PermissionDenied
    sheet = selectors.drafted_rules(plan) if plan.may_be_written else selectors.rules_of(plan)
    form = RulesForm(request.POST or None, sheet=sheet)
    printed = selectors.printed_rules(plan, sheet)

    def save() -> object:
        return services.change_rules(
            actor=officer(request), plan=plan, version=version_of(request), sheet=form.sheet
        )

    context = {"sheet": sheet, "lines": rule_lines(printed) if printed else (), "may_write": may_write}
    return _edited(request, plan, form, save, "plans/rules.html", context, back="plans:rules")


@needs(WRITE)
@require_http_methods(["GET", "POST"])
def bases(request: HttpRequest, key: str) -> HttpResponse:
    """Legal bases in rows."""
    plan = found(request, key)
    rows = BasisRows(request.POST or None, initial=basis_rows(selectors.content_of(plan)))

    def save() -> object:
        return services.set_bases(
            actor=officer(request), plan=plan, version=version_of(request), bases=bases_typed(list(rows))
        )

    return _edited_rows(request, plan, rows, save, "plans/bases.html")


@needs(WRITE)
@require_http_methods(["GET", "POST"])
def duties(request: HttpRequest, key: str) -> HttpResponse:
    """Bodies and tasks in rows."""
    plan = found(request, key)
    rows = DutyRows(request.POST or None, initial=duty_rows(selectors.content_of(plan)))

    def save() -> object:
        return services.set_duties(
            actor=officer(request), plan=plan, version=version_of(request), duties=duties_typed(list(rows))
        )

    return _edited_rows(request, plan, rows, save, "plans/duties_text.html")


def _edited(
    request: HttpRequest,
    plan: Plan,
    form: forms.Form,
    save: Callable[[], object],
    template: str,
    context: dict[str, object] | None = None,
    back: str = "plans:detail",
) -> HttpResponse:
    if request.method == "POST" and form.is_valid() and told(request, save(), "Đã lưu.", form=form):
        return redirect(back, plan.key)
    return render(request, template, {"plan": plan, "form": form, **(context or {})})


def _edited_rows(
    request: HttpRequest,
    plan: Plan,
    rows: "forms.BaseFormSet[Any]",
    save: Callable[[], object],
    template: str,
) -> HttpResponse:
    refusal = forms.Form({})
    refusal.is_valid()
    if request.method == "POST" and rows.is_valid() and told(request, save(), "Đã lưu.", form=refusal):
        return redirect("plans:detail", plan.key)
    return render(request, template, {"plan": plan, "rows": rows, "refusal": refusal})
