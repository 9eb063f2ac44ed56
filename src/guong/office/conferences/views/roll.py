"""The roll: built, agreed, changed by the chair; who is off it and why."""

from collections.abc import Callable, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.conferences import refusals, selectors, services
from guong.office.conferences.candidates import Candidate
from guong.office.conferences.forms import RollChangeForm
from guong.office.conferences.models import Conference, RollEntry
from guong.office.conferences.views.ground import OBSERVE, ORGANISE, found, version_of
from guong.ui.telling import tell


@needs(ORGANISE, OBSERVE)
@require_GET
def roll(request: HttpRequest, key: str) -> HttpResponse:
    """The roll in numbers first, then by name."""
    conference = found(request, key)
    context = {
        "conference": conference,
        "asks_ward": selectors.asks_ward(conference),
        "numbers": selectors.roll_numbers(conference),
        "roll": conference.roll.all(),
        "off_roll": conference.off_roll.all(),
        "changes": conference.roll_changes.all(),
        "may_rebuild": selectors.request_of(conference) is None,
        "may_change": selectors.state_of(conference) in (None, PollState.PREPARED),
        "add_form": _add_form(conference),
        "remove_form": _remove_form(conference),
    }
    return render(request, "conferences/roll.html", context)


@needs(ORGANISE)
@require_POST
def build(request: HttpRequest, key: str) -> HttpResponse:
    """Build the roll from the register."""
    conference = found(request, key)
    outcome = services.build_roll(actor=officer(request), conference=conference, version=version_of(request))
    tell(request, outcome, "Đã lập danh sách từ sổ bộ. Đề nghị kiểm tra rồi chốt.")
    return redirect("conferences:roll", key=key)


@needs(ORGANISE)
@require_POST
def agree(request: HttpRequest, key: str) -> HttpResponse:
    """Agree the roll."""
    conference = found(request, key)
    outcome = services.agree_roll(actor=officer(request), conference=conference, version=version_of(request))
    if tell(request, outcome, "Đã chốt danh sách người tham gia góp ý."):
        return redirect("conferences:detail", key=key)
    return redirect("conferences:roll", key=key)


@needs(ORGANISE)
@require_POST
def add(request: HttpRequest, key: str) -> HttpResponse:
    """Add one person by decision of the chair."""
    done = "Đã bổ sung vào danh sách và ghi tên người chủ trì quyết định."
    return _change(request, key, form_of=_add_form, change=services.add_to_roll, done=done)


@needs(ORGANISE)
@require_POST
def remove(request: HttpRequest, key: str) -> HttpResponse:
    """Take one person off by decision of the chair."""
    done = "Đã rút khỏi danh sách và ghi tên người chủ trì quyết định."
    return _change(request, key, form_of=_remove_form, change=services.remove_from_roll, done=done)


def _change(
    request: HttpRequest,
    key: str,
    *,
    form_of: Callable[[Conference, HttpRequest], RollChangeForm],
    change: Callable[..., Conference | Refused],
    done: str,
) -> HttpResponse:
    conference = found(request, key)
    form = form_of(conference, request)
    if form.is_valid():
        outcome = change(
            actor=officer(request),
            conference=conference,
            version=version_of(request),
            person=form.chosen,
            reason=form.cleaned_data["reason"],
            chair_name=form.cleaned_data["chair_name"],
        )
        tell(request, outcome, done)
    else:
        tell(request, refusals.NEEDS_REASON)
    return redirect("conferences:roll", key=key)


def _add_form(conference: Conference, request: HttpRequest | None = None) -> RollChangeForm:
    return _form(conference, request, selectors.candidates_for_roll(conference), prefix="add")


def _remove_form(conference: Conference, request: HttpRequest | None = None) -> RollChangeForm:
    return _form(conference, request, list(conference.roll.select_related("person")), prefix="remove")


def _form(
    conference: Conference,
    request: HttpRequest | None,
    people: Sequence[Candidate | RollEntry],
    *,
    prefix: str,
) -> RollChangeForm:
    return RollChangeForm(
        request.POST if request else None,
        people=people,
        initial={"chair_name": conference.chair_name},
        auto_id=f"{prefix}-%s",
    )
