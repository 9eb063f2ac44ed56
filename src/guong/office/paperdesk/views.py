"""Pages of the paper desk. The keyed answers stay in the browser; the server takes sealed envelopes only."""

import json
from base64 import b64decode, b64encode
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from guong.core import canonical
from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.office.paperdesk import refusals, selectors, services
from guong.office.paperdesk.forms import CountForm, TypistsForm
from guong.office.paperdesk.outcomes import Entered, InvalidReason, SubjectDesk
from guong.office.papers.selectors import filing_words
from guong.ui.telling import tell

ENTER = "enter_paper"
STATION_SCRIPT = "/b/static/station.js"
_LARGEST_SHEET = 256 * 1024


@needs(ENTER)
@require_GET
def desk_list(request: HttpRequest) -> HttpResponse:
    """Conferences whose paper sheets wait to be entered."""
    rows = [
        {"conference": row, "complete": selectors.is_complete(numbers), "desk": numbers}
        for row, numbers in selectors.desks_to_enter(user=request.user)
    ]
    return render(request, "paperdesk/list.html", {"rows": rows})


@needs(ENTER)
@require_GET
def desk(request: HttpRequest, key: str) -> HttpResponse:
    """One conference: count, name the typists, then sheet by sheet."""
    conference = found(request, key)
    rows = selectors.desk(conference)
    first, second = selectors.typists(conference)
    context = {
        "conference": conference,
        "rows": [{"desk": row, "form": CountForm(auto_id=f"{row.key}-%s")} for row in rows],
        "counted": all(row.counted is not None or not row.made for row in rows),
        "complete": selectors.is_complete(rows),
        "typists": (first, second) if first else None,
        "third": selectors.third_verifier(conference),
        "typists_form": TypistsForm(initial={"first_typist": first, "second_typist": second}),
    }
    return render(request, "paperdesk/desk.html", context)


@needs(ENTER)
@require_POST
def count(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Record the number of sheets found in the box."""
    conference = found(request, key)
    form = CountForm(request.POST)
    if not form.is_valid():
        said = form.non_field_errors() or [refusals.TWO_COUNTERS.sentence]
        messages.error(request, " ".join(str(line) for line in said))
        return redirect("paperdesk:desk", key=key)
    typed = form.cleaned_data
    outcome = services.count_sheets(
        actor=officer(request),
        conference=conference,
        subject_key=subject_key,
        counted=typed["first_count"],
        counters=(typed["first_counter"], typed["second_counter"]),
    )
    tell(request, outcome, "Đã ghi số phiếu giấy đếm được trong hòm.")
    return redirect("paperdesk:desk", key=key)


@needs(ENTER)
@require_POST
def typists(request: HttpRequest, key: str) -> HttpResponse:
    """Name the two who key in."""
    conference = found(request, key)
    outcome = services.name_typists(
        conference=conference,
        first_typist=request.POST.get("first_typist", ""),
        second_typist=request.POST.get("second_typist", ""),
    )
    tell(request, outcome, "Đã ghi tên hai người nhập phiếu.")
    return redirect("paperdesk:desk", key=key)


@needs(ENTER)
@require_GET
def sheets(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """The page on which one sheet after the other is keyed in twice."""
    conference = found(request, key)
    row = selectors.desk_of(conference, subject_key)
    definition = conferences.definition_of(conference)
    if row is None or definition is None:
        raise Http404
    first, second = selectors.typists(conference)
    if row.counted is None or not first:
        return redirect("paperdesk:desk", key=key)
    form = conferences.form_of(conference)
    rated = [item for item in form.items if item.note]
    context = {
        "conference": conference,
        "row": row,
        "form": form,
        "rated": rated,
        "unrated": [item for item in form.items if not item.note],
        "levels": list(enumerate(rated[0].levels, 1)),
        "data": _page_data(conference, row, definition.raw, form.raw),
        "typists": (first, second),
        "is_done": row.is_complete,
    }
    return render(request, "paperdesk/sheets.html", context)


@needs(ENTER)
@require_POST
def put(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Take one sealed sheet; answers the totals and the next slot, or why not."""
    conference = found(request, key)
    sheet = _sheet(request)
    outcome = (
        sheet
        if isinstance(sheet, Refused)
        else services.put_sheet(conference=conference, subject_key=subject_key, **sheet)
    )
    if isinstance(outcome, Entered):
        return JsonResponse(
            {
                "state": "entered",
                "entered": outcome.entered,
                "counted": outcome.counted,
                "slot": _b64(outcome.next_slot),
            }
        )
    slot = selectors.any_free_slot(conference, subject_key)
    return JsonResponse(
        {"state": "refused", "reason": outcome.reason, "sentence": outcome.sentence, "slot": _b64(slot)},
        status=400 if outcome is refusals.MALFORMED else 409,
    )


@needs(ENTER)
@require_POST
def log(request: HttpRequest, key: str) -> HttpResponse:
    """File the entry log."""
    outcome = services.file_entry_log(actor=officer(request), conference=found(request, key))
    tell(request, outcome, filing_words(outcome, "Đã lập nhật ký nhập phiếu, lưu ở mục Văn bản."))
    return redirect("paperdesk:desk", key=key)


def found(request: HttpRequest, key: str) -> Conference:
    """Return the conference of that key; 404 outside the officer's scope."""
    conference = conferences.conference_in_scope(user=request.user, key=key)
    if conference is None:
        raise Http404
    return conference


def _sheet(request: HttpRequest) -> dict[str, Any] | Refused:
    if len(request.body) > _LARGEST_SHEET:
        return refusals.MALFORMED
    try:
        data = json.loads(request.body)
        return {
            "slot_key": b64decode(data["slot_key_b64"], validate=True),
            "envelope": b64decode(data["envelope_b64"], validate=True),
            "invalid": InvalidReason(data["invalid"]) if data["invalid"] else None,
            "differences": canonical.number(data["differences"]),
        }
    except (ValueError, KeyError, TypeError, RecursionError):
        return refusals.MALFORMED


def _page_data(
    conference: Conference, row: SubjectDesk, definition: bytes, questionnaire: bytes
) -> dict[str, Any]:
    slot = selectors.any_free_slot(conference, row.key) if not row.is_complete else None
    return {
        "definition": canonical.decode(definition),
        "questionnaire": canonical.decode(questionnaire),
        "subject": row.key,
        "slot": _b64(slot),
        "entered": row.entered,
        "counted": row.counted,
        "station": STATION_SCRIPT,
        "put": reverse("paperdesk:put", args=[conference.key, row.key]),
    }


def _b64(data: bytes | None) -> str | None:
    return b64encode(data).decode() if data else None
