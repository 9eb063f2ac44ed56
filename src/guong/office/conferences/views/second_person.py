"""The second person: choosing numbers for confirming, asking another officer, confirming for one (decision 0013)."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from guong.office.accounts.access import needs, officer
from guong.office.conferences import selectors, services
from guong.office.conferences.details import ByPin
from guong.office.conferences.models import Conference
from guong.office.conferences.pins import DEMO_PIN
from guong.office.conferences.views.ground import HALL, ORGANISE, found, number_of
from guong.ui.telling import tell


def second_context(request: HttpRequest, conference: Conference) -> dict[str, Any]:
    """Return what a page needs to show who may confirm, and what was asked already."""
    asked = selectors.asked_act(conference)
    keepers = selectors.keepers_of(conference)
    return {
        "keepers": keepers,
        "someone_confirms": any(keeper.pin_digest for keeper in keepers),
        "demo_pin": DEMO_PIN,
        "asked": asked,
        "asked_is_mine": asked is not None and asked.officer_id == officer(request).pk,
    }


def second_of(request: HttpRequest) -> ByPin | None:
    """Return who confirms by the own number on this page, None where nobody was chosen."""
    member = number_of(request, "member")
    return ByPin(member, request.POST.get("pin", "").strip()) if member else None


@needs(ORGANISE, HALL)
@require_http_methods(["GET", "POST"])
def pins(request: HttpRequest, key: str) -> HttpResponse:
    """Keepers of key envelopes sit down one after the other and choose their numbers."""
    conference = found(request, key)
    if request.method == "POST":
        outcome = services.choose_pin(
            actor=officer(request),
            conference=conference,
            member_id=number_of(request, "member"),
            pin=request.POST.get("pin", "").strip(),
            again=request.POST.get("again", "").strip(),
        )
        tell(request, outcome, "Đã ghi mã xác nhận. Đồng chí nhớ mã, không ghi ra giấy.")
        return redirect("conferences:pins", key=key)
    context = {"conference": conference, "keepers": selectors.keepers_of(conference)}
    return render(request, "conferences/pins.html", context)


@needs(ORGANISE, HALL)
@require_POST
def ask(request: HttpRequest, key: str) -> HttpResponse:
    """Ask another officer to confirm the opening or the closing."""
    act = "close" if request.POST.get("act") == "close" else "open"
    outcome = services.ask_second(
        actor=officer(request),
        conference=found(request, key),
        act=act,
        sure=request.POST.getlist("sure"),
    )
    tell(
        request,
        outcome,
        "Đã nhờ. Cán bộ kia đăng nhập trên máy của mình, vào trang “Trong hội nghị” để xác nhận.",
    )
    return redirect("conferences:hall", key=key)


@needs(ORGANISE, HALL)
@require_POST
def withdraw(request: HttpRequest, key: str) -> HttpResponse:
    """Take back what was asked, or decline it."""
    services.withdraw_asked(conference=found(request, key))
    tell(request, None, "Đã bỏ đề nghị xác nhận.")
    return redirect("conferences:hall", key=key)


@needs(ORGANISE, HALL)
@require_POST
def confirm(request: HttpRequest, key: str) -> HttpResponse:
    """Confirm what another officer asked; it is done at once."""
    outcome = services.confirm_asked(actor=officer(request), conference=found(request, key))
    tell(request, outcome, "Đã xác nhận.")
    return redirect("conferences:hall", key=key)
