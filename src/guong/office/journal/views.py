"""The journal for reading."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from guong.office.journal.selectors import entries, verify_chain

# Named as text: this room stands below the accounts.
_READERS = ("accounts.organise_conference", "accounts.manage_accounts", "accounts.observe")


@login_required
@require_GET
def entry_list(request: HttpRequest) -> HttpResponse:
    """Entries, newest first, and whether the chain is whole."""
    if not any(request.user.has_perm(name) for name in _READERS):
        raise PermissionDenied
    page = Paginator(entries(), 100).get_page(request.GET.get("trang"))
    return render(request, "journal/list.html", {"page": page, "chain": verify_chain()})
