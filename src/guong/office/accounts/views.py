"""The officer's own account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from guong.office.accounts.access import needs, officer
from guong.office.accounts.selectors import has_second_step, roles_of


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
