"""Two small layers around every console page: nothing is cached, and a session ends after a working day."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

type_of_next = Callable[[HttpRequest], HttpResponse]
_BEGAN = "guong_began"


def no_store(get_response: type_of_next) -> type_of_next:
    """Mark every page as not to be kept by browsers or proxies."""

    def layer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return layer


def session_end(get_response: type_of_next) -> type_of_next:
    """Sign an officer out ``GUONG_SESSION_HOURS`` after signing in, however busy the session was."""

    def layer(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = int(time.time())
            began = request.session.setdefault(_BEGAN, now)
            if now - began >= settings.GUONG_SESSION_HOURS * 3600:
                logout(request)
        return get_response(request)

    return layer
