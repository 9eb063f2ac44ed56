"""Pages of a round: its results, all its papers in one act, the announcement."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.accounts.models import User
from guong.office.papers.outcomes import Finished, Tell
from guong.office.papers.selectors import filing_words
from guong.office.plans.models import Round
from guong.office.release import selectors, services
from guong.office.release.details import RoundSitting
from guong.office.release.document_view import district_view, shown_document
from guong.office.release.forms import RoundSittingForm
from guong.office.release.services import PERSONAL, SIGNED
from guong.office.release.views.ground import LEADING, follow, round_or_404
from guong.ui.telling import tell


@needs(PERSONAL, SIGNED, *LEADING)
@require_GET
def round_page(request: HttpRequest, key: str) -> HttpResponse:
    """A round: turnout, one picture, the table, people with the state of their papers.

    No figure of an answer for the counting officer, none for the leading body before the round was presented to it.
    """
    of_round = round_or_404(request, key)
    user = officer(request)
    may_read = selectors.may_see_round(user, of_round)
    if not may_read and not user.has_perm(f"accounts.{SIGNED}"):
        raise Http404
    read = services.read_round if may_read else _unread
    figures = read(of_round=of_round, actor=user)
    if isinstance(figures, Refused):
        return render(
            request, "release/round_refused.html", {"of_round": of_round, "sentence": figures.sentence}
        )
    kinds = services.kinds_for(actor=user)
    people = selectors.papers_by_person(figures, (services.MINUTES, services.SUMMARY))
    filed = selectors.round_papers(of_round, services.REPORT, services.ANNOUNCEMENT)
    context = {
        "of_round": of_round,
        "figures": figures,
        "people": people,
        "work": selectors.round_work(people, kinds),
        "total": selectors.turnouts(figures)[-1],
        "may_read": may_read,
        "may_make": bool(kinds),
        "may_report": user.has_perm(f"accounts.{PERSONAL}"),
        "may_sign": user.has_perm(f"accounts.{SIGNED}"),
        "reports": [
            paper
            for paper in filed
            if paper.kind == services.REPORT and user.has_perm(f"accounts.{PERSONAL}")
        ],
        "announcements": [paper for paper in filed if paper.kind == services.ANNOUNCEMENT],
    }
    if may_read:
        context["district"] = district_view(figures)
    return render(request, "release/round.html", context)


@needs(PERSONAL, SIGNED)
@require_http_methods(["GET", "POST"])
def round_papers(request: HttpRequest, key: str) -> HttpResponse:
    """Make every minutes and summary of the round that the officer may make."""
    of_round = round_or_404(request, key)
    user = officer(request)
    form = RoundSittingForm(
        request.POST if request.method == "POST" else None,
        initial={"place": of_round.opening_place, "copies": 3},
        asks=user.has_perm(f"accounts.{SIGNED}"),
    )
    if request.method == "POST" and form.is_valid():
        return _all_made(user, of_round, form.sitting)
    return render(request, "release/round_papers.html", {"of_round": of_round, "form": form})


@needs(PERSONAL)
@require_http_methods(["GET", "POST"])
def announcement(request: HttpRequest, key: str) -> HttpResponse:
    """The announcement that the round took place: look, then number and file."""
    of_round = round_or_404(request, key)
    user = officer(request)
    if request.method == "POST":
        made = services.file_announcement(of_round=of_round, actor=user)
        tell(request, made, filing_words(made))
        return redirect("release:announcement", key)
    figures = selectors.round_figures(user=user, of_round=of_round)
    document = (
        figures
        if isinstance(figures, Refused)
        else selectors.announcement_document(
            figures, words=selectors.report_text(of_round), today=timezone.localdate()
        )
    )
    obstacle = figures if isinstance(figures, Refused) else selectors.announcement_obstacle(figures)
    context = {
        "of_round": of_round,
        "document": document,
        "blocks": [] if isinstance(document, Refused) else shown_document(document),
        "obstacle": obstacle,
        "papers": selectors.round_papers(of_round, services.ANNOUNCEMENT),
    }
    return render(request, "release/announcement.html", context)


def _all_made(actor: User, of_round: Round, sitting: RoundSitting) -> HttpResponse:
    def work(tell: Tell) -> Finished | Refused:
        made = services.make_round_papers(of_round=of_round, actor=actor, sitting=sitting, tell=tell)
        return made if isinstance(made, Refused) else Finished(f"Đã lập đủ {made.whole} văn bản của đợt.")

    back = reverse("release:round", args=[of_round.key])
    permission = SIGNED if actor.has_perm(f"accounts.{SIGNED}") else PERSONAL
    return follow(actor, of_round, f"Lập mọi văn bản: {of_round.name}", back, permission, work)


def _unread(*, of_round: Round, actor: User) -> selectors.RoundFigures | Refused:
    """Return a round for somebody who sees no figure of it, so that no reading is noted."""
    return selectors.round_figures(user=actor, of_round=of_round)
