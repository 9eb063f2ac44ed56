"""The administrator's pages: accounts, roles, locking. Nobody changes the own account here."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.accounts.forms import NewOfficerForm, RolesForm
from guong.office.accounts.models import User
from guong.office.accounts.selectors import account, all_accounts, roles_of
from guong.office.accounts.services import open_account, renew_password, set_active, set_roles


@needs("manage_accounts")
@require_GET
def account_list(request: HttpRequest) -> HttpResponse:
    """All accounts with their roles."""
    rows = [{"officer": user, "roles": roles_of(user=user)} for user in all_accounts()]
    return render(request, "accounts/list.html", {"rows": rows})


@needs("manage_accounts")
@require_http_methods(["GET", "POST"])
def new_account(request: HttpRequest) -> HttpResponse:
    """Make an account; its first password is shown once."""
    form = NewOfficerForm(request.POST or None)
    if not form.is_valid():
        return render(request, "accounts/new.html", {"form": form}, status=422 if form.is_bound else 200)
    made = open_account(
        username=form.cleaned_data["username"],
        full_name=form.cleaned_data["full_name"],
        roles=form.chosen(),
        actor=officer(request),
    )
    if isinstance(made, Refused):
        form.add_error("username", made.sentence)
        return render(request, "accounts/new.html", {"form": form}, status=422)
    return _password_page(request, made[0], made[1])


@needs("manage_accounts")
@require_http_methods(["GET", "POST"])
def one_account(request: HttpRequest, key: str) -> HttpResponse:
    """Change the roles of an account."""
    user = _found(key)
    form = RolesForm(request.POST or None, initial={"roles": [role.value for role in roles_of(user=user)]})
    if form.is_valid():
        _say(request, set_roles(user=user, roles=form.chosen(), actor=officer(request)), "Đã đổi vai trò.")
        return redirect("accounts:list")
    return render(request, "accounts/one.html", {"form": form, "officer": user, "own": user == request.user})


@needs("manage_accounts")
@require_POST
def lock(request: HttpRequest, key: str) -> HttpResponse:
    """Lock an open account, unlock a locked one."""
    user = _found(key)
    done = "Đã khoá tài khoản." if user.is_active else "Đã mở khoá tài khoản."
    _say(request, set_active(user=user, active=not user.is_active, actor=officer(request)), done)
    return redirect("accounts:list")


@needs("manage_accounts")
@require_POST
def renew(request: HttpRequest, key: str) -> HttpResponse:
    """Give a first password again."""
    user = _found(key)
    return _password_page(request, user, renew_password(user=user, actor=officer(request)))


def _found(key: str) -> User:
    user = account(key=key)
    if user is None:
        raise Http404
    return user


def _password_page(request: HttpRequest, user: User, password: str) -> HttpResponse:
    return render(request, "accounts/password.html", {"officer": user, "password": password})


def _say(request: HttpRequest, outcome: User | Refused, done: str) -> None:
    if isinstance(outcome, Refused):
        messages.error(request, outcome.sentence)
    else:
        messages.success(request, done)
