"""The result: papers, the file for the public bundle, a reserve in the place of a drawn school."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from guong.core.draw import draw_record
from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.draws import refusals, selectors, services
from guong.office.draws.details import Decision
from guong.office.draws.forms import MinutesForm, NoticeForm, ReplacementForm, offered_notice
from guong.office.draws.models import LotDraw
from guong.office.draws.views.ground import HALL, OBSERVE, ORGANISE, found, version_of
from guong.office.papers.models import Paper
from guong.ui.telling import tell


@needs(ORGANISE, HALL, OBSERVE)
@require_GET
def result(request: HttpRequest, key: str) -> HttpResponse:
    """Drawn schools by level, reserves, papers."""
    draw = _finished(request, key)
    context = {
        "draw": draw,
        "code": selectors.code_of(draw),
        "levels": selectors.standing_of(draw),
        "papers": selectors.papers_of(draw),
    }
    return render(request, "draws/result.html", context)


@needs(ORGANISE)
@require_http_methods(["GET", "POST"])
def minutes(request: HttpRequest, key: str) -> HttpResponse:
    """Number and file the minutes."""
    draw, form = _finished(request, key), MinutesForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        outcome = services.file_minutes(
            actor=officer(request), draw=draw, version=version_of(request), details=form.details
        )
        if _is_filed(request, outcome, "Đã lập biên bản gắp thăm. Đề nghị in và ký."):
            return redirect("draws:result", key=key)
    context = {
        "draw": draw,
        "form": form,
        "people": selectors.people_of(draw),
        "board": selectors.board_of(draw),
    }
    return render(request, "draws/minutes.html", context)


@needs(ORGANISE)
@require_http_methods(["GET", "POST"])
def notice(request: HttpRequest, key: str) -> HttpResponse:
    """Number and file the notice."""
    draw = _finished(request, key)
    chair = selectors.people_of(draw)["chair"]
    start = offered_notice(draw=draw, held_on=selectors.held_on(draw), chair=chair)
    form = NoticeForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        outcome = services.file_notice(
            actor=officer(request), draw=draw, version=version_of(request), details=form.details
        )
        if _is_filed(request, outcome, "Đã lập thông báo kết quả gắp thăm."):
            return redirect("draws:result", key=key)
    return render(request, "draws/notice.html", {"draw": draw, "form": form})


@needs(ORGANISE)
@require_http_methods(["GET", "POST"])
def replace(request: HttpRequest, key: str, unit_key: str) -> HttpResponse:
    """Put the next reserve in the place of a drawn school."""
    draw = _finished(request, key)
    out, reserve = selectors.swap_of(draw, unit_key)
    if out is None and request.method == "POST":
        tell(request, refusals.NOT_DRAWN)
        return redirect("draws:result", key=key)
    if out is None:
        raise Http404
    form = ReplacementForm(request.POST or None, initial={"decided_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        outcome = services.replace_by_reserve(
            actor=officer(request),
            draw=draw,
            version=version_of(request),
            unit_key=unit_key,
            decision=Decision(**form.cleaned_data),
        )
        if not isinstance(outcome, Refused):
            done = "Đã thay trường và lập biên bản về việc thay. Nếu trường được thay đã có hội nghị, trang Lịch hội nghị của đợt dẫn việc huỷ."
            tell(request, outcome, done)
            return redirect("draws:result", key=key)
        form.add_error(None, outcome.sentence)
    context = {"draw": draw, "form": form, "out": out, "reserve": reserve}
    return render(request, "draws/replace.html", context)


@needs(ORGANISE, HALL, OBSERVE)
@require_GET
def record(request: HttpRequest, key: str) -> HttpResponse:
    """The draw's file of the public bundle: schools, reasons and lots, no person."""
    draw = _finished(request, key)
    outcome = selectors.result_of(draw)
    if outcome is None:
        raise Http404
    data = draw_record(outcome, held_on=selectors.held_on(draw))
    answer = HttpResponse(data, content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="{draw.key}.json"'
    return answer


def _is_filed(request: HttpRequest, outcome: Paper | Refused, done: str) -> bool:
    """Tell what became of a paper, and whether it is filed: a second press finds the one that stands."""
    if outcome != refusals.ALREADY_FILED:
        return tell(request, outcome, done)
    messages.info(request, refusals.ALREADY_FILED.sentence)
    return True


def _finished(request: HttpRequest, key: str) -> LotDraw:
    draw = found(request, key)
    if draw.state not in selectors.FINISHED:
        raise Http404
    return draw
