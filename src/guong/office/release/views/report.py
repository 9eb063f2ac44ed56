"""The district report: look at it, write the office's words, number and file it."""

from dataclasses import asdict

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from guong.core.documents.model import Document
from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.accounts.models import User
from guong.office.papers.outcomes import Finished, Tell
from guong.office.papers.selectors import filing_words
from guong.office.papers.services import draft
from guong.office.plans.models import Round
from guong.office.release import selectors, services
from guong.office.release.details import ReportText
from guong.office.release.document_view import shown_document
from guong.office.release.forms import ReportTextForm
from guong.office.release.services import PERSONAL
from guong.office.release.views.ground import LEADING, follow, round_or_404, seen_round_or_404


@needs(PERSONAL, *LEADING)
@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, key: str) -> HttpResponse:
    """The report as it stands, on the screen; by POST the lead body has it numbered and filed."""
    of_round = seen_round_or_404(request, key)
    may_make = request.user.has_perm(f"accounts.{PERSONAL}")
    if request.method == "POST":
        if not may_make:
            raise PermissionDenied
        return _filed(officer(request), of_round)
    text = selectors.report_text(of_round)
    figures, document = _read(request, of_round, text)
    if isinstance(document, Refused):
        return _refused(request, of_round, document)
    context = {
        "of_round": of_round,
        "document": document,
        "blocks": shown_document(document),
        "obstacle": selectors.report_obstacle(figures) if figures else None,
        "has_words": bool(text.assessment),
        "may_make": may_make,
        # Whoever leads reads from a step on before which the report was filed: nothing to ask.
        "papers": selectors.round_papers(of_round, services.REPORT) if may_make else [],
    }
    return render(request, "release/report.html", context)


@needs(PERSONAL, *LEADING)
@require_GET
def report_file(request: HttpRequest, key: str) -> HttpResponse:
    """The newest filed report as PDF, for whoever reads the round by now; its reading stands in the journal."""
    of_round = seen_round_or_404(request, key)
    filed = selectors.round_papers(of_round, services.REPORT)
    data = services.read_newest(papers=filed, actor=officer(request))
    if data is None:
        messages.warning(request, "Chưa có báo cáo nào được lưu của đợt này.")
        return redirect("release:report", key)
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="bao-cao-tong-hop.pdf"'
    return response


@needs(PERSONAL)
@require_GET
def printed(request: HttpRequest, key: str) -> HttpResponse:
    """The report as it would be printed, without number."""
    of_round = round_or_404(request, key)
    _, document = _read(request, of_round, selectors.report_text(of_round))
    if isinstance(document, Refused):
        return _refused(request, of_round, document)
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
        outcome = services.write_report_words(of_round=of_round, given=form.text, actor=officer(request))
        if not isinstance(outcome, Refused):
            messages.success(request, "Đã lưu lời văn của báo cáo.")
            return redirect("release:report", key)
        form.add_error(None, outcome.sentence)
    return render(request, "release/report_words.html", {"of_round": of_round, "form": form})


def _filed(actor: User, of_round: Round) -> HttpResponse:
    def work(tell: Tell) -> Finished | Refused:
        made = services.file_report(of_round=of_round, actor=actor, tell=tell)
        return made if isinstance(made, Refused) else Finished(filing_words(made))

    back = reverse("release:report", args=[of_round.key])
    return follow(actor, of_round, f"Lập báo cáo tổng hợp: {of_round.name}", back, PERSONAL, work)


def _read(
    request: HttpRequest, of_round: Round, text: ReportText
) -> tuple[selectors.RoundFigures | None, Document | Refused]:
    """Return the figures, None where they are refused, and the report made of them; the reading is noted."""
    figures, earlier = services.read_round_beside_earlier(of_round=of_round, actor=officer(request))
    if isinstance(figures, Refused):
        return None, figures
    today = timezone.localdate()
    return figures, selectors.report_document(figures, earlier=earlier, words=text, today=today)


def _refused(request: HttpRequest, of_round: Round, refused: Refused) -> HttpResponse:
    context = {"of_round": of_round, "sentence": refused.sentence}
    return render(request, "release/round_refused.html", context)


def _initial(of_round: Round) -> dict[str, object]:
    given = asdict(selectors.report_text(of_round))
    lines = {name: "\n".join(value) for name, value in given.items() if isinstance(value, tuple)}
    return given | lines
