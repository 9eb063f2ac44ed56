"""The page of a recount after release: what the board found, taken or held."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.conferences import selectors as conferences
from guong.office.release import selectors, services
from guong.office.release.correction_form import RecountForm
from guong.office.release.services import SIGNED

_TAKEN = (
    "Đã nhận đính chính. Trang kết quả và văn bản lập từ nay dùng số liệu mới; văn bản đã lập giữ nguyên."
)
_HELD = (
    "Đính chính được giữ lại: so với số liệu đã công bố, thay đổi dưới 05 phiếu hoặc đặt cạnh nhau sẽ lộ nhóm ít người. "
    "Số liệu đã công bố giữ nguyên; số đếm lại chỉ ghi trong biên bản của tổ kiểm phiếu."
)


@needs(SIGNED)
@require_http_methods(["GET", "POST"])
def correction(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Take the numbers of a recount from its signed minutes; earlier corrections are listed without figures."""
    conference = conferences.conference_in_scope(user=request.user, key=key)
    subject = selectors.subject_of(conference, subject_key) if conference else None
    if conference is None or subject is None:
        raise Http404
    asked = conferences.form_of(conference)
    form = RecountForm(request.POST if request.method == "POST" else None, asked=asked)
    if request.method == "POST" and form.is_valid():
        outcome = services.correct_result(
            conference=conference, subject_key=subject.key, given=form.recount, actor=officer(request)
        )
        if not isinstance(outcome, Refused):
            tell = messages.warning if outcome.held_for else messages.success
            tell(request, _HELD if outcome.held_for else _TAKEN)
            return redirect("release:correction", key, subject_key)
        form.add_error(None, outcome.sentence)
    context = {
        "conference": conference,
        "subject": subject,
        "form": form,
        "corrections": selectors.corrections_of(conference, subject.key),
    }
    return render(request, "release/correction.html", context)
