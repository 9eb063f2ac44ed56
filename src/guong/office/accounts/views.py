"""The officer's own account, and the demo's way in."""

from ipaddress import ip_address

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from guong.office.accounts.access import needs, officer
from guong.office.accounts.selectors import has_second_step, roles_of
from guong.office.accounts.services import use_link


@require_GET
def enter(request: HttpRequest, secret: str) -> HttpResponse:
    """Sign in through a one-time link of the demo, from this machine only."""
    if not settings.GUONG_DEMO or not _from_this_machine(request):
        raise Http404
    user = use_link(secret=secret)
    if user is None:
        return render(request, "accounts/link_used.html", status=410)
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect("/")


@needs()
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """Name, roles, password and second step of the signed-in officer."""
    user = officer(request)
    context = {
        "roles": [role.label for role in roles_of(user=user)],
        "second_step": has_second_step(user=user),
    }
    return render(request, "accounts/mine.html", context)


def _from_this_machine(request: HttpRequest) -> bool:
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
