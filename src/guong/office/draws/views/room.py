"""In the room: the clerk's page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from guong.core.draw import Method, frame_code
from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.draws import selectors, services
from guong.office.draws.forms import ContributionsForm
from guong.office.draws.models import DrawState, LotDraw
from guong.office.draws.views.ground import HALL, ORGANISE, frozen, version_of
from guong.ui.telling import tell


@needs(ORGANISE, HALL)
@require_GET
def room(request: HttpRequest, key: str) -> HttpResponse:
    """What the clerk does now: read the code, choose the name on the lot, confirm a level, end the draw."""
    return _room(request, frozen(request, key))


@needs(ORGANISE, HALL)
@require_POST
def begin(request: HttpRequest, key: str) -> HttpResponse:
    """Begin: the code was read, the lots were counted."""
    outcome = services.begin_draw(
        actor=officer(request),
        draw=frozen(request, key),
        version=version_of(request),
        code_read=request.POST.get("read") == "1",
        lots_counted=request.POST.get("counted") == "1",
    )
    tell(request, outcome)
    return redirect("draws:room", key=key)


@needs(ORGANISE, HALL)
@require_POST
def lot(request: HttpRequest, key: str) -> HttpResponse:
    """Enter the lot just read out."""
    outcome = services.enter_lot(
        actor=officer(request),
        draw=frozen(request, key),
        version=version_of(request),
        unit_key=request.POST.get("unit", ""),
    )
    tell(request, outcome)
    return redirect("draws:room", key=key)


@needs(ORGANISE, HALL)
@require_POST
def take_back(request: HttpRequest, key: str) -> HttpResponse:
    """Take the last entry back."""
    outcome = services.take_back_lot(
        actor=officer(request), draw=frozen(request, key), version=version_of(request)
    )
    tell(request, outcome, "Đã bỏ thăm vừa ghi. Lần ghi nhầm này sẽ có trong biên bản.")
    return redirect("draws:room", key=key)


@needs(ORGANISE, HALL)
@require_POST
def level_done(request: HttpRequest, key: str) -> HttpResponse:
    """Confirm a level."""
    outcome = services.close_level(
        actor=officer(request), draw=frozen(request, key), version=version_of(request)
    )
    tell(request, outcome)
    return redirect("draws:room", key=key)


@needs(ORGANISE, HALL)
@require_POST
def compute(request: HttpRequest, key: str) -> HttpResponse:
    """Take the lines that lay on the table; where one is refused the page keeps what was typed."""
    draw, form = frozen(request, key), ContributionsForm(request.POST)
    if form.is_valid():
        outcome = services.draw_computed(
            actor=officer(request),
            draw=draw,
            version=version_of(request),
            contributions=form.contributions,
            laid_down=request.POST.get("laid") == "1",
        )
        if not isinstance(outcome, Refused):
            return redirect("draws:room", key=key)
        form.add_error(None, outcome.sentence)
    return _room(request, draw, form)


@needs(ORGANISE, HALL)
@require_POST
def finish(request: HttpRequest, key: str) -> HttpResponse:
    """End the draw."""
    outcome = services.finish_draw(
        actor=officer(request),
        draw=frozen(request, key),
        version=version_of(request),
        remarks=request.POST.get("remarks", "")[:2000],
    )
    if tell(request, outcome, "Đã kết thúc gắp thăm. Đề nghị lập biên bản để ký ngay."):
        return redirect("draws:result", key=key)
    return redirect("draws:room", key=key)


def _room(request: HttpRequest, draw: LotDraw, form: ContributionsForm | None = None) -> HttpResponse:
    listed, typed = selectors.frozen_frame(draw), request.GET.get("tim", "").strip()[:60]
    board = selectors.board_of(draw)
    by_hand = listed.terms.method is Method.CUSTOM
    open_ones, barred = selectors.candidates(draw, typed=typed) if by_hand else ([], [])
    context = {
        "draw": draw,
        "code": frame_code(listed),
        "list": selectors.eligibility_of(listed),
        "by_hand": by_hand,
        "board": board,
        "typed": typed,
        "candidates": open_ones,
        "barred": barred,
        "form": form or ContributionsForm(),
        "waiting": draw.state == DrawState.FROZEN,
        "drawing": draw.state == DrawState.DRAWING,
        "all_closed": draw.state == DrawState.DRAWING and selectors.level_now(draw) is None,
    }
    return render(request, "draws/room.html", context)
