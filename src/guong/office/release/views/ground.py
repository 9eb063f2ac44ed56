"""What the pages share: finding a round within the officer's scope, telling an outcome."""

from django.contrib import messages
from django.http import Http404, HttpRequest

from guong.core.outcome import Refused
from guong.office.plans import selectors as plans
from guong.office.plans.models import Round


def round_or_404(request: HttpRequest, key: str) -> Round:
    """Return a round in the officer's scope; 404 for every other."""
    of_round = plans.round_in_scope(user=request.user, key=key)
    if of_round is None:
        raise Http404
    return of_round


def tell(request: HttpRequest, outcome: object, sentence: str) -> None:
    """Leave a sentence for the next page: the refusal's, or the one given."""
    if isinstance(outcome, Refused):
        messages.error(request, outcome.sentence)
    else:
        messages.success(request, sentence)
