"""Pages of the room: a poll from its list to its minutes. No page shows a number of votes."""

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from guong.core.outcome import Refused
from guong.core.paper_poll.ballot import Base
from guong.core.paper_poll.words import rule
from guong.office.accounts.access import needs, officer
from guong.office.paperpolls import selectors, services
from guong.office.paperpolls.forms import MinutesForm, PollForm, SheetsForm, TallyForm
from guong.office.paperpolls.models import PaperPoll
from guong.office.papers.selectors import filing_words
from guong.office.registry.selectors import units_in_scope
from guong.ui.telling import tell

ORGANISE, COUNT, ENTER = "organise_conference", "count_votes", "enter_paper"


@needs(ORGANISE, COUNT, ENTER)
@require_GET
def poll_list(request: HttpRequest) -> HttpResponse:
    """The polls of the officer's units, newest first."""
    rows = [selectors.progress_of(row) for row in selectors.polls_in_scope(user=request.user)]
    return render(request, "paperpolls/list.html", {"rows": rows, "may_make": _may(request, ORGANISE, COUNT)})


@needs(ORGANISE, COUNT)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Make a poll."""
    units = units_in_scope(user=request.user).order_by("name")
    form = PollForm(request.POST or None, units=units, initial={"held_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        outcome = services.create_poll(
            actor=officer(request), unit=form.cleaned_data["unit"], details=form.details()
        )
        if isinstance(outcome, PaperPoll):
            tell(request, outcome, "Đã lập. In phiếu, đóng dấu từng tờ trước khi phát.")
            return redirect("paperpolls:poll", outcome.key)
        form.add_error(None, outcome.sentence)
    return render(request, "paperpolls/new.html", {"form": form})


@needs(ORGANISE, COUNT, ENTER)
@require_GET
def poll(request: HttpRequest, key: str) -> HttpResponse:
    """One poll: what is done, what comes next, who is elected once two people agree."""
    found = _found(request, key)
    ballot = selectors.ballot_of(found)
    context = {
        "poll": found,
        "told": selectors.progress_of(found),
        "ballot": ballot,
        "rule": rule(ballot, Base(found.base)),
        "hall": selectors.hall_of(found),
        "obstacle": selectors.keying_obstacle(found, user=officer(request)),
        "may_prepare": _may(request, ORGANISE, COUNT),
        "may_count": _may(request, COUNT),
        "may_key": _may(request, ENTER),
    }
    return render(request, "paperpolls/poll.html", context)


@needs(ORGANISE, COUNT)
@require_GET
def sheets(request: HttpRequest, key: str) -> HttpResponse:
    """The sheets to be printed and stamped."""
    outcome = services.print_sheets(poll=_found(request, key))
    if isinstance(outcome, Refused):
        tell(request, outcome)
        return redirect("paperpolls:poll", key)
    response = HttpResponse(outcome, content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="phieu.pdf"'
    return response


@needs(COUNT)
@require_http_methods(["GET", "POST"])
def count(request: HttpRequest, key: str) -> HttpResponse:
    """The hall's count of people and sheets."""
    found = _found(request, key)
    is_election = bool(found.seats)
    form = SheetsForm(request.POST or None, is_election=is_election, initial={"summoned": found.summoned})
    if request.method == "POST" and form.is_valid():
        outcome = services.count_sheets(actor=officer(request), poll=found, count=form.count)
        if not _refused_in(form, outcome):
            tell(request, outcome, "Đã ghi. Hai người nhập số phiếu, mỗi người một tài khoản.")
            return redirect("paperpolls:poll", key)
    return render(request, "paperpolls/count.html", {"poll": found, "form": form})


@needs(COUNT)
@require_POST
def again(request: HttpRequest, key: str) -> HttpResponse:
    """Drop what was counted and keyed."""
    outcome = services.count_again(actor=officer(request), poll=_found(request, key))
    tell(request, outcome, "Đã bỏ số liệu cũ. Đề nghị đếm lại từ đầu.")
    return redirect("paperpolls:poll", key)


@needs(ENTER)
@require_http_methods(["GET", "POST"])
def key_in(request: HttpRequest, key: str) -> HttpResponse:
    """One person's numbers, on a page that never shows anybody's."""
    found, user = _found(request, key), officer(request)
    obstacle = selectors.keying_obstacle(found, user=user)
    if obstacle is not None:
        tell(request, obstacle)
        return redirect("paperpolls:poll", key)
    places = selectors.lines_to_key(found, user=user)
    shown = ",".join(map(str, places))
    is_same = request.POST.get("places") == shown
    ballot = selectors.ballot_of(found)
    form = TallyForm(request.POST if is_same else None, ballot=ballot, places=places)
    if is_same and form.is_valid():
        outcome = services.key_tally(actor=user, poll=found, places=places, typed=form.votes)
        if not _refused_in(form, outcome):
            assert isinstance(outcome, services.Keyed)
            tell(request, outcome, outcome.value)
            return redirect("paperpolls:poll", key)
    context = {
        "poll": found,
        "form": form,
        "places": shown,
        "hall": selectors.hall_of(found),
        "is_again": len(places) < len(ballot.lines) or bool(found.keyed_again),
        "is_stale": request.method == "POST" and not is_same,
    }
    return render(request, "paperpolls/key.html", context)


@needs(COUNT)
@require_http_methods(["GET", "POST"])
def minutes(request: HttpRequest, key: str) -> HttpResponse:
    """Make the minutes."""
    found = _found(request, key)
    now = timezone.localtime().time().replace(second=0, microsecond=0)
    form = MinutesForm(request.POST or None, initial={"ended": now})
    if request.method == "POST" and form.is_valid():
        outcome = services.make_minutes(actor=officer(request), poll=found, sitting=form.sitting)
        if not _refused_in(form, outcome):
            tell(request, outcome, filing_words(outcome))
            return redirect("paperpolls:poll", key)
    return render(
        request,
        "paperpolls/minutes.html",
        {"poll": found, "form": form, "told": selectors.progress_of(found)},
    )


@needs(ORGANISE, COUNT)
@require_POST
def give_up(request: HttpRequest, key: str) -> HttpResponse:
    """Give the poll up."""
    found = _found(request, key)
    outcome = services.give_up(actor=officer(request), poll=found, reason=request.POST.get("reason", ""))
    tell(request, outcome, "Đã huỷ lần bỏ phiếu. Phiếu đã in thì thu lại và huỷ.")
    return redirect("paperpolls:poll", key)


def _found(request: HttpRequest, key: str) -> PaperPoll:
    found = selectors.poll_in_scope(user=request.user, key=key)
    if found is None:
        raise Http404
    return found


def _refused_in(form: Form, outcome: object) -> bool:
    if isinstance(outcome, Refused):
        form.add_error(None, outcome.sentence)
        return True
    return False


def _may(request: HttpRequest, *codenames: str) -> bool:
    return any(request.user.has_perm(f"accounts.{name}") for name in codenames)
