"""The points of a plan: written, taken out, reported on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from guong.core.outcome import Refused
from guong.core.remediation.life import Act, after
from guong.office.accounts.access import needs, officer
from guong.office.remediation import selectors, services
from guong.office.remediation.details import Place
from guong.office.remediation.forms import FileForm, ItemForm, ReportForm, initial_of
from guong.office.remediation.views.ground import BOTH_SIDES, about, item_or_404, place_or_404
from guong.ui.telling import tell


@needs(*BOTH_SIDES)
@require_http_methods(["GET", "POST"])
def new_item(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Add a point; the address may name the criterion it is about (``?noi-dung=``)."""
    place = place_or_404(request, key, subject_key)
    begun: dict[str, object] = {"criterion": request.GET.get("noi-dung", "")}
    if place.is_head:
        begun["owner"] = place.subject.name
    return _write(request, place, None, begun)


@needs(*BOTH_SIDES)
@require_http_methods(["GET", "POST"])
def change_item(request: HttpRequest, key: str, subject_key: str, number: int) -> HttpResponse:
    """Change a point."""
    place = place_or_404(request, key, subject_key)
    return _write(request, place, number, initial_of(item_or_404(place, number)))


@needs(*BOTH_SIDES)
@require_POST
def remove_item(request: HttpRequest, key: str, subject_key: str, number: int) -> HttpResponse:
    """Take a point out."""
    place = place_or_404(request, key, subject_key)
    outcome = services.remove_item(place=place, number=number)
    tell(request, outcome, "Đã bỏ mục này.")
    return redirect("remediation:plan", key, subject_key)


@needs(*BOTH_SIDES)
@require_GET
def item(request: HttpRequest, key: str, subject_key: str, number: int) -> HttpResponse:
    """One point: what it says, what was reported, what shows it."""
    place = place_or_404(request, key, subject_key)
    return _item_page(request, place, number, None)


@needs(*BOTH_SIDES)
@require_POST
def report(request: HttpRequest, key: str, subject_key: str, number: int) -> HttpResponse:
    """Report how far a point is."""
    place = place_or_404(request, key, subject_key)
    form = ReportForm(item_or_404(place, number), request.POST)
    if not form.is_valid():
        return _item_page(request, place, number, form)
    given = form.cleaned_data
    outcome = services.report(
        place=place,
        number=number,
        share=given["share"],
        text=given["text"],
        done=given.get("done", []),
        actor=officer(request),
    )
    if isinstance(outcome, Refused):
        form.add_error(None, outcome.sentence)
        return _item_page(request, place, number, form)
    tell(request, outcome, "Đã ghi báo cáo tiến độ.")
    return redirect("remediation:item", key, subject_key, number)


def _write(request: HttpRequest, place: Place, number: int | None, begun: dict[str, object]) -> HttpResponse:
    barred = None if request.method == "POST" else after(Act.WRITE, place.standing, place.hand)
    if isinstance(barred, Refused):
        tell(request, barred, "")
        return redirect("remediation:plan", *place.address)
    questionnaire = selectors.form_of(place)
    begun = begun | {"version": place.plan.version if place.plan else 0}
    form = ItemForm(questionnaire, request.POST if request.method == "POST" else None, initial=begun)
    if form.is_bound and form.is_valid():
        outcome = services.save_item(
            place=place,
            number=number,
            version=form.cleaned_data["version"],
            given=form.item,
            form=questionnaire,
        )
        if not isinstance(outcome, Refused):
            tell(request, outcome, "Đã lưu mục này. Kế hoạch chưa trình vẫn là bản nháp.")
            return redirect("remediation:plan", *place.address)
        form.add_error(None, outcome.sentence)
    context = about(place) | {"form": form, "number": number}
    return render(request, "remediation/item_form.html", context, status=422 if form.errors else 200)


def _item_page(request: HttpRequest, place: Place, number: int, form: ReportForm | None) -> HttpResponse:
    found = item_or_404(place, number)
    context = about(place) | {
        "item": found,
        "reports": found.reports.all(),
        "files": found.files.all(),
        "form": form or ReportForm(found),
        "file_form": FileForm(auto_id="tep_%s"),
    }
    return render(request, "remediation/item.html", context, status=422 if form else 200)
