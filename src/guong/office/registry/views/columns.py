"""Asking once which column of a list is which."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from guong.office.accounts.access import needs, officer
from guong.office.registry import uploads
from guong.office.registry.forms import ColumnsForm
from guong.office.registry.importing.columns import SHEETS
from guong.office.registry.importing.recognising import Unknown
from guong.office.registry.imports import forget_columns, learn_columns, unclear_sheets


@needs("manage_registry")
@require_http_methods(["GET", "POST"])
def columns(request: HttpRequest, fingerprint: str) -> HttpResponse:
    """One list at a time: what it is, and which of its columns is which."""
    data = uploads.kept(officer_key=officer(request).key, fingerprint=fingerprint)
    asked = unclear_sheets(data) if data else None
    if not isinstance(asked, tuple):
        messages.error(request, uploads.GONE)
        return redirect("registry:upload")
    if not asked:
        return redirect(reverse("registry:preview", args=[fingerprint]))
    unknown = asked[0]
    chosen = next((form for form in SHEETS if form.key == request.GET.get("la")), unknown.likely)
    form = ColumnsForm(request.POST or None, unknown=unknown, sheet=chosen)
    if form.is_valid():
        learn_columns(unknown=unknown, sheet=chosen.key, columns=form.chosen(), actor=officer(request))
        return redirect(reverse("registry:columns", args=[fingerprint]))
    context = {
        "form": form,
        "unknown": unknown,
        "chosen": chosen,
        "sheets": SHEETS,
        "left": len(asked) - 1,
        "fingerprint": fingerprint,
    }
    return render(request, "registry/columns.html", context, status=422 if form.is_bound else 200)


@needs("manage_registry")
@require_POST
def leave_out(request: HttpRequest, fingerprint: str) -> HttpResponse:
    """Don't read the list that is asked about, now or later."""
    unknown = _first(request, fingerprint)
    if unknown is not None:
        learn_columns(unknown=unknown, sheet="", columns={}, actor=officer(request))
    return redirect(reverse("registry:columns", args=[fingerprint]))


@needs("manage_registry")
@require_POST
def ask_again(request: HttpRequest, fingerprint: str, learnt: str) -> HttpResponse:
    """Forget what was told of a list and ask anew."""
    forget_columns(fingerprint=learnt, actor=officer(request))
    return redirect(reverse("registry:columns", args=[fingerprint]))


def _first(request: HttpRequest, fingerprint: str) -> Unknown | None:
    data = uploads.kept(officer_key=officer(request).key, fingerprint=fingerprint)
    asked = unclear_sheets(data) if data else None
    return asked[0] if isinstance(asked, tuple) and asked else None
