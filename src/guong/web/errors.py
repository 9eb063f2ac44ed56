"""Pages for what went wrong: a plain sentence and a way on, never data (research/security.md §2 no. 77)."""

import errno
import sys

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from guong.ballots.store import StorageFull
from guong.web import language

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page was open too long or came from elsewhere."""
    return _page(request, "csrf", 403)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The account lacks the permission."""
    return _page(request, "403", 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No such page, or one of a unit outside the officer's scope: both look alike."""
    return _page(request, "404", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """A full disk, or a bug: the page uses no database and no context processor."""
    if _is_disk_full(sys.exc_info()[1]):
        return _page(request, "507", 507)
    return _page(request, "500", 500)


def _page(request: HttpRequest, name: str, status: int) -> HttpResponse:
    """Render without context processors, which may ask the database; every page of ours that tells of a fault has English."""
    with translation.override(language.chosen(request)):
        switch = language.offered(request) if request.method == "GET" else {}
        return render(None, f"ui/errors/{name}.html", switch, status=status)


def _is_disk_full(error: BaseException | None) -> bool:
    """Tell whether a file, the register (SQLite, PostgreSQL) or the urn could not be written for want of room."""
    if isinstance(error, OSError):
        return error.errno in _FULL
    if isinstance(error, OperationalError):
        said = str(error).lower()
        return "disk is full" in said or "no space left" in said or "disk full" in said
    return isinstance(error, StorageFull)
