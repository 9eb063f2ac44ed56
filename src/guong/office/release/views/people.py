"""Pages of results: the list, one person's result, its two papers."""

from dataclasses import asdict

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from guong.core.outcome import Refused
from guong.core.release_steps import ReleaseStep, act_after, is_behind, step_back
from guong.office.accounts.access import needs, officer
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.papers.selectors import filing_words
from guong.office.release import selectors, services
from guong.office.release.forms import SittingForm
from guong.office.release.picture import chart_of
from guong.office.release.services import PERSONAL, SIGNED
from guong.office.release.views.ground import LEADING
from guong.render.charts import PHONE
from guong.ui.telling import tell


@needs(PERSONAL, SIGNED, *LEADING)
@require_GET
def result_list(request: HttpRequest) -> HttpResponse:
    """Conferences with a confirmed result, and the people asked about."""
    user = officer(request)
    lines = _readable(user, selectors.result_lines(user=user))
    context = {
        "lines": lines,
        "people": sum(len(line.subjects) for line in lines if not line.conference.rehearsal),
        "rounds": selectors.rounds_among(lines),
        **_rights(request),
    }
    return render(request, "release/list.html", context)


@needs(PERSONAL, *LEADING)
@require_GET
def result(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """One person's result: participation, one picture, the table. The reading stands in the journal."""
    conference, subject = _subject_or_404(request, key, subject_key)
    if not selectors.may_open(officer(request), conference, subject.key):
        raise Http404
    context = {"conference": conference, "subject": subject, **_rights(request)}
    figures = services.read_result(conference=conference, subject=subject, actor=officer(request))
    if isinstance(figures, Refused):
        return render(request, "release/refused.html", context | {"sentence": figures.sentence})
    told = selectors.remarks_told(conference, subject.key, figures)
    context |= {
        "figures": figures,
        "told": told,
        "reasons": [(reason.label, number) for reason, number in told.reasons.items()] if told else [],
        # Drawn by our own code, which escapes every text in it.
        "chart": mark_safe(chart_of(figures)),
        "chart_phone": mark_safe(chart_of(figures, PHONE)),
        "note": figures.note,
        "obstacle": selectors.keys_obstacle(conference) or selectors.remarks_obstacle(told),
        "papers": selectors.papers_about(conference, subject, services.SUMMARY)
        if context["may_make"]
        else [],
        "alone": _alone(subject, told) if context["may_make"] else None,
    }
    return render(request, "release/result.html", context)


@needs(PERSONAL)
@require_POST
def summary(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Make the personal summary."""
    conference, subject = _subject_or_404(request, key, subject_key)
    outcome = services.make_personal_summary(
        conference=conference, subject_key=subject.key, actor=officer(request)
    )
    tell(request, outcome, filing_words(outcome, "Đã lập bảng tổng hợp cá nhân."))
    return redirect("release:result", key, subject_key)


@needs(SIGNED)
@require_http_methods(["GET", "POST"])
def minutes(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Make the minutes of counting: exact counts, for signing."""
    conference, subject = _subject_or_404(request, key, subject_key)
    usual = selectors.usual_sitting(conference)
    form = SittingForm(
        request.POST if request.method == "POST" else None, initial=asdict(usual) if usual else None
    )
    if request.method == "POST" and form.is_valid():
        outcome = services.make_tally_minutes(
            conference=conference, subject_key=subject.key, actor=officer(request), sitting=form.sitting
        )
        if not isinstance(outcome, Refused):
            tell(request, outcome, filing_words(outcome, "Đã lập biên bản kiểm phiếu."))
            return redirect("release:minutes", key, subject_key)
        form.add_error(None, outcome.sentence)
    context = {
        "conference": conference,
        "subject": subject,
        "form": form,
        "obstacle": selectors.paper_obstacle(conference),
        "papers": selectors.papers_about(conference, subject, services.MINUTES),
    }
    return render(request, "release/minutes.html", context)


def _subject_or_404(request: HttpRequest, key: str, subject_key: str) -> tuple[Conference, ConferenceSubject]:
    subject = conferences.subject_in_scope(user=request.user, key=key, subject_key=subject_key)
    if subject is None:
        raise Http404
    return subject.conference, subject


def _readable(user: User, lines: list[selectors.ResultLine]) -> list[selectors.ResultLine]:
    """Leave out what wasn't presented yet to somebody who reads by office in the leading body only."""
    if user.has_perm(f"accounts.{PERSONAL}") or user.has_perm(f"accounts.{SIGNED}"):
        return lines
    open_to = {one.pk for one in selectors.rounds_among(lines) if selectors.may_see_round(user, one)}
    alone = selectors.alone_readable(user, [line.conference for line in lines])
    return [line for line in lines if line.conference.round_id in open_to or line.conference.pk in alone]


def _alone(subject: ConferenceSubject, told: selectors.RemarksTold | None) -> dict[str, object] | None:
    """Return the steps of a result outside any round, None for all others: a round is presented as a whole."""
    if subject.conference.round_id or subject.conference.rehearsal:
        return None
    step = (
        selectors.step_of_counted(subject, edited=told.is_ended)
        if told
        else selectors.person_step(subject.conference, subject.key)
    )
    if step is None or step.reached is None:
        return None
    is_told = is_behind(ReleaseStep.TOLD, step.reached)
    return {
        "reached": step.reached.label,
        "told_on": step.told_on,
        "next": act_after(step.reached),
        "back": step_back(step.reached, told=int(is_told)),
    }


def _rights(request: HttpRequest) -> dict[str, bool]:
    user = request.user
    return {
        "may_make": user.has_perm(f"accounts.{PERSONAL}"),
        "may_read": any(user.has_perm(f"accounts.{name}") for name in (PERSONAL, *LEADING)),
        "may_sign": user.has_perm(f"accounts.{SIGNED}"),
    }
