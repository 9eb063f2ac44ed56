"""The desk that stays usable past the idle limit: switched on and off here, taken away from elsewhere (decision 0019)."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from guong.core.outcome import Refused
from guong.core.wording import clock
from guong.office.accounts import selectors as accounts
from guong.office.accounts import services as accounts_services
from guong.office.accounts.access import needs, officer, session_digest, usable_in_hall
from guong.office.conferences import services
from guong.office.conferences.models import Conference
from guong.office.conferences.views.ground import HALL, ORGANISE, back_to_hall, found, number_of
from guong.ui.telling import tell

_PART = "may"


def hall_mode_context(request: HttpRequest, conference: Conference) -> dict[str, Any]:
    """Return this machine's pass, those of other machines, and whether this one is kept by its pass alone."""
    here = session_digest(request.session)
    running = list(accounts.hall_passes_at(place_key=conference.key))
    return {
        "hall_mode": next((one for one in running if one.session_digest == here), None),
        "hall_mode_elsewhere": [one for one in running if one.session_digest != here],
        "is_desk_only": getattr(request, "hall_pass", None) is not None,
    }


@needs(HALL, ORGANISE)
@require_POST
def start(request: HttpRequest, key: str) -> HttpResponse:
    """Switch the hall mode on in this browser."""
    outcome = services.start_hall_mode(
        actor=officer(request), conference=found(request, key), session=request.session
    )
    until = "" if isinstance(outcome, Refused) else clock(timezone.localtime(outcome.ends_at))
    tell(request, outcome, f"Đã bật chế độ hội trường đến {until}: bàn này không tự thoát giữa hội nghị.")
    return back_to_hall(key)


@usable_in_hall
@needs(HALL, ORGANISE)
@require_POST
def end(request: HttpRequest, key: str) -> HttpResponse:
    """Switch it off in this browser, also when the desk has been idle: the machine then asks to sign in."""
    found(request, key)
    accounts_services.end_hall_pass(digest=session_digest(request.session))
    tell(request, None, "Đã tắt chế độ hội trường trên máy này.")
    return back_to_hall(key)


@needs(HALL, ORGANISE)
@require_POST
def revoke(request: HttpRequest, key: str) -> HttpResponse:
    """Take it away from another machine at the same conference."""
    services.revoke_hall_mode(
        actor=officer(request), conference=found(request, key), number=number_of(request, "number")
    )
    tell(request, None, "Đã thu hồi chế độ hội trường trên máy kia.")
    return back_to_hall(key, _PART)
