"""The officer's own account."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from guong.office.accounts import services
from guong.office.accounts.access import needs, officer, session_digest
from guong.office.accounts.selectors import hall_passes_of, has_second_step, roles_of

_DIGITS = 10


@needs()
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """Name, roles, password, second step and running hall passes of the signed-in officer."""
    user = officer(request)
    context = {
        "roles": [role.label for role in roles_of(user=user)],
        "second_step": has_second_step(user=user),
        "hall_passes": hall_passes_of(user=user),
        "here": session_digest(request.session),
    }
    return render(request, "accounts/mine.html", context)


@needs()
@require_POST
def revoke_pass(request: HttpRequest) -> HttpResponse:
    """Take one of the own hall passes away, on whatever machine it runs."""
    typed = request.POST.get("number", "")
    number = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < _DIGITS else 0
    services.revoke_hall_pass(actor=officer(request), number=number)
    messages.success(request, "Đã thu hồi chế độ hội trường.")
    return redirect("accounts:mine")
