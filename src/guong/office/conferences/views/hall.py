"""In the hall: attendance, paper sets, slips handed back, the end of casting."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from guong.core.hall_hour import rounded
from guong.core.lifecycle import PollState, SlotState
from guong.core.outcome import Refused
from guong.office.accounts.access import needs, usable_in_hall
from guong.office.conferences import selectors, services
from guong.office.conferences.models import Conference
from guong.office.conferences.views.ground import BEFORE_CASTING, CASTING, HALL, ORGANISE, back_to_hall, found
from guong.office.conferences.views.hall_mode import hall_mode_context
from guong.office.conferences.views.second_person import second_context
from guong.ui.telling import tell

_MARKS = {"exchange": SlotState.EXCHANGED, "spoil": SlotState.SPOILED}
_MARKED = {
    SlotState.EXCHANGED: "Đã ghi đổi thẻ. Thu thẻ lại, phát một bộ phiếu giấy rồi bấm “+1” ở ô phiếu giấy.",
    SlotState.SPOILED: "Đã ghi thẻ hỏng. Thu thẻ lại, mời người bỏ phiếu bốc thẻ khác.",
}
_EXCHANGED_ON_PAPER = (
    "Đã ghi đổi thẻ. Thu thẻ lại, phát một bộ phiếu giấy và ghi thêm một bộ vào danh sách của bàn."
)
_LONGEST_NAME = 80


@usable_in_hall
@needs(HALL, ORGANISE)
@require_GET
def hall(request: HttpRequest, key: str) -> HttpResponse:
    """The desk's one page: the hour, attendance, sets, slips, incidents; no count of ballots on it."""
    conference = found(request, key)
    state = selectors.state_of(conference)
    hour, noted = selectors.hour_lines(conference), selectors.noted_totals(conference)
    wanted = request.GET.get("tim", "")[:_LONGEST_NAME]
    may_tick = state in CASTING or state is PollState.PREPARED
    context = {
        "conference": conference,
        "state": selectors.STATE_TEXTS[state],
        "is_open": state is PollState.OPEN,
        "is_casting": state in CASTING,
        "may_tick": may_tick,
        "is_over": state not in CASTING and state not in BEFORE_CASTING,
        "may_choose": state in (None, PollState.PREPARED),
        "by_lists": conference.attendance == Conference.LISTS,
        "numbers": selectors.roll_numbers(conference),
        "noted": noted,
        "few_paper": may_tick and noted.paper_sets in selectors.FEW_PAPER_VOTERS,
        "hour": hour,
        "hour_noted": sum(line.at is not None for line in hour),
        "now": rounded(timezone.localtime().time()),
        "roll": selectors.roll_found(conference, wanted),
        "wanted": wanted,
        "desks": conference.desk_sheets.all(),
        "desks_missing": selectors.missing_desks(conference),
        "incidents": conference.incidents.all(),
        "shared_address": selectors.shared_address(conference),
        **second_context(request, conference),
        **hall_mode_context(request, conference),
    }
    return render(request, "conferences/hall.html", context)


@usable_in_hall
@needs(HALL, ORGANISE)
@require_POST
def attendance(request: HttpRequest, key: str) -> HttpResponse:
    """Tick or untick one person; answers the row alone where the page's script asked."""
    conference = found(request, key)
    person, present = request.POST.get("person", ""), request.POST.get("present") == "1"
    outcome = services.mark_present(
        conference=conference, person_id=int(person) if person.isdecimal() else 0, present=present
    )
    if request.headers.get("X-Part") == "row" and not isinstance(outcome, Refused):
        return _row(request, conference, int(person))
    if isinstance(outcome, Refused):
        tell(request, outcome, "")
    return back_to_hall(key, "diem-danh")


def _row(request: HttpRequest, conference: Conference, person_id: int) -> HttpResponse:
    context = {
        "conference": conference,
        "entry": conference.roll.filter(person_id=person_id).first(),
        "numbers": selectors.roll_numbers(conference),
        "may_tick": True,
    }
    return render(request, "conferences/parts/attendance_row.html", context)


@usable_in_hall
@needs(HALL, ORGANISE)
@require_POST
def paper_set(request: HttpRequest, key: str) -> HttpResponse:
    """One paper set more or less."""
    change = -1 if request.POST.get("change") == "-1" else 1
    outcome = services.count_paper_set(conference=found(request, key), change=change)
    if isinstance(outcome, Refused):
        tell(request, outcome, "")
    return back_to_hall(key, "giay")


@usable_in_hall
@needs(HALL, ORGANISE)
@require_POST
def slip(request: HttpRequest, key: str) -> HttpResponse:
    """Take a slip back as exchanged or spoiled; its code is neither stored nor shown again."""
    conference = found(request, key)
    mark = _MARKS.get(request.POST.get("mark", ""), SlotState.EXCHANGED)
    photo = request.FILES.get("photo")
    if photo is not None:
        outcome = services.take_back_slip_seen(conference=conference, photo=photo.read(), mark=mark)
    else:
        outcome = services.take_back_slip(conference=conference, code=request.POST.get("code", ""), mark=mark)
    on_paper = mark is SlotState.EXCHANGED and conference.attendance == Conference.LISTS
    tell(request, outcome, _EXCHANGED_ON_PAPER if on_paper else _MARKED[mark])
    return back_to_hall(key)
