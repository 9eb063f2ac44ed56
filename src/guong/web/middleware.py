"""Two small layers around every console page: nothing is cached, and a session ends when idle or after a working day."""

import secrets
import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from guong.office.accounts.access import (
    SESSION_BEGAN,
    SESSION_HAS_PASS,
    SESSION_MARK,
    is_usable_in_hall,
    session_digest,
)
from guong.office.accounts.models import HallPass, User
from guong.office.accounts.selectors import hall_pass_of
from guong.office.accounts.services import end_hall_pass

type_of_next = Callable[[HttpRequest], HttpResponse]
STAMP = "guong_stamp"
# Pages on a projector ask again by themselves; that is nobody's work and keeps nobody signed in.
_BY_THEMSELVES = {"conferences:hall-screen", "draws:projector", "draws:projector-part"}
_SIGN_OUT = "account_logout"


def no_store(get_response: type_of_next) -> type_of_next:
    """Mark every page as not to be kept by browsers or proxies."""

    def layer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return layer


def session_end(get_response: type_of_next) -> type_of_next:
    """Sign an officer out after ``GUONG_IDLE_MINUTES`` without a page, and ``GUONG_SESSION_HOURS`` after signing in.

    The moment of the last page stands in a signed cookie, never in the register: a row written beside each tick of the
    attendance list would put a time beside it in the database's log (DESIGN §4.8). A request without the cookie of its
    session is idle too, and pages that ask by themselves don't count. An idle session with a hall pass keeps its desk
    and nothing else (decision 0019).
    """

    def layer(request: HttpRequest) -> HttpResponse:
        with_pass = session_digest(request.session) if SESSION_HAS_PASS in request.session else ""
        is_kept = _is_kept_by_pass(request)
        response = get_response(request)
        if with_pass and session_digest(request.session) != with_pass:
            end_hall_pass(digest=with_pass)
        if request.user.is_authenticated and not is_kept and not _asked_by_itself(request):
            _stamp(request, response)
        return response

    return layer


def _is_kept_by_pass(request: HttpRequest) -> bool:
    """Sign out a session that is over; of an idle one with a pass let the desk's own pages through and tell so.

    Its other pages meet a visitor: they ask to sign in again, and the same officer's session then goes on.
    """
    if not isinstance(request.user, User):
        return False
    if SESSION_BEGAN not in request.session:
        _begin(request)
        return False
    if _is_day_over(request):
        logout(request)
        return False
    if _is_stamped(request, within=settings.GUONG_IDLE_MINUTES * 60):
        return False
    running = (
        hall_pass_of(user=request.user, session=request.session)
        if _is_stamped(request, within=None)
        else None
    )
    if running is None:
        logout(request)
        return False
    request.hall_pass = running  # type: ignore[attr-defined]  # for the pages that say why they ask
    if _is_of_the_desk(request, running):
        return True
    request.user = AnonymousUser()
    return False


def _is_day_over(request: HttpRequest) -> bool:
    return bool(time.time() - request.session[SESSION_BEGAN] >= settings.GUONG_SESSION_HOURS * 3600)


def _is_stamped(request: HttpRequest, *, within: int | None) -> bool:
    """Tell whether the browser brings the stamp of this very session, at most ``within`` seconds old; of any age for None."""
    try:
        marked = _signer().unsign(request.COOKIES.get(STAMP, ""), max_age=within)
    except signing.BadSignature:
        return False
    return secrets.compare_digest(marked, str(request.session.get(SESSION_MARK, "")))


def _is_of_the_desk(request: HttpRequest, running: HallPass) -> bool:
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return False
    own = is_usable_in_hall(match.func) and match.kwargs.get("key") == running.place_key
    return own or match.view_name == _SIGN_OUT


def _asked_by_itself(request: HttpRequest) -> bool:
    return request.resolver_match is not None and request.resolver_match.view_name in _BY_THEMSELVES


def _stamp(request: HttpRequest, response: HttpResponse) -> None:
    if SESSION_BEGAN not in request.session:
        _begin(request)
    response.set_cookie(
        STAMP,
        _signer().sign(request.session[SESSION_MARK]),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _begin(request: HttpRequest) -> None:
    request.session[SESSION_BEGAN] = int(time.time())
    request.session[SESSION_MARK] = secrets.token_hex(16)


def _signer() -> signing.TimestampSigner:
    return signing.TimestampSigner(salt=STAMP)
