"""What the pages share: finding a round within the officer's scope."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from guong.office.accounts.access import officer
from guong.office.accounts.models import User
from guong.office.accounts.permissions import AT_COMMITTEE, AT_STANDING_BOARD
from guong.office.papers.outcomes import Work
from guong.office.papers.services import begin
from guong.office.plans import selectors as plans
from guong.office.plans.models import Round
from guong.office.release import selectors

LEADING = (AT_STANDING_BOARD, AT_COMMITTEE)


def seen_round_or_404(request: HttpRequest, key: str) -> Round:
    """Return a round whose figures the officer reads by now; 404 for every other."""
    of_round = round_or_404(request, key)
    if not selectors.may_see_round(officer(request), of_round):
        raise Http404
    return of_round


def round_or_404(request: HttpRequest, key: str) -> Round:
    """Return a round in the officer's scope; 404 for every other."""
    of_round = plans.round_in_scope(user=request.user, key=key)
    if of_round is None:
        raise Http404
    return of_round


def follow(actor: User, of_round: Round, title: str, back: str, permission: str, work: Work) -> HttpResponse:
    """Begin what takes long for a round and show the page that follows it; ``back`` tells one such act from another."""
    task = begin(
        actor=actor,
        subject=f"release{back}",
        title=title,
        back=back,
        unit_key=of_round.plan.body.key,
        permission=permission,
        work=work,
    )
    return redirect("papers:task", task)
