"""On the day: the run sheet, the board of a round, incidents, photographs, rehearsals."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.conferences import services as conferences
from guong.office.conferences.models import Conference, Incident
from guong.office.registry import selectors as registry
from guong.office.schedule import refusals, selectors, services
from guong.office.schedule.forms import IncidentForm, PhotographForm, RehearsalForm
from guong.office.schedule.models import Photograph
from guong.office.schedule.views.ground import HALL, OBSERVE, ORGANISE, conference_seen, round_seen
from guong.office.schedule.views.papers import pdf
from guong.ui.telling import tell


@needs(ORGANISE, HALL, OBSERVE)
@require_GET
def today(request: HttpRequest) -> HttpResponse:
    """Hôm nay có ba hội nghị: where, when, who, how far each has come."""
    found = selectors.today_of(user=officer(request), day=_asked_day(request))
    return render(
        request, "schedule/today.html", {"today": found, "is_today": found.day == timezone.localdate()}
    )


@needs(ORGANISE, HALL)
@require_GET
def run_sheet(request: HttpRequest) -> HttpResponse:
    """The same as a sheet to carry."""
    day = _asked_day(request)
    made = services.draft_run_sheet(user=officer(request), day=day)
    if isinstance(made, Refused):
        tell(request, made, "")
        return redirect("schedule:today")
    return pdf(made, f"phieu-viec-{day:%Y-%m-%d}")


@needs(ORGANISE, HALL, OBSERVE)
@require_GET
def progress(request: HttpRequest, key: str) -> HttpResponse:
    """The board of a round: one number, one picture, the table below."""
    seen = round_seen(request, key)
    found = selectors.progress_of(user=officer(request), seen=seen)
    return render(request, "schedule/progress.html", {"round": seen.round, "progress": found})


@needs(ORGANISE, HALL, OBSERVE)
@require_GET
def incidents(request: HttpRequest, key: str) -> HttpResponse:
    """What happened in the hall."""
    conference = conference_seen(request, key)
    context = {
        "conference": conference,
        "incidents": conference.incidents.all(),
        "form": IncidentForm(),
        "may_write": _may_write(request),
    }
    return render(request, "schedule/incidents.html", context)


@needs(ORGANISE, HALL)
@require_POST
def note_incident(request: HttpRequest, key: str) -> HttpResponse:
    """Note an incident."""
    conference, form = conference_seen(request, key), IncidentForm(request.POST)
    words = form.cleaned_data if form.is_valid() else {"text": "", "settled": ""}
    outcome = conferences.note_incident(actor=officer(request), conference=conference, **words)
    tell(request, outcome, "Đã ghi sự việc; sự việc được in vào biên bản hội nghị.")
    return redirect("schedule:incidents", key)


@needs(ORGANISE, HALL)
@require_POST
def settle_incident(request: HttpRequest, key: str) -> HttpResponse:
    """Write how an incident was settled."""
    typed = request.POST.get("incident", "")
    outcome: Incident | Refused = conferences.settle_incident(
        actor=officer(request),
        conference=conference_seen(request, key),
        incident_id=int(typed) if typed.isdecimal() else 0,
        settled=request.POST.get("settled", "")[:500],
    )
    tell(request, outcome, "Đã ghi cách xử lý.")
    return redirect("schedule:incidents", key)


@needs(ORGANISE, HALL, OBSERVE)
@require_GET
def photographs(request: HttpRequest, key: str) -> HttpResponse:
    """The photographs of a conference."""
    conference = conference_seen(request, key)
    context = {
        "conference": conference,
        "photographs": conference.photographs.all(),
        "form": PhotographForm(),
        "may_write": _may_write(request),
    }
    return render(request, "schedule/photographs.html", context)


@needs(ORGANISE, HALL)
@require_POST
def add_photograph(request: HttpRequest, key: str) -> HttpResponse:
    """Keep a photograph: its kind and size are looked at before anything is decoded."""
    conference, form = conference_seen(request, key), PhotographForm(request.POST, request.FILES)
    outcome: Photograph | Refused = refusals.NEEDS_CAPTION
    if form.is_valid():
        upload = form.cleaned_data["photograph"]
        outcome = refusals.TOO_LARGE
        if upload.size <= services.MOST_BYTES:
            outcome = services.add_photograph(
                actor=officer(request),
                conference=conference,
                data=upload.read(),
                caption=form.cleaned_data["caption"],
                sworn=form.cleaned_data["sworn"],
            )
    tell(request, outcome, "Đã thêm ảnh. Nơi chụp, giờ chụp và loại máy đã được xoá khỏi ảnh.")
    return redirect("schedule:photographs", key)


@needs(ORGANISE, HALL)
@require_POST
def remove_photograph(request: HttpRequest, key: str) -> HttpResponse:
    """Take a photograph away."""
    outcome = services.remove_photograph(
        actor=officer(request),
        conference=conference_seen(request, key),
        key=request.POST.get("photograph", ""),
    )
    tell(request, outcome, "Đã xoá ảnh.")
    return redirect("schedule:photographs", key)


@needs(ORGANISE, HALL, OBSERVE)
@require_GET
def photograph_file(request: HttpRequest, key: str, photograph: str) -> HttpResponse:
    """One photograph of a conference in the officer's scope."""
    found = conference_seen(request, key).photographs.filter(key=photograph).first()
    if found is None:
        raise Http404
    return HttpResponse(selectors.photograph_bytes(found), content_type="image/jpeg")


@needs(ORGANISE)
@require_http_methods(["GET", "POST"])
def rehearse(request: HttpRequest) -> HttpResponse:
    """Make a rehearsal of a unit with five invented people."""
    units = registry.units_in_scope(user=officer(request)).exclude(level="district")
    form = RehearsalForm(request.POST or None, units=units)
    if request.method == "POST" and form.is_valid():
        made = services.begin_rehearsal(
            actor=officer(request),
            unit=form.unit,
            lead_body=selectors.lead_body_for(user=officer(request)),
            today=timezone.localdate(),
        )
        if tell(request, made, "Đã lập hội nghị thử với năm người giả định.") and isinstance(
            made, Conference
        ):
            return redirect("conferences:detail", made.key)
    there = selectors.rehearsals_of(user=officer(request))
    return render(request, "schedule/rehearse.html", {"form": form, "rehearsals": there})


@needs(ORGANISE)
@require_POST
def end_rehearsal(request: HttpRequest, key: str) -> HttpResponse:
    """Delete a rehearsal."""
    outcome = services.end_rehearsal(actor=officer(request), conference=conference_seen(request, key))
    tell(request, outcome, "Đã xoá hội nghị thử cùng người giả định, phiếu, giấy tờ và ảnh.")
    return redirect("schedule:rehearse")


def _may_write(request: HttpRequest) -> bool:
    return any(request.user.has_perm(f"accounts.{name}") for name in (ORGANISE, HALL))


def _asked_day(request: HttpRequest) -> date:
    try:
        return date.fromisoformat(request.GET.get("ngay", ""))
    except ValueError:
        return timezone.localdate()
