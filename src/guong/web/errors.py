"""Pages for what went wrong: a plain sentence and a way on, never data (research/security.md §2 no. 77)."""

import errno
import sys

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guong.ballots.store import StorageFull

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page was open too long or came from elsewhere."""
    return render(request, "ui/errors/csrf.html", status=403)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The account lacks the permission."""
    return render(request, "ui/errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No such page, or one of a unit outside the officer's scope: both look alike."""
    return render(request, "ui/errors/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """A full disk, or a bug: the page uses no database and no context processor."""
    if _is_disk_full(sys.exc_info()[1]):
        return render(None, "ui/errors/507.html", status=507)
    return render(None, "ui/errors/500.html", status=500)


def _is_disk_full(error: BaseException | None) -> bool:
    """Tell whether a file, the register (SQLite, PostgreSQL) or the urn could not be written for want of room."""
    if isinstance(error, OSError):
        return error.errno in _FULL
    if isinstance(error, OperationalError):
        said = str(error).lower()
        return "disk is full" in said or "no space left" in said or "disk full" in said
    return isinstance(error, StorageFull)
