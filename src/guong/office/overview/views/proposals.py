"""Proposals on personnel work: read by leaders at their step, written by the organisation board."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from guong.core.outcome import Refused
from guong.core.personnel_proposals import Answer, Matter
from guong.office.accounts.access import needs, officer
from guong.office.accounts.permissions import READ_RESULTS
from guong.office.conferences.models import ConferenceSubject
from guong.office.overview import selectors, services
from guong.office.overview.forms import AnswerForm, ProposalForm
from guong.office.overview.views.committee import READERS


@needs(*READERS)
@require_http_methods(["GET", "POST"])
def proposals(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """The proposals on a person; by POST the organisation board adds one."""
    subject = _seen_or_404(request, key, subject_key)
    form = ProposalForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if not _may_write(request):
            raise PermissionDenied
        if form.is_valid() and _proposed(request, subject, form):
            return redirect("overview:proposals", key, subject_key)
    return _page(request, subject, form)


@needs(READ_RESULTS)
@require_POST
def answer(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Note what became of a proposal."""
    subject = _seen_or_404(request, key, subject_key)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(str(found[0]) for found in form.errors.values()))
        return redirect("overview:proposals", key, subject_key)
    given = form.cleaned_data
    outcome = services.answer(
        subject=subject,
        number=given["number"],
        given=Answer(given["answer"]),
        text=given["text"],
        actor=officer(request),
    )
    if outcome is None:
        raise Http404
    if isinstance(outcome, Refused):
        messages.error(request, outcome.sentence)
    else:
        messages.success(request, "Đã ghi kết luận.")
    return redirect("overview:proposals", key, subject_key)


def _proposed(request: HttpRequest, subject: ConferenceSubject, form: ProposalForm) -> bool:
    outcome = services.propose(
        subject=subject,
        matter=Matter(form.cleaned_data["matter"]),
        text=form.cleaned_data["text"],
        actor=officer(request),
    )
    if isinstance(outcome, Refused):
        form.add_error(None, outcome.sentence)
        return False
    messages.success(request, "Đã ghi đề xuất.")
    return True


def _page(request: HttpRequest, subject: ConferenceSubject, form: ProposalForm) -> HttpResponse:
    found = services.read_proposals(subject=subject, actor=officer(request))
    context = {
        "subject": subject,
        "conference": subject.conference,
        "proposals": found,
        "form": form,
        "answer_form": AnswerForm(auto_id=False),
        "may_write": _may_write(request),
    }
    return render(request, "overview/proposals.html", context, status=422 if form.errors else 200)


def _may_write(request: HttpRequest) -> bool:
    return request.user.has_perm(f"accounts.{READ_RESULTS}")


def _seen_or_404(request: HttpRequest, key: str, subject_key: str) -> ConferenceSubject:
    found = selectors.person_seen(user=officer(request), key=key, subject_key=subject_key)
    if found is None:
        raise Http404
    return found
