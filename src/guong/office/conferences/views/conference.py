"""List, new conference, the page of steps, the board."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from guong.core.eligibility import head_eligibility
from guong.core.ladder import Step
from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.core.wording import short_date
from guong.office.accounts.access import needs, officer
from guong.office.conferences import selectors, services
from guong.office.conferences.forms import BoardForm, ConferenceForm, UnitForm, offered
from guong.office.conferences.steps import StepKey, next_step, steps_of
from guong.office.conferences.views.ground import HALL, OBSERVE, ORGANISE, found, version_of
from guong.office.registry import selectors as registry
from guong.office.registry.models import Post, Unit
from guong.ui.telling import tell

_STEPS = {
    StepKey.ROLL: ("Danh sách người tham gia", "Lập từ sổ bộ, kiểm tra rồi chốt.", "conferences:roll"),
    StepKey.BOARD: (
        "Tổ kiểm phiếu",
        "Ghi tên tổ trưởng, thư ký, thành viên, người chứng kiến.",
        "conferences:board",
    ),
    StepKey.REQUEST: (
        "Tải yêu cầu lập hòm phiếu",
        "Chép tệp sang máy của tổ kiểm phiếu để làm chìa khoá và thẻ.",
        "conferences:poll",
    ),
    StepKey.KEYS: (
        "Nhận tệp khoá",
        "Nạp tệp khoá công khai mà máy của tổ kiểm phiếu ghi ra.",
        "conferences:poll",
    ),
    StepKey.PRINT: (
        "In giấy tờ",
        "Danh sách ký nhận, phiếu giấy; thẻ bỏ phiếu in ở máy tổ kiểm phiếu.",
        "conferences:printing",
    ),
    StepKey.OPEN: ("Mở bỏ phiếu", "Sau khi quán triệt, trước lúc bốc thẻ.", "conferences:opening"),
    StepKey.HALL: ("Trong hội nghị", "Điểm danh, phát phiếu giấy, đổi thẻ.", "conferences:hall"),
    StepKey.CLOSE: (
        "Kết thúc bỏ phiếu",
        "Chốt hòm phiếu, bàn giao cho tổ kiểm phiếu.",
        "conferences:closing",
    ),
}


_AFTER = {
    PollState.CLOSED: (
        "Hội nghị đã bỏ phiếu xong",
        "Chuyển sang bước Kiểm phiếu: tổ kiểm phiếu đếm tay, đối chiếu số phiếu rồi niêm phong hòm phiếu.",
    ),
    PollState.SEALED: (
        "Hòm phiếu đã niêm phong",
        "Hòm phiếu do tổ kiểm phiếu giữ, chờ mở theo lịch của đợt hoặc mở tại chỗ.",
    ),
    PollState.OPENED: ("Hòm phiếu đã mở", "Tổ kiểm phiếu lập hồ sơ kiểm tra rồi huỷ chìa khoá."),
    PollState.ERASED: ("Hội nghị đã kiểm phiếu xong", "Cán bộ tổng hợp lập báo cáo, gửi kết quả."),
    PollState.VOID: (
        "Lần bỏ phiếu đã huỷ",
        "Hòm phiếu này không mở, không có kết quả. Muốn lấy ý kiến lại, đề nghị lập hội nghị mới của đơn vị.",
    ),
}


@needs(ORGANISE, HALL, OBSERVE)
@require_GET
def conference_list(request: HttpRequest) -> HttpResponse:
    """Conferences of the officer's units, the next ones first, each with its state and next step."""
    found = selectors.conferences_in_scope(user=request.user)
    rows = [{"standing": standing, "next": _label(standing.step)} for standing in selectors.standings(found)]
    return render(request, "conferences/list.html", {"rows": rows})


@needs(ORGANISE)
@require_http_methods(["GET", "POST"])
def new_conference(request: HttpRequest) -> HttpResponse:
    """First the unit, then the details with the unit's heads offered."""
    chosen = request.GET.get("unit", "")
    unit = registry.unit_in_scope(user=request.user, unit_id=int(chosen)) if chosen.isdecimal() else None
    if chosen.isdecimal() and unit is None:
        raise Http404
    if unit is None:
        choice = UnitForm(units=registry.units_in_scope(user=request.user))
        return render(request, "conferences/choose_unit.html", {"form": choice})
    today = timezone.localdate()
    heads = list(registry.current_heads(unit=unit, on=today))
    start = offered(unit=unit, latest=selectors.latest_in_scope(user=request.user), today=today)
    form = ConferenceForm(request.POST or None, heads=heads, initial=start)
    if request.method == "POST" and form.is_valid():
        return _create(request, unit, form)
    context = {"form": form, "unit": unit, "heads": _tenures(heads, today)}
    return render(request, "conferences/new.html", context)


def _create(request: HttpRequest, unit: Unit, form: ConferenceForm) -> HttpResponse:
    key = "ward_head" if unit.level == "ward" else "school_head"
    made = services.create(
        actor=officer(request),
        unit=unit,
        posts=form.chosen_posts,
        details=form.details(questionnaire_key=key),
    )
    if isinstance(made, Refused):
        form.add_error(None, made.sentence)
        return render(request, "conferences/new.html", {"form": form, "unit": unit})
    return redirect("conferences:detail", key=made.key)


@needs(ORGANISE, HALL, OBSERVE)
@require_GET
def detail(request: HttpRequest, key: str) -> HttpResponse:
    """The one page from which everything is done, in order, with one next step."""
    conference = found(request, key)
    facts = selectors.facts_of(conference)
    rows = [
        {"step": step, "title": _STEPS[step.key][0], "text": _STEPS[step.key][1], "name": _STEPS[step.key][2]}
        for step in steps_of(facts)
    ]
    cancellation = selectors.cancellation_of(conference)
    due = None if cancellation else next_step(facts)
    now = next((row for row in rows if row["step"] == due), None)
    context = {
        "conference": conference,
        "rows": rows,
        "now": now,
        "state": selectors.state_text(conference),
        "after": _AFTER.get(facts.state) if facts.state else None,
        "cancellation": cancellation,
        "is_before_casting": selectors.is_before_casting(conference),
        "numbers": selectors.roll_numbers(conference),
        "may_work": any(request.user.has_perm(f"accounts.{name}") for name in (ORGANISE, HALL)),
    }
    return render(request, "conferences/detail.html", context)


@needs(ORGANISE)
@require_http_methods(["GET", "POST"])
def board(request: HttpRequest, key: str) -> HttpResponse:
    """The counting board and the witnesses by name."""
    conference = found(request, key)
    form = BoardForm(request.POST or None, board=conference.board.all())
    if request.method == "POST" and form.is_valid():
        outcome = services.set_board(
            actor=officer(request), conference=conference, version=version_of(request), seats=form.seats
        )
        if tell(request, outcome, "Đã ghi tên tổ kiểm phiếu và đại biểu chứng kiến."):
            return redirect("conferences:detail", key=key)
    return render(request, "conferences/board.html", {"conference": conference, "form": form})


def _label(now: Step[StepKey] | None) -> str:
    return _STEPS[now.key][0] if now else "Đã bàn giao cho tổ kiểm phiếu"


def _tenures(heads: list[Post], today: date) -> list[dict[str, object]]:
    rows = []
    for post in heads:
        too_new = head_eligibility(post.starts_on, today)
        rows.append(
            {
                "post": post,
                "since": short_date(post.starts_on),
                "from": too_new and short_date(too_new.eligible_on),
            }
        )
    return rows
