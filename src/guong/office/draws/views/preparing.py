"""Rounds, steps, the list, people, lots, giving up."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from guong.core.draw import Frame, Method, frame_code
from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.draws import printing, selectors, services
from guong.office.draws.forms import PeopleForm
from guong.office.draws.models import DrawState
from guong.office.draws.steps import StepKey, next_step, steps_of
from guong.office.draws.views.ground import HALL, OBSERVE, ORGANISE, found, frozen, version_of
from guong.office.plans import selectors as plans
from guong.ui.telling import tell

_STEPS = {
    StepKey.FRAME: (
        "Kiểm tra danh sách",
        "Xem trường đủ điều kiện, trường bị loại, rồi chốt.",
        "draws:frame",
    ),
    StepKey.PEOPLE: ("Thành phần dự", "Ghi chủ trì, thư ký, người chứng kiến, người gắp.", "draws:people"),
    StepKey.LOTS: ("In thăm", "Mỗi trường một thăm, mỗi cấp học một hộp.", "draws:lots"),
    StepKey.DRAW: ("Gắp thăm", "Đọc mã danh sách, gắp từng thăm, ghi tên trường.", "draws:room"),
    StepKey.MINUTES: ("Biên bản", "Lập biên bản để ký ngay sau khi gắp.", "draws:result"),
    StepKey.NOTICE: ("Thông báo kết quả", "Gửi các cơ quan, các trường có tên.", "draws:result"),
}


@needs(ORGANISE, HALL, OBSERVE)
@require_GET
def draw_list(request: HttpRequest) -> HttpResponse:
    """The rounds of schools, each with its draw or the button that begins it."""
    return render(request, "draws/list.html", {"rows": selectors.rounds_to_draw(user=officer(request))})


@needs(ORGANISE)
@require_POST
def start(request: HttpRequest, round_key: str) -> HttpResponse:
    """Begin the draw of a round."""
    entry = plans.round_in_scope(user=request.user, key=round_key)
    if entry is None:
        raise Http404
    outcome = services.propose_draw(actor=officer(request), round=entry)
    if isinstance(outcome, Refused):
        tell(request, outcome)
        return redirect("draws:list")
    return redirect("draws:frame", key=outcome.key)


@needs(ORGANISE, HALL, OBSERVE)
@require_GET
def detail(request: HttpRequest, key: str) -> HttpResponse:
    """The one page from which everything is done, in order, with one next step."""
    draw = found(request, key)
    frame = selectors.frame_of(draw)
    facts = selectors.facts_of(draw, frame if isinstance(frame, Frame) else None)
    rows = [
        {"step": step, "title": _STEPS[step.key][0], "text": _STEPS[step.key][1], "name": _STEPS[step.key][2]}
        for step in steps_of(facts)
    ]
    upcoming = next_step(facts)
    context = {
        "draw": draw,
        "void": draw.state == DrawState.VOID,
        "may_give_up": draw.state in (DrawState.CHECKING, DrawState.FROZEN, DrawState.DRAWING),
        "rows": rows,
        "now": next((row for row in rows if row["step"] == upcoming), None),
        "may_work": any(request.user.has_perm(f"accounts.{name}") for name in (ORGANISE, HALL)),
        "code": frame_code(frame) if draw.frame and isinstance(frame, Frame) else "",
    }
    return render(request, "draws/detail.html", context)


@needs(ORGANISE, HALL, OBSERVE)
@require_GET
def frame(request: HttpRequest, key: str) -> HttpResponse:
    """Who may be drawn and who may not, with reasons; the button that freezes the list."""
    draw = found(request, key)
    listed = selectors.frame_of(draw)
    context = {"draw": draw, "plan_is_draft": plans.last_edition(draw.round.plan) is None}
    if isinstance(listed, Refused):
        return render(request, "draws/frame.html", context | {"refused": listed.sentence})
    context |= {
        "list": selectors.eligibility_of(listed),
        "code": frame_code(listed),
        "by_hand": listed.terms.method is Method.CUSTOM,
        "terms": listed.terms,
        "is_open": draw.state == DrawState.CHECKING,
    }
    return render(request, "draws/frame.html", context)


@needs(ORGANISE)
@require_POST
def freeze(request: HttpRequest, key: str) -> HttpResponse:
    """Freeze the list as it was seen."""
    outcome = services.freeze_frame_of(
        actor=officer(request),
        draw=found(request, key),
        version=version_of(request),
        code=request.POST.get("code", ""),
    )
    if tell(request, outcome, "Đã chốt danh sách gắp thăm. Mã danh sách ghi ở trang này."):
        return redirect("draws:detail", key=key)
    return redirect("draws:frame", key=key)


@needs(ORGANISE)
@require_http_methods(["GET", "POST"])
def people(request: HttpRequest, key: str) -> HttpResponse:
    """Place and people, as they will stand in the minutes."""
    draw = found(request, key)
    listed = selectors.frame_of(draw)
    by_hand = isinstance(listed, Refused) or listed.terms.method is Method.CUSTOM
    form = PeopleForm(
        request.POST or None,
        named=selectors.people_of(draw),
        by_hand=by_hand,
        initial={"place": draw.place},
    )
    if request.method == "POST" and form.is_valid():
        outcome = services.name_people(
            actor=officer(request),
            draw=draw,
            version=version_of(request),
            place=form.cleaned_data["place"],
            people=form.people,
        )
        if tell(request, outcome, "Đã ghi thành phần dự gắp thăm."):
            return redirect("draws:detail", key=key)
    return render(request, "draws/people.html", {"draw": draw, "form": form, "by_hand": by_hand})


@needs(ORGANISE, HALL)
@require_GET
def lots(request: HttpRequest, key: str) -> HttpResponse:
    """What is printed and put into the boxes, in numbers."""
    draw = frozen(request, key)
    listed = selectors.eligibility_of(selectors.frozen_frame(draw))
    context = {"draw": draw, "list": listed, "may_confirm": draw.state == DrawState.FROZEN}
    return render(request, "draws/lots.html", context)


@needs(ORGANISE, HALL)
@require_GET
def lots_file(request: HttpRequest, key: str) -> HttpResponse:
    """The lots to cut."""
    draw = frozen(request, key)
    answer = HttpResponse(printing.lots_pdf(draw), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="tham-{draw.key}.pdf"'
    return answer


@needs(ORGANISE, HALL)
@require_POST
def lots_printed(request: HttpRequest, key: str) -> HttpResponse:
    """Note that the lots are printed and cut."""
    outcome = services.confirm_lots_printed(
        actor=officer(request), draw=frozen(request, key), version=version_of(request)
    )
    if tell(request, outcome, "Đã ghi: thăm đã in và cắt đủ."):
        return redirect("draws:detail", key=key)
    return redirect("draws:lots", key=key)


@needs(ORGANISE)
@require_POST
def give_up(request: HttpRequest, key: str) -> HttpResponse:
    """Give the draw up before its first lot."""
    outcome = services.void_draw(
        actor=officer(request),
        draw=found(request, key),
        version=version_of(request),
        reason=request.POST.get("reason", ""),
    )
    if tell(request, outcome, "Đã huỷ lần gắp thăm này. Đồng chí có thể lập danh sách mới."):
        return redirect("draws:list")
    return redirect("draws:detail", key=key)
