"""The way of a round's results to its people: where everybody stands, the next act, a step back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from guong.core.outcome import Refused
from guong.core.release_steps import ReleaseStep, act_after, is_behind, step_back
from guong.office.accounts.access import needs, officer
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.release import refusals, selectors, services
from guong.office.release.forms import NoteForm
from guong.office.release.selectors import PersonStep
from guong.office.release.services import PERSONAL
from guong.office.release.views.ground import LEADING, round_or_404, seen_round_or_404
from guong.ui.telling import tell

_ACTS = {
    ReleaseStep.STANDING_BOARD: "Đã trình Thường trực",
    ReleaseStep.COMMITTEE: "Đã trình Ban Thường vụ",
}


@needs(PERSONAL, *LEADING)
@require_GET
def steps(request: HttpRequest, key: str) -> HttpResponse:
    """The six steps of a round, who stands where, who was told on which day. No figure of any answer."""
    of_round = seen_round_or_404(request, key)
    people = selectors.round_steps(of_round)
    counted = [one for one in people if one.reached is not None]
    told = sum(is_behind(ReleaseStep.TOLD, one.reached) for one in counted)
    lowest = _lowest(people)
    following = act_after(lowest)
    context = {
        "of_round": of_round,
        "people": [_line(one) for one in people],
        "steps": [(step.label, _progress(step, lowest)) for step in ReleaseStep],
        "counted": len(counted),
        "told": told,
        "next": following if following in _ACTS else None,
        "act": _ACTS.get(following, "") if following else "",
        "back": step_back(lowest, told=told),
        "may_act": request.user.has_perm(f"accounts.{PERSONAL}"),
        "remarks": selectors.remarks_of_round(of_round) if told and told == len(counted) else None,
    }
    return render(request, "release/steps.html", context)


@needs(PERSONAL)
@require_POST
def advance(request: HttpRequest, key: str) -> HttpResponse:
    """Present the round."""
    of_round = round_or_404(request, key)
    form = NoteForm(request.POST)
    outcome: int | Refused = refusals.NOT_NEXT
    if form.is_valid() and form.wanted:
        outcome = services.advance_round(
            of_round=of_round, step=form.wanted, actor=officer(request), note=form.cleaned_data["note"]
        )
    tell(request, outcome, f"Đã ghi nhận, {outcome} kết quả sang bước mới.")
    return redirect("release:steps", key)


@needs(PERSONAL)
@require_POST
def back(request: HttpRequest, key: str) -> HttpResponse:
    """Hand the round back to the step before."""
    of_round = round_or_404(request, key)
    form = NoteForm(request.POST)
    reason = form.cleaned_data["note"] if form.is_valid() else ""
    outcome = services.hand_back(of_round=of_round, reason=reason, actor=officer(request))
    label = "" if isinstance(outcome, Refused) else outcome.label
    tell(request, outcome, f"Đã đưa kết quả của đợt về bước “{label}”.")
    return redirect("release:steps", key)


@needs(PERSONAL)
@require_POST
def advance_person(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Note that a person was told, or the result archived."""
    conference, subject = _place_or_404(request, key, subject_key)
    form = NoteForm(request.POST)
    outcome: PersonStep | Refused = refusals.NOT_NEXT
    if form.is_valid() and form.wanted:
        outcome = services.advance_person(
            conference=conference,
            subject_key=subject_key,
            step=form.wanted,
            actor=officer(request),
            note=form.cleaned_data["note"],
        )
    tell(request, outcome, f"Đã ghi nhận đối với đồng chí {subject.name}.")
    return _where_it_stands(conference, subject_key)


@needs(PERSONAL)
@require_POST
def back_person(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Hand a result outside any round back to the step before."""
    conference, _ = _place_or_404(request, key, subject_key)
    form = NoteForm(request.POST)
    reason = form.cleaned_data["note"] if form.is_valid() else ""
    outcome = services.hand_back_person(
        conference=conference, subject_key=subject_key, reason=reason, actor=officer(request)
    )
    label = "" if isinstance(outcome, Refused) else outcome.label
    tell(request, outcome, f"Đã đưa kết quả về bước “{label}”.")
    return _where_it_stands(conference, subject_key)


@needs(PERSONAL)
@require_POST
def reopen(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Give the remarks on one person back to their two editors."""
    conference, subject = _place_or_404(request, key, subject_key)
    form = NoteForm(request.POST)
    reason = form.cleaned_data["note"] if form.is_valid() else ""
    outcome = services.reopen_remarks(
        conference=conference, subject=subject, reason=reason, actor=officer(request)
    )
    tell(request, outcome, f"Đã mở lại việc biên tập ý kiến đối với đồng chí {subject.name}.")
    return _where_it_stands(conference, subject_key)


def _place_or_404(request: HttpRequest, key: str, subject_key: str) -> tuple[Conference, ConferenceSubject]:
    conference = conferences.conference_in_scope(user=request.user, key=key)
    subject = selectors.subject_of(conference, subject_key) if conference else None
    if conference is None or subject is None or conference.rehearsal:
        raise Http404
    return conference, subject


def _where_it_stands(conference: Conference, subject_key: str) -> HttpResponse:
    """Lead to the steps of the round, or outside any round to the person's result, where its steps are."""
    if conference.round is None:
        return redirect("release:result", conference.key, subject_key)
    return redirect("release:steps", conference.round.key)


def _lowest(people: list[PersonStep]) -> ReleaseStep | None:
    """Return the step that everybody of a round has behind them."""
    order = list(ReleaseStep)
    found = [one.reached for one in people]
    if not found or None in found:
        return None
    return min((step for step in found if step), key=order.index)


def _progress(step: ReleaseStep, lowest: ReleaseStep | None) -> str:
    if is_behind(step, lowest):
        return "done"
    order = list(ReleaseStep)
    return "now" if order.index(step) == (order.index(lowest) + 1 if lowest else 0) else "later"


def _line(one: PersonStep) -> dict[str, object]:
    following = act_after(one.reached)
    last = one.acts[-1] if one.acts else None
    return {
        "conference": one.conference,
        "subject": one.subject,
        "label": one.reached.label if one.reached else "Chưa kiểm phiếu xong",
        "is_told": is_behind(ReleaseStep.TOLD, one.reached),
        "told_on": one.told_on,
        "note": last.note if last and not last.is_back else "",
        "next": following.value if following in (ReleaseStep.TOLD, ReleaseStep.ARCHIVED) else "",
        "act": "Ghi đã thông báo" if following is ReleaseStep.TOLD else "Lưu hồ sơ",
        "may_reopen": one.reached is ReleaseStep.EDITED,
    }
