"""The demo's ways in: a roster on the sign-in page, and one-time links. Neither exists outside the demo or off this machine."""

from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any

from allauth.account.views import LoginView
from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from guong.office.accounts import selectors
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.accounts.services import use_link

_LOOPBACK = {"127.0.0.1", "localhost", "[::1]"}


@dataclass(frozen=True)
class RosterLine:
    """An account of the demo: name, roles, and what these do."""

    key: str
    name: str
    roles: str
    work: str


class SignIn(LoginView):  # type: ignore[misc]  # allauth bears no types
    """Signing in; the demo shows its accounts beside it."""

    def get_context_data(self, **given: Any) -> dict[str, Any]:
        """Add ``roster``, empty outside the demo, and ``is_new`` where nobody could make accounts yet."""
        context: dict[str, Any] = super().get_context_data(**given)
        return context | {
            "roster": _roster() if _is_demo_here(self.request) else [],
            "is_new": not selectors.has_administrator(),
        }


@require_POST
def enter_as(request: HttpRequest) -> HttpResponse:
    """Sign in as an account of the roster. 404 outside the demo, off this machine, and for accounts not on it."""
    if not _is_demo_here(request):
        raise Http404
    user = selectors.account(key=request.POST.get("account", ""))
    if user is None or user.key not in {line.key for line in _roster()}:
        raise Http404
    return _entered(request, user)


@require_GET
def enter(request: HttpRequest, secret: str) -> HttpResponse:
    """Sign in through a one-time link of the demo, from this machine only."""
    if not settings.GUONG_DEMO or not _from_this_machine(request):
        raise Http404
    user = use_link(secret=secret)
    if user is None:
        return render(request, "accounts/link_used.html", status=410)
    return _entered(request, user)


def _entered(request: HttpRequest, user: User) -> HttpResponse:
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect("/")


def _roster() -> list[RosterLine]:
    """The demo's own accounts, in the order of roles: they have no password, so that one made by hand never stands here."""
    held = [
        (user, selectors.roles_of(user=user))
        for user in selectors.officers().prefetch_related("groups")
        if not user.has_usable_password()
    ]
    order = list(Role)
    held.sort(key=lambda one: [order.index(role) for role in one[1]])
    return [
        RosterLine(
            user.key,
            user.full_name,
            ", ".join(role.label for role in roles),
            " ".join(role.work for role in roles),
        )
        for user, roles in held
    ]


def _is_demo_here(request: HttpRequest) -> bool:
    """Tell whether this is the demo, asked for by this machine under a name of its own, not through a proxy's."""
    name = request.get_host().rsplit(":", 1)[0] if settings.GUONG_DEMO else ""
    return name in _LOOPBACK and _from_this_machine(request)


def _from_this_machine(request: HttpRequest) -> bool:
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
