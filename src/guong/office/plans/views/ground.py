"""What the pages share: finding a plan or a round in the officer's scope, the seen version, telling an outcome."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest

from guong.core.outcome import Refused
from guong.office.plans import selectors
from guong.office.plans.models import Plan, Round

WRITE = "organise_conference"
READ = (WRITE, "run_hall", "read_results", "observe")


def found(request: HttpRequest, key: str) -> Plan:
    """Return the plan of a page; outside the officer's scope it doesn't exist (404)."""
    plan = selectors.plan_in_scope(user=request.user, key=key)
    if plan is None:
        raise Http404
    return plan


def found_round(request: HttpRequest, key: str) -> Round:
    """Return the round of a page, as `found`."""
    entry = selectors.round_in_scope(user=request.user, key=key)
    if entry is None:
        raise Http404
    return entry


def version_of(request: HttpRequest) -> int:
    """Return the version that the officer saw when the page was drawn; 0 where the form was tampered with."""
    typed = request.POST.get("version", "")
    return int(typed) if typed.isdecimal() else 0


def told(request: HttpRequest, outcome: object, done: str, *, form: forms.Form | None = None) -> bool:
    """Tell whether it was done, and say so; a refusal stands in the form, which keeps what was typed."""
    if not isinstance(outcome, Refused):
        messages.success(request, done)
        return True
    if form is None:
        messages.error(request, outcome.sentence)
    else:
        form.add_error(None, outcome.sentence)
    return False
