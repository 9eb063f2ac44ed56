"""The journal for reading."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from guong.office.journal.selectors import entries, entry_of_code, head, verify_chain

# Named as text: this room stands below the accounts.
_LONGEST_CODE = 40  # sixteen digits, and whatever blanks were typed
_READERS = ("accounts.organise_conference", "accounts.manage_accounts", "accounts.observe")


@login_required
@require_GET
def entry_list(request: HttpRequest) -> HttpResponse:
    """Entries, newest first, whether the chain is whole, and to which entry a code printed in minutes belongs."""
    if not any(request.user.has_perm(name) for name in _READERS):
        raise PermissionDenied
    page = Paginator(entries(), 100).get_page(request.GET.get("trang"))
    code = request.GET.get("ma", "").strip()[:_LONGEST_CODE]
    context = {
        "page": page,
        "chain": verify_chain(),
        "head": head(),
        "code": code,
        "number": entry_of_code(code) if code else None,
    }
    return render(request, "journal/list.html", context)
