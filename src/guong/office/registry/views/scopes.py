"""The administrator's pages: the lead body, and which officer sees which unit."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.accounts.models import User
from guong.office.accounts.permissions import OWN_RESULT
from guong.office.accounts.selectors import account, officers
from guong.office.registry.forms import BodyForm, PersonForm, ScopeForm
from guong.office.registry.models import Level
from guong.office.registry.selectors import (
    all_units,
    assigned_units,
    heads_ever,
    person_of,
    units_by_officer,
)
from guong.office.registry.services import (
    link_person,
    narrow_scope,
    open_body,
    unlink_person,
    widen_scope,
)


@needs("manage_accounts")
@require_GET
def scope_list(request: HttpRequest) -> HttpResponse:
    """Officers with the units given to them."""
    people = list(officers())
    given = units_by_officer(users=people)
    rows = [{"officer": user, "units": given.get(user.pk, [])} for user in people]
    return render(request, "registry/scopes.html", {"rows": rows, "empty": not all_units().exists()})


@needs("manage_accounts")
@require_http_methods(["GET", "POST"])
def new_body(request: HttpRequest) -> HttpResponse:
    """Make the lead body."""
    form = BodyForm(request.POST or None)
    if form.is_valid():
        given = form.cleaned_data
        made = open_body(
            key=given["key"], name=given["name"], level=Level(given["level"]), actor=officer(request)
        )
        if not isinstance(made, Refused):
            messages.success(request, f"Đã thêm {made.name}.")
            return redirect("registry:scopes")
        form.add_error("key", made.sentence)
    return render(request, "registry/body.html", {"form": form}, status=422 if form.is_bound else 200)


@needs("manage_accounts")
@require_http_methods(["GET", "POST"])
def scope(request: HttpRequest, key: str) -> HttpResponse:
    """One officer's units: see, add."""
    user = _found(key)
    form = ScopeForm(request.POST or None, units=all_units())
    if form.is_valid():
        widen_scope(user=user, name=user.full_name, unit=form.cleaned_data["unit"], actor=officer(request))
        return redirect("registry:scope", key=key)
    context = {"form": form, "officer": user, "units": assigned_units(user=user)} | _whose(user)
    return render(request, "registry/scope.html", context, status=422 if form.is_bound else 200)


@needs("manage_accounts")
@require_POST
def leave(request: HttpRequest, key: str, unit_id: int) -> HttpResponse:
    """Take a unit from an officer."""
    user = _found(key)
    unit = all_units().filter(id=unit_id).first()
    if unit is None:
        raise Http404
    narrow_scope(user=user, name=user.full_name, unit=unit, actor=officer(request))
    return redirect("registry:scope", key=key)


@needs("manage_accounts")
@require_POST
def link(request: HttpRequest, key: str) -> HttpResponse:
    """Say which head of a unit an account belongs to."""
    user = _found(key)
    form = PersonForm(request.POST, posts=heads_ever())
    if not user.has_perm(f"accounts.{OWN_RESULT}"):
        raise Http404
    if not form.is_valid():
        messages.error(request, str(form.errors["post"][0]))
        return redirect("registry:scope", key=key)
    person = form.cleaned_data["post"].person
    linked = link_person(user=user, name=user.full_name, person=person, actor=officer(request))
    if isinstance(linked, Refused):
        messages.error(request, linked.sentence)
    else:
        messages.success(request, f"Tài khoản này đọc được kết quả của đồng chí {person.full_name}.")
    return redirect("registry:scope", key=key)


@needs("manage_accounts")
@require_POST
def unlink(request: HttpRequest, key: str) -> HttpResponse:
    """Say that an account belongs to nobody."""
    user = _found(key)
    unlink_person(user=user, name=user.full_name, actor=officer(request))
    return redirect("registry:scope", key=key)


def _whose(user: User) -> dict[str, object]:
    if not user.has_perm(f"accounts.{OWN_RESULT}"):
        return {}
    return {"person": person_of(user=user), "person_form": PersonForm(None, posts=heads_ever())}


def _found(key: str) -> User:
    user = account(key=key)
    if user is None:
        raise Http404
    return user
