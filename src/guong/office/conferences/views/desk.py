"""What the desk notes during the hour: moments, the way of attendance, desks' totals, incidents."""

from datetime import time

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from guong.core.desk_totals import DeskTotals
from guong.core.hall_hour import Moment
from guong.core.outcome import Refused
from guong.core.wording import clock
from guong.office.accounts.access import needs, officer, usable_in_hall
from guong.office.conferences import refusals, services
from guong.office.conferences.models import Conference
from guong.office.conferences.views.ground import HALL, ORGANISE, back_to_hall, found, number_of
from guong.ui.telling import tell

_DIGITS = 6
_LONGEST = 500


@usable_in_hall
@needs(HALL, ORGANISE)
@require_POST
def moment(request: HttpRequest, key: str) -> HttpResponse:
    """Note when something happened: now, the hour typed, or not at all where the hour was emptied."""
    conference = found(request, key)
    try:
        what = Moment(request.POST.get("moment", ""))
        typed = request.POST.get("at", "")
        at = (
            timezone.localtime().time()
            if request.POST.get("now")
            else time.fromisoformat(typed)
            if typed
            else None
        )
    except ValueError as error:
        raise Http404 from error
    if at is None:
        services.forget_moment(conference=conference, moment=what)
        return back_to_hall(key, "gio")
    outcome = services.note_moment(actor=officer(request), conference=conference, moment=what, at=at)
    said = (
        ""
        if isinstance(outcome, Refused)
        else f"Đã ghi {clock(outcome)}: {what.words(subjects=conference.subjects.count())}."
    )
    tell(request, outcome, said)
    return back_to_hall(key, "gio")


@needs(HALL, ORGANISE)
@require_POST
def attendance_way(request: HttpRequest, key: str) -> HttpResponse:
    """Choose what the record of attendance is."""
    chosen = request.POST.get("attendance", "")
    outcome = services.choose_attendance(
        actor=officer(request),
        conference=found(request, key),
        attendance=chosen if chosen in dict(Conference.ATTENDANCE) else Conference.TICKS,
        desks=number_of(request, "desks"),
    )
    tell(request, outcome, "Đã lưu cách ghi người có mặt.")
    return back_to_hall(key)


@usable_in_hall
@needs(HALL, ORGANISE)
@require_POST
def desk_totals(request: HttpRequest, key: str) -> HttpResponse:
    """Type one desk's totals."""
    conference = found(request, key)
    outcome: DeskTotals | Refused = refusals.NOT_A_NUMBER
    typed = [request.POST.get(name, "").strip() for name in ("signatures", "paper_sets", "slips_left")]
    if all(number.isascii() and number.isdecimal() and len(number) < _DIGITS for number in typed):
        signatures, sets, left = map(int, typed)
        outcome = services.type_desk_totals(
            actor=officer(request),
            conference=conference,
            number=number_of(request, "number"),
            totals=DeskTotals(signatures, sets, left),
        )
    tell(request, outcome, "Đã ghi tổng số của bàn.")
    return back_to_hall(key, "diem-danh")


@usable_in_hall
@needs(HALL, ORGANISE)
@require_POST
def incident(request: HttpRequest, key: str) -> HttpResponse:
    """Note an incident without leaving the desk."""
    outcome = services.note_incident(
        actor=officer(request),
        conference=found(request, key),
        text=request.POST.get("text", "")[:_LONGEST],
        settled=request.POST.get("settled", "")[:_LONGEST],
    )
    tell(request, outcome, "Đã ghi sự việc; sự việc được in vào biên bản hội nghị.")
    return back_to_hall(key, "su-viec")
