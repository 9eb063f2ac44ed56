"""Acts that can't be taken back, or that carry something out of the house, ask for the password again (security.md §2 no. 19).

Opening and closing a poll aren't among them: they need a second person's word (decision on two persons at the desk).
"""

import time
from collections.abc import Callable
from typing import Any

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from guong.office.accounts.models import User

# A page with something to fill in asks before it is filled in, so that nothing typed is lost.
AT_THE_DOOR = frozenset(
    {
        "counting:destroy",
        "counting:day_destroy",
        "counting:day_archive",
        "counting:day_ballots",
        "release:announcement",
        "release:closing",
        "release:correction",
        "accounts:new",
    }
)
# A bare button asks when it is pressed.
AT_THE_BUTTON = frozenset(
    {
        "conferences:hall-mode",
        "counting:seal",
        "counting:box",
        "counting:bundle_file",
        "counting:day_boxes",
        "counting:day_bundle_file",
        "remarks:end",
        "release:export",
        "release:report",
        "release:round_papers",
        "release:advance",
        "release:back",
        "release:back_person",
        "release:advance_person",
        "release:reopen",
        "accounts:one",
        "accounts:renew",
    }
)
_SENTENCE = "Việc đồng chí vừa bấm cần xác nhận lại. Xác nhận xong, đồng chí bấm lại một lần."


class AskedAgain:
    """Leads an officer whose last sign-in or confirmation is older than ``GUONG_CONFIRM_MINUTES`` to the confirming page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Hand the request on."""
        return self._get_response(request)

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        """Ask again, or let the view answer."""
        name = request.resolver_match.view_name if request.resolver_match else ""
        asks = name in AT_THE_DOOR or (name in AT_THE_BUTTON and request.method == "POST")
        if not asks or not settings.GUONG_SECOND_STEP or _has_confirmed(request):
            return None
        if request.method == "POST":
            messages.warning(request, _SENTENCE)
        return redirect(f"{reverse('account_reauthenticate')}?{urlencode({'next': _page_of(request)})}")


def _has_confirmed(request: HttpRequest) -> bool:
    if not isinstance(request.user, User):
        return True  # the view sends visitors to the sign-in page
    moments = [float(record["at"]) for record in get_authentication_records(request, request.user)]
    return time.time() - max(moments, default=0.0) < settings.GUONG_CONFIRM_MINUTES * 60


def _page_of(request: HttpRequest) -> str:
    """The page on which the officer stood: its own address, or where the button was pressed."""
    if request.method != "POST":
        return request.get_full_path()
    page = request.headers.get("Referer", "")
    known = url_has_allowed_host_and_scheme(
        page, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return page if known else "/"
