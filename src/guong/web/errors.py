"""Pages for what went wrong: a plain sentence and a way on, never data (research/security.md §2 no. 77)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


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
    """A bug: the page uses no database and no context processor."""
    return render(None, "ui/errors/500.html", status=500)
