"""Two small layers around every console page: nothing is cached, and a session ends when idle or after a working day."""

import secrets
import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.core import signing
from django.http import HttpRequest, HttpResponse

type_of_next = Callable[[HttpRequest], HttpResponse]
STAMP = "guong_stamp"
# Pages on a projector ask again by themselves; that is nobody's work and keeps nobody signed in.
_BY_THEMSELVES = {"conferences:hall-screen", "draws:projector", "draws:projector-part"}
_BEGAN = "guong_began"
_MARK = "guong_mark"


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
    session is idle too, and pages that ask by themselves don't count.
    """

    def layer(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and _BEGAN in request.session and _is_over(request):
            logout(request)
        response = get_response(request)
        if request.user.is_authenticated and not _asked_by_itself(request):
            _stamp(request, response)
        return response

    return layer


def _is_over(request: HttpRequest) -> bool:
    if time.time() - request.session[_BEGAN] >= settings.GUONG_SESSION_HOURS * 3600:
        return True
    try:
        idle = settings.GUONG_IDLE_MINUTES * 60
        marked = _signer().unsign(request.COOKIES.get(STAMP, ""), max_age=idle)
    except signing.BadSignature:
        return True
    return not secrets.compare_digest(marked, str(request.session.get(_MARK, "")))


def _asked_by_itself(request: HttpRequest) -> bool:
    return request.resolver_match is not None and request.resolver_match.view_name in _BY_THEMSELVES


def _stamp(request: HttpRequest, response: HttpResponse) -> None:
    if _BEGAN not in request.session:
        request.session[_BEGAN] = int(time.time())
        request.session[_MARK] = secrets.token_hex(16)
    response.set_cookie(
        STAMP,
        _signer().sign(request.session[_MARK]),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _signer() -> signing.TimestampSigner:
    return signing.TimestampSigner(salt=STAMP)
