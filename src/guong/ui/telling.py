"""How a page tells what became of an act: one sentence on the next page."""

from django.contrib import messages
from django.http import HttpRequest

from guong.core.outcome import Refused


def tell(request: HttpRequest, outcome: object, done: str = "") -> bool:
    """Leave a sentence for the next page, the refusal's or ``done`` (none if empty); tell whether it was done."""
    if isinstance(outcome, Refused):
        messages.error(request, outcome.sentence)
        return False
    if done:
        messages.success(request, done)
    return True
