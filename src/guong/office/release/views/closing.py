"""The papers that close a round, made on one page: words once, then one button for each kind."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.accounts.models import User
from guong.office.papers.outcomes import Finished, Tell
from guong.office.plans.models import Round
from guong.office.release import selectors, services
from guong.office.release.details import ClosingWords
from guong.office.release.forms import ClosingForm
from guong.office.release.services import PERSONAL
from guong.office.release.views.ground import follow, round_or_404

_PLAN_WITHIN = timedelta(days=30)
_OF_ROUND = (services.COMMITTEE_PAGE, services.CONCLUSION, services.NEWS)


@needs(PERSONAL)
@require_http_methods(["GET", "POST"])
def closing(request: HttpRequest, key: str) -> HttpResponse:
    """State conclusions and the plan's last day, then have one kind of papers made and filed."""
    of_round = round_or_404(request, key)
    user = officer(request)
    if request.method == "POST":
        form = ClosingForm(request.POST)
        if form.is_valid():
            return _made(user, of_round, form.cleaned_data["kind"], form.words)
    else:
        form = ClosingForm(initial=_initial(user, of_round))
    context = {
        "of_round": of_round,
        "form": form,
        "kinds": ClosingForm.KINDS,
        "papers": selectors.round_papers(of_round, *_OF_ROUND),
    }
    return render(request, "release/closing.html", context, status=422 if form.is_bound else 200)


def _initial(user: User, of_round: Round) -> dict[str, object]:
    figures = selectors.round_figures(user=user, of_round=of_round)
    text = selectors.report_text(of_round)
    return {
        "conclusions": "" if isinstance(figures, Refused) else "\n".join(selectors.proposed(figures)),
        "plan_due": timezone.localdate() + _PLAN_WITHIN,
        "signer_role": text.signer_role,
        "signer_name": text.signer_name,
    }


def _made(actor: User, of_round: Round, kind: str, words: ClosingWords) -> HttpResponse:
    def work(tell: Tell) -> Finished | Refused:
        made = services.file_closing(of_round=of_round, kind=kind, words=words, actor=actor, tell=tell)
        return made if isinstance(made, Refused) else Finished(f"Đã lập {made} văn bản.")

    back = reverse("release:closing", args=[of_round.key])
    return follow(actor, of_round, f"{dict(ClosingForm.KINDS)[kind]}: {of_round.name}", back, PERSONAL, work)
