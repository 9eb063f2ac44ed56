"""The projector in the room: the page that everybody sees, and the officer's page with its link (decision 0014)."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from guong.core.draw import Frame, Method, frame_code
from guong.office.accounts.access import needs
from guong.office.draws import selectors
from guong.office.draws.models import DrawState, LotDraw
from guong.office.draws.views.ground import HALL, OBSERVE, ORGANISE, frozen


@needs(ORGANISE, HALL, OBSERVE)
@require_GET
def link(request: HttpRequest, key: str) -> HttpResponse:
    """Where the projector's page is opened, here or on the projector's own laptop."""
    draw = frozen(request, key)
    path = reverse("draws:projector", args=[draw.pk, selectors.screen_code(draw)])
    context = {"draw": draw, "path": path, "address": f"{settings.GUONG_ORIGIN}{path}"}
    return render(request, "draws/screen_link.html", context)


@require_GET
def projector(request: HttpRequest, number: int, code: str) -> HttpResponse:
    """What is being drawn, in large names; opened by its link alone."""
    context = _screen(_shown(number, code)) | {"dark": request.GET.get("nen") == "toi"}
    answer = render(request, "draws/screen.html", context)
    answer["X-Robots-Tag"] = "noindex"
    return answer


@require_GET
def projector_part(request: HttpRequest, number: int, code: str) -> HttpResponse:
    """The projector's middle, or nothing (204) while it shows the newest."""
    draw = _shown(number, code)
    if request.GET.get("v") == str(draw.version):
        return HttpResponse(status=204)
    return render(request, "draws/parts/screen_part.html", _screen(draw))


def _shown(number: int, code: str) -> LotDraw:
    draw = selectors.draw_on_screen(number=number, code=code)
    if draw is None or not draw.frame:
        raise Http404
    return draw


def _screen(draw: LotDraw) -> dict[str, Any]:
    listed: Frame = selectors.frozen_frame(draw)
    return {
        "draw": draw,
        "part": reverse("draws:projector-part", args=[draw.pk, selectors.screen_code(draw)]),
        "code": frame_code(listed),
        "by_hand": listed.terms.method is Method.CUSTOM,
        "list": selectors.eligibility_of(listed),
        "board": selectors.board_of(draw),
        "people": selectors.people_of(draw),
        "written": draw.contributions,
        "waiting": draw.state == DrawState.FROZEN,
        "drawing": draw.state == DrawState.DRAWING,
        "finished": draw.state in selectors.FINISHED,
        "void": draw.state == DrawState.VOID,
    }
