"""The guard of every page: signed in, and holding the permission."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from guong.office.accounts.models import User

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


def officer(request: HttpRequest) -> User:
    """Return the signed-in officer of a guarded view. Raises PermissionDenied for visitors."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
