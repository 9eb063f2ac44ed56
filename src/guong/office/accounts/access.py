"""The guard of every page: signed in, and holding the permission."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.contrib.sessions.backends.base import SessionBase
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.utils.crypto import constant_time_compare, salted_hmac

from guong.core import crockford
from guong.office.accounts.models import User

SESSION_BEGAN = "guong_began"
SESSION_MARK = "guong_mark"
SESSION_HAS_PASS = "guong_hall"
_LINK_CHARACTERS = 10
_IN_HALL = "usable_in_hall"
View = Callable[..., HttpResponseBase]


def needs(*codenames: str) -> Callable[[View], View]:
    """Guard a view: visitors go to the sign-in page, officers without any of the permissions get the 403 page.

    ``codenames`` are those of `models.Access`; one of them is enough. Without any the officer must only be signed in.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if codenames and not any(request.user.has_perm(f"accounts.{name}") for name in codenames):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return login_required(guarded)

    return guard


def usable_in_hall(view: View) -> View:
    """Name a view that a hall pass keeps open past the idle limit (decision 0019); every other view asks to sign in again.

    The view must take the conference's key as ``key``: a pass is good for its own conference only.
    """
    view.__dict__[_IN_HALL] = True
    return view


def is_usable_in_hall(view: View) -> bool:
    """Tell whether a view was named by `usable_in_hall`."""
    return bool(getattr(view, _IN_HALL, False))


def session_digest(session: SessionBase) -> str:
    """Return what a hall pass knows its session by: SHA-256 (hex) of the session's mark; empty before the session has one."""
    mark = session.get(SESSION_MARK)
    return hashlib.sha256(str(mark).encode()).hexdigest() if mark else ""


def link_code(page: str, number: int) -> str:
    """Return the code in the link of one page that opens without signing in: 50 bits in two groups, short enough to type.

    It is derived from the server's secret, so nothing is kept. Only for pages that show what a whole hall may read.
    """
    digest = salted_hmac(f"guong.link.{page}", str(number), algorithm="sha256").digest()
    code = crockford.encode(digest, _LINK_CHARACTERS)
    return f"{code[:5]}-{code[5:]}"


def is_link_code(page: str, number: int, typed: str) -> bool:
    """Tell whether a typed code is that page's (any case, O for 0)."""
    return constant_time_compare(crockford.tidy(typed), crockford.tidy(link_code(page, number)))


def officer(request: HttpRequest) -> User:
    """Return the signed-in officer of a guarded view. Raises PermissionDenied for visitors."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
