"""The opening: all boxes as one file, all results by one code, then the minutes."""

from collections.abc import Iterator

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.counting import selectors, services
from guong.office.counting.day_steps import BoxStanding, DayStepKey
from guong.office.counting.opening_forms import OpeningRecordForm, RoundImportForm
from guong.office.counting.results_files import results_in
from guong.office.counting.selectors import DayView
from guong.office.counting.views.day_ground import box_rows, counted, day_or_404
from guong.office.counting.views.scope import PERMISSION, refused_in
from guong.office.papers.selectors import filing_words
from guong.ui.telling import tell

_MOST_SETS = 3


@needs(PERMISSION)
@require_http_methods(["GET", "POST"])
def open_together(request: HttpRequest, key: str) -> HttpResponse:
    """Take in the results of all boxes once two members typed the code that both programs show."""
    day = day_or_404(request, key)
    view = selectors.day_view(day)
    form = RoundImportForm(
        request.POST if request.method == "POST" else None, board=[person.full_name for person in view.board]
    )
    if request.method == "POST" and form.is_valid():
        outcome = _import(request, view, form)
        if not refused_in(form, outcome) and isinstance(outcome, services.RoundImport):
            _tell_import(request, outcome)
            return redirect("counting:day_open", key)
    return _page(request, view, form, _record_form(request, view))


@needs(PERMISSION)
@require_POST
def boxes(request: HttpRequest, key: str) -> HttpResponse:
    """All boxes that may be opened, as one file."""
    day = day_or_404(request, key)
    outcome = services.export_boxes(day=day, actor=officer(request))
    if isinstance(outcome, Refused):
        tell(request, outcome, "")
        return redirect("counting:day_open", key)
    response = HttpResponse(outcome, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="hom-phieu-{day.opens_on.isoformat()}.zip"'
    return response


@needs(PERMISSION)
@require_POST
def minutes(request: HttpRequest, key: str) -> HttpResponse:
    """Make the opening minutes."""
    day = day_or_404(request, key)
    view = selectors.day_view(day)
    form = _record_form(request, view)
    if form.is_valid():
        outcome = services.record_opening(day=day, opening=form.record, actor=officer(request))
        if not isinstance(outcome, Refused):
            tell(
                request,
                outcome,
                filing_words(outcome, f"Đã lập biên bản mở hòm phiếu: {outcome.printed_number}."),
            )
            return redirect("counting:day", key)
        form.add_error(None, outcome.sentence)
    empty = RoundImportForm(board=[person.full_name for person in view.board])
    return _page(request, view, empty, form)


def _import(request: HttpRequest, view: DayView, form: RoundImportForm) -> object:
    given = form.cleaned_data
    files = results_in(_uploaded(request))
    if isinstance(files, Refused):
        return files
    return services.import_round(
        day=view.day,
        files=files,
        confirmers=(given["first_confirmer"], given["second_confirmer"]),
        codes=(given["first_code"], given["second_code"]),
        same_machine=given["same_machine"],
        actor=officer(request),
    )


def _uploaded(request: HttpRequest) -> Iterator[tuple[str, bytes]]:
    for field in ("files", "folder"):
        for file in request.FILES.getlist(field):
            yield file.name or "", file.read()


def _tell_import(request: HttpRequest, outcome: services.RoundImport) -> None:
    for refused in outcome.stayed_out:
        messages.error(request, refused.sentence)
    if outcome.imported:
        messages.success(
            request,
            f"Đã nhập kết quả của {len(outcome.imported)} hòm phiếu. Mã hai người đọc khớp với tệp kết quả.",
        )


def _record_form(request: HttpRequest, view: DayView) -> OpeningRecordForm:
    asked = request.POST.get("sets") or request.GET.get("bo") or "1"
    sets = int(asked) if asked.isdigit() and 1 <= int(asked) <= _MOST_SETS else 1
    is_sent = request.method == "POST" and "sets" in request.POST
    now = timezone.localtime().strftime("%Y-%m-%dT%H:%M")
    began = f"{view.day.opens_on.isoformat()}T{view.day.opens_at:%H:%M}"
    keepers = {
        "first_1": _name(view, "head"),
        "second_1": _name(view, "clerk"),
        "shut_1": _name(view, "witness"),
    }
    return OpeningRecordForm(
        request.POST if is_sent else None,
        people=view.people,
        boxes=[line for line in view.lines if line.may_open and line.digest],
        sets=sets,
        initial={"began": began, "ended": now if now > began else ""} | keepers,
    )


def _name(view: DayView, role: str) -> str:
    return next((person.full_name for person in view.people if person.role == role), "")


def _page(
    request: HttpRequest, view: DayView, form: RoundImportForm, record: OpeningRecordForm
) -> HttpResponse:
    facts = view.facts
    rows = [row for row in box_rows(view) if _came(row)]
    context = {
        "day": view.day,
        "view": view,
        "counted": counted(view),
        "handed_over": DayStepKey.RECEIVE in view.steps,
        "minuted": DayStepKey.OPEN in view.steps,
        "form": form,
        "record": record,
        "sets": max(
            1, sum(name.startswith("first_") and name != "first_confirmer" for name in record.fields)
        ),
        "boxes": rows,
        "may_open": facts.to_open,
        "too_early": view.day.opens_on > timezone.localdate(),
        "left": facts.to_open - facts.opened,
        "all_opened": facts.opened > 0 and facts.opened == facts.to_open,
    }
    return render(request, "counting/day_open.html", context)


def _came(row: dict[str, object]) -> bool:
    """Tell whether a row is of a box that came."""
    line = row["line"]
    return isinstance(line, selectors.BoxLine) and line.standing not in (
        BoxStanding.EXPECTED,
        BoxStanding.NOT_SEALED,
        *selectors.NOT_HERE,
    )
