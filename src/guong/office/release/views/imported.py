"""Bringing in results of earlier years: the list, the template, the upload, the look before it is taken."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from guong.core.outcome import Refused
from guong.core.questionnaire import official
from guong.office.accounts.access import needs, officer
from guong.office.registry.selectors import TABLE_LIMIT
from guong.office.release import selectors, services
from guong.office.release.forms import NoteForm
from guong.office.release.imported_form import EarlierRoundForm
from guong.office.release.models import ImportedRound
from guong.office.release.services import PERSONAL
from guong.render.earlier_template import earlier_template
from guong.ui.telling import tell

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs(PERSONAL)
@require_http_methods(["GET", "POST"])
def earlier(request: HttpRequest) -> HttpResponse:
    """What was brought in, and the form to bring in more."""
    user = officer(request)
    form = EarlierRoundForm(selectors.bodies_for_import(user), request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data["file"].read(TABLE_LIMIT + 1)
        made = services.bring_in(body=form.chosen_body, given=form.round, data=data, actor=user)
        if not isinstance(made, Refused):
            return redirect("release:earlier_preview", made.pk)
        form.add_error("file", made.sentence)
    context = {"form": form, "rounds": selectors.imported_rounds(user)}
    return render(request, "release/earlier.html", context, status=422 if form.errors else 200)


@needs(PERSONAL)
@require_GET
def template(request: HttpRequest, kind: str) -> HttpResponse:
    """The empty table for a kind of round, with the criteria of today's form to copy from."""
    if kind not in dict(EarlierRoundForm.KINDS):
        raise Http404
    items = [item for item in official(kind).items if item.key != "prestige"]
    data = earlier_template([item.text for item in items], items[0].levels)
    response = HttpResponse(data, content_type=_XLSX)
    response["Content-Disposition"] = 'attachment; filename="so-lieu-nam-truoc-mau.xlsx"'
    return response


@needs(PERSONAL)
@require_http_methods(["GET", "POST"])
def preview(request: HttpRequest, number: int) -> HttpResponse:
    """What a file says, as it would be shown; by POST it is taken."""
    draft = _or_404(selectors.draft_of(officer(request), number))
    if request.method == "POST":
        outcome = services.take(draft=draft, actor=officer(request))
        tell(request, outcome, "Đã nhập. Số liệu này luôn ghi kèm: số liệu nhập, không kiểm chứng được.")
        return redirect("release:earlier")
    results = selectors.results_in(draft)
    context = {
        "draft": draft,
        "results": results,
        "known": sum(one.person_id is not None for one in results),
        "hidden": sum(not one.rows and not one.is_held for one in results),
        "held": sum(one.is_held for one in results),
        "sample": next((one for one in results if one.rows), None),
    }
    return render(request, "release/earlier_preview.html", context)


@needs(PERSONAL)
@require_POST
def throw_away(request: HttpRequest, number: int) -> HttpResponse:
    """Forget a draft."""
    services.throw_away(draft=_or_404(selectors.draft_of(officer(request), number)))
    messages.success(request, "Đã bỏ, chưa có gì được nhập.")
    return redirect("release:earlier")


@needs(PERSONAL)
@require_POST
def take_out(request: HttpRequest, number: int) -> HttpResponse:
    """Take an imported round out again."""
    imported = _or_404(selectors.imported_of(officer(request), number))
    form = NoteForm(request.POST)
    reason = form.cleaned_data["note"] if form.is_valid() else ""
    tell(
        request,
        services.take_out(imported=imported, reason=reason, actor=officer(request)),
        "Đã gỡ số liệu nhập.",
    )
    return redirect("release:earlier")


def _or_404(found: ImportedRound | None) -> ImportedRound:
    if found is None:
        raise Http404
    return found
