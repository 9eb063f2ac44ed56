"""The district report: look at it, write the office's words, number and file it."""

from dataclasses import asdict

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from guong.core.documents.model import Document
from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.papers.services import draft
from guong.office.plans.models import Round
from guong.office.release import selectors, services
from guong.office.release.document_view import shown_document
from guong.office.release.forms import ReportTextForm
from guong.office.release.services import PERSONAL
from guong.office.release.views.rounds import round_or_404


@needs(PERSONAL)
@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, key: str) -> HttpResponse:
    """The report as it stands, on the screen; by POST it is numbered and filed."""
    of_round = round_or_404(request, key)
    if request.method == "POST":
        made = services.file_report(of_round=of_round, actor=officer(request))
        if isinstance(made, Refused):
            messages.error(request, made.sentence)
        else:
            messages.success(request, f"Đã lưu báo cáo {made.printed_number}.")
        return redirect("release:report", key)
    figures = services.read_round(of_round=of_round, actor=officer(request))
    document = figures if isinstance(figures, Refused) else _document(request, figures)
    if isinstance(document, Refused):
        return render(
            request, "release/round_refused.html", {"of_round": of_round, "sentence": document.sentence}
        )
    text = selectors.report_text(of_round)
    context = {
        "of_round": of_round,
        "document": document,
        "blocks": shown_document(document),
        "obstacle": None if isinstance(figures, Refused) else selectors.report_obstacle(figures),
        "has_words": bool(text.assessment),
        "papers": selectors.round_papers(of_round, services.REPORT),
    }
    return render(request, "release/report.html", context)


@needs(PERSONAL)
@require_GET
def printed(request: HttpRequest, key: str) -> HttpResponse:
    """The report as it would be printed, without number."""
    of_round = round_or_404(request, key)
    figures = services.read_round(of_round=of_round, actor=officer(request))
    document = figures if isinstance(figures, Refused) else _document(request, figures)
    if isinstance(document, Refused):
        return render(
            request, "release/round_refused.html", {"of_round": of_round, "sentence": document.sentence}
        )
    response = HttpResponse(draft(document=document), content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="bao-cao-du-thao.pdf"'
    return response


@needs(PERSONAL)
@require_http_methods(["GET", "POST"])
def words(request: HttpRequest, key: str) -> HttpResponse:
    """Write the editable blocks."""
    of_round = round_or_404(request, key)
    form = ReportTextForm(request.POST if request.method == "POST" else None, initial=_initial(of_round))
    if request.method == "POST" and form.is_valid():
        outcome = services.write_report_words(
            of_round=of_round, version=form.cleaned_data["version"], given=form.text, actor=officer(request)
        )
        if not isinstance(outcome, Refused):
            messages.success(request, "Đã lưu lời văn của báo cáo.")
            return redirect("release:report", key)
        form.add_error(None, outcome.sentence)
    return render(request, "release/report_words.html", {"of_round": of_round, "form": form})


def _document(request: HttpRequest, figures: selectors.RoundFigures) -> Document | Refused:
    return selectors.report_document(user=officer(request), figures=figures, today=timezone.localdate())


def _initial(of_round: Round) -> dict[str, object]:
    given = asdict(selectors.report_text(of_round))
    lines = {name: "\n".join(value) for name, value in given.items() if isinstance(value, tuple)}
    return given | lines | {"version": selectors.words_version(of_round)}
