"""The export of a round: one button, one file."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.release import services
from guong.office.release.services import PERSONAL
from guong.office.release.views.ground import round_or_404


@needs(PERSONAL)
@require_POST
def export(request: HttpRequest, key: str) -> HttpResponse:
    """Hand over the ZIP with a round's aggregate figures."""
    of_round = round_or_404(request, key)
    made = services.export_round(of_round=of_round, actor=officer(request))
    if isinstance(made, Refused):
        messages.error(request, made.sentence)
        return redirect("release:round", key)
    response = HttpResponse(made.data, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{made.name}.zip"'
    return response
