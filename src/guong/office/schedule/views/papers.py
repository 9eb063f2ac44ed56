"""The papers of a round and of a conference, each with its state; the dossier as one file."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_GET, require_POST

from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conferences
from guong.office.conferences import services as conference_services
from guong.office.conferences.models import Conference
from guong.office.papers.models import Paper
from guong.office.papers.outcomes import Finished, MadeFile, Tell, Work
from guong.office.papers.selectors import filing_words, says_what_holds
from guong.office.papers.services import begin
from guong.office.schedule import selectors, services
from guong.office.schedule.forms import AbsentForm, DayForm, DossierForm, TermsForm
from guong.office.schedule.paperwork import refusals
from guong.office.schedule.rows import rows_of
from guong.office.schedule.views.ground import ORGANISE, conference_seen, round_led
from guong.ui.telling import tell

_LEAST_SHEETS, _MOST_SHEETS, _ONE_OF = 10, 60, 5


@needs(ORGANISE)
@require_GET
def of_round(request: HttpRequest, key: str) -> HttpResponse:
    """The papers of a round, each with its number, or with what keeps it from being made."""
    found, today = round_led(request, key), timezone.localdate()
    day = _day(request, min(today, found.begins_on))
    rows, ground = rows_of(conferences.conferences_of_round(found)), selectors.ground_of(found)
    context = {
        "round": found,
        "lines": selectors.round_lines(ground=ground, rows=rows, today=day),
        "day_form": DayForm(None, day=day),
        "terms_form": TermsForm(None, terms=ground.terms),
    }
    return render(request, "schedule/papers.html", context)


@needs(ORGANISE)
@require_POST
def file_of_round(request: HttpRequest, key: str) -> HttpResponse:
    """Number and file one paper of the round."""
    found = round_led(request, key)
    form = DayForm(request.POST, day=timezone.localdate())
    outcome: Paper | Refused = refusals.UNKNOWN_PAPER
    if form.is_valid():
        outcome = services.file_round_paper(
            actor=officer(request),
            of_round=found,
            kind=request.POST.get("kind", ""),
            day=form.cleaned_data["day"],
        )
    tell(request, outcome, filing_words(outcome))
    return redirect("schedule:papers", key)


@needs(ORGANISE)
@require_POST
def write_terms(request: HttpRequest, key: str) -> HttpResponse:
    """Keep who signs, where lists go and until when."""
    found = round_led(request, key)
    form = TermsForm(request.POST, terms=selectors.terms_of(found))
    if form.is_valid():
        services.write_terms(actor=officer(request), of_round=found, values=form.cleaned_data)
        tell(request, None, "Đã ghi người ký và thời hạn.")
    else:
        tell(request, Refused("terms", "Còn ô chưa điền ở mục “Người ký, thời hạn”. Đề nghị điền đủ."), "")
    return redirect("schedule:papers", key)


@needs(ORGANISE)
@require_GET
def of_conference(request: HttpRequest, key: str) -> HttpResponse:
    """The papers of one conference, and the dossier."""
    conference = conference_seen(request, key)
    row = selectors.row_of(conference)
    if row.cancellation:
        return redirect("schedule:cancel", key)
    day = _day(request, min(timezone.localdate(), conference.held_on))
    summoned = row.standing.summoned
    missing = summoned - row.standing.turnout if row.standing.turnout is not None else 0
    attendance = selectors.filed_of(conference, conference_services.ATTENDANCE_LIST)
    context = {
        "conference": conference,
        "lines": selectors.conference_lines(row=row, today=day),
        "attendance": attendance,
        "attendance_is_old": row.standing.is_before_casting
        and bool(attendance)
        and not says_what_holds(attendance[0], conference_services.attendance_document(conference)),
        "minutes": selectors.filed_minutes(conference),
        "day_form": DayForm(None, day=day),
        "dossier_form": DossierForm(
            None, sheets=min(_MOST_SHEETS, max(_LEAST_SHEETS, -(-summoned // _ONE_OF)))
        ),
        "absent_form": AbsentForm(None, initial={"ill": 0, "travelling": 0, "other": missing}),
        "missing": missing,
        "row": row,
    }
    return render(request, "schedule/papers_here.html", context)


@needs(ORGANISE)
@require_POST
def file_of_conference(request: HttpRequest, key: str) -> HttpResponse:
    """Number and file an invitation or the programme."""
    conference = conference_seen(request, key)
    form = DayForm(request.POST, day=timezone.localdate())
    outcome: Paper | Refused = refusals.UNKNOWN_PAPER
    if form.is_valid():
        outcome = services.file_conference_paper(
            actor=officer(request),
            conference=conference,
            kind=request.POST.get("kind", ""),
            day=form.cleaned_data["day"],
        )
    tell(request, outcome, filing_words(outcome))
    return redirect("schedule:papers-here", key)


@needs(ORGANISE)
@require_POST
def file_minutes(request: HttpRequest, key: str) -> HttpResponse:
    """Number and file the minutes of the conference."""
    conference, actor, form = conference_seen(request, key), officer(request), AbsentForm(request.POST)
    if not form.is_valid():
        tell(request, refusals.ABSENCES, "")
        return redirect("schedule:papers-here", key)

    def work(tell_parts: Tell) -> Finished | Refused:
        outcome = services.file_minutes(
            actor=actor,
            conference=conference,
            day=conference.held_on,
            absent=form.absent,
            tell=tell_parts,
        )
        return outcome if isinstance(outcome, Refused) else Finished(filing_words(outcome))

    return _follow(actor, conference, "minutes", "Lập biên bản hội nghị", work)


@needs(ORGANISE)
@require_POST
def dossier(request: HttpRequest, key: str) -> HttpResponse:
    """The whole dossier as one PDF, in the order of use."""
    conference, actor = conference_seen(request, key), officer(request)
    typed = request.POST.get("sheets", "")
    sheets = int(typed) if typed.isdecimal() and len(typed) < 4 else 0

    def work(tell_parts: Tell) -> Finished | Refused:
        made = services.make_dossier(
            actor=actor,
            conference=conference,
            sheets=sheets,
            day=min(timezone.localdate(), conference.held_on),
            tell=tell_parts,
        )
        if isinstance(made, Refused):
            return made
        file = MadeFile(f"bo-ho-so-{slugify(conference.unit.key)}", made)
        return Finished("Bộ hồ sơ đã lập xong.", file=file)

    return _follow(actor, conference, f"dossier-{sheets}", "Bộ hồ sơ hội nghị", work)


@needs(ORGANISE)
@require_GET
def script(request: HttpRequest, key: str) -> HttpResponse:
    """The chair's words, not filed: read aloud and thrown away."""
    conference = conference_seen(request, key)
    made = services.draft_script(conference=conference, day=conference.held_on)
    if isinstance(made, Refused):
        tell(request, made, "")
        return redirect("schedule:papers-here", key)
    return pdf(made, f"loi-dan-{slugify(conference.unit.key)}")


def pdf(data: bytes, name: str) -> HttpResponse:
    """Return a PDF to download under a plain name."""
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return response


def _follow(actor: User, conference: Conference, what: str, title: str, work: Work) -> HttpResponse:
    task = begin(
        actor=actor,
        subject=f"schedule.{what}/{conference.key}",
        title=f"{title}: {conference.unit.name}",
        back=reverse("schedule:papers-here", args=[conference.key]),
        unit_key=conference.unit.key,
        permission=ORGANISE,
        work=work,
    )
    return redirect("papers:task", task)


def _day(request: HttpRequest, usual: date) -> date:
    try:
        return date.fromisoformat(request.GET.get("ngay", ""))
    except ValueError:
        return usual
