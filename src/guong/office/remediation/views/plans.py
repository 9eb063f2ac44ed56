"""The board, one plan, and its steps."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from guong.core.remediation.life import Act
from guong.office.accounts.access import needs, officer
from guong.office.accounts.permissions import READ_RESULTS
from guong.office.feedback import services as feedback_services
from guong.office.remediation import selectors, services
from guong.office.remediation.forms import FileForm, ReceivedForm
from guong.office.remediation.views.ground import BOTH_SIDES, about, place_or_404
from guong.ui.telling import tell

_DONE = {
    Act.SUBMIT: "Đã trình cơ quan chủ trì.",
    Act.GIVE_BACK: "Đã trả lại để sửa.",
    Act.APPROVE: "Đã duyệt kế hoạch.",
    Act.ASK_TO_CLOSE: "Đã gửi đề nghị kết thúc.",
    Act.KEEP_OPEN: "Đã trả lời: tiếp tục thực hiện.",
    Act.CLOSE: "Kế hoạch đã kết thúc.",
}


@needs(*BOTH_SIDES)
@require_GET
def plan_list(request: HttpRequest) -> HttpResponse:
    """For the lead body the board over all heads; for a head the own plans, the only one opened at once."""
    user, today = officer(request), timezone.localdate()
    if not user.has_perm(f"accounts.{READ_RESULTS}"):
        lines = selectors.own_lines(user=user, today=today)
        if len(lines) == 1:
            return redirect("remediation:plan", lines[0].conference.key, lines[0].subject.key)
        return render(request, "remediation/mine.html", {"lines": lines, "today": today})
    found = selectors.board(user=user, today=today)
    late_only = request.GET.get("loc") == "qua-han"
    lines = tuple(line for line in found.lines if line.overdue) if late_only else found.lines
    context = {"board": found, "lines": lines, "late_only": late_only, "today": today}
    return render(request, "remediation/board.html", context)


@needs(*BOTH_SIDES)
@require_GET
def plan(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """One plan: what it says, how far it is, what this reader may do."""
    place = place_or_404(request, key, subject_key)
    writing = "write" in place.open_acts
    context = about(place) | {
        "today": timezone.localdate(),
        "line": selectors.line_of(place, today=timezone.localdate()),
        "items": list(place.plan.items.all()) if place.plan else [],
        "passages": list(place.plan.passages.all()) if place.plan else [],
        "signed": [one for one in place.plan.files.all() if one.item_id is None] if place.plan else [],
        "proposed": selectors.proposed(place) if writing and place.is_head else [],
        "file_form": FileForm(auto_id="giay_%s"),
        "received_form": ReceivedForm(),
        "may_compare": not writing,
        "may_file": not place.is_head and selectors.may_file_on_paper(place),
    }
    return render(request, "remediation/plan.html", context)


@needs(*BOTH_SIDES)
@require_GET
def beside(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """This result beside the one before it, criterion by criterion in the very same words."""
    place = place_or_404(request, key, subject_key, with_plan=False)
    context = {
        "conference": place.conference,
        "subject": place.subject,
        "compared": selectors.compared(place),
    }
    return render(request, "remediation/compared.html", context)


@needs(*BOTH_SIDES)
@require_POST
def step(request: HttpRequest, key: str, subject_key: str, act: str) -> HttpResponse:
    """Take a plan one step on."""
    place = place_or_404(request, key, subject_key)
    taken = next((one for one in _DONE if one.value == act), None)
    if taken is None:
        raise Http404
    outcome = services.move(
        place=place, act=taken, reason=request.POST.get("reason", ""), actor=officer(request)
    )
    tell(request, outcome, _DONE[taken])
    return redirect("remediation:plan", key, subject_key)


@needs(READ_RESULTS)
@require_POST
def received(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Note a receipt of the result that the head signed on paper."""
    place = place_or_404(request, key, subject_key)
    form = ReceivedForm(request.POST)
    if form.is_valid():
        outcome = feedback_services.acknowledge_on_paper(
            conference=place.conference,
            subject=place.subject,
            received_on=form.cleaned_data["received_on"],
            actor=officer(request),
        )
        tell(request, outcome, "Đã ghi nhận ngày ký nhận.")
    else:
        messages.error(request, "Chưa ghi ngày ký nhận. Đề nghị chọn ngày ghi trên giấy báo nhận.")
    return redirect("remediation:plan", key, subject_key)
