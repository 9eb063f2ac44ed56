"""Pages of the desk for the scanning station: its order to download, its sealed batch to take in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from guong.core.outcome import Refused
from guong.core.wording import in_digits
from guong.office.accounts.access import needs, officer
from guong.office.paperdesk import refusals, scanning
from guong.office.paperdesk.forms import NameField
from guong.office.paperdesk.views import ENTER, found
from guong.ui.telling import tell

_LARGEST_BATCH = 30 * 1024 * 1024


@needs(ENTER)
@require_POST
def third(request: HttpRequest, key: str) -> HttpResponse:
    """Name the third who looks at strips."""
    name = NameField(label="").to_python(request.POST.get("third_verifier", ""))
    outcome = scanning.name_third_verifier(conference=found(request, key), name=name)
    tell(request, outcome, "Đã ghi tên người xem thứ ba.")
    return redirect("paperdesk:desk", key=key)


@needs(ENTER)
@require_GET
def order(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """The file with which the station begins."""
    outcome = scanning.scan_order(conference=found(request, key), subject_key=subject_key)
    if isinstance(outcome, Refused):
        messages.error(request, outcome.sentence)
        return redirect("paperdesk:desk", key=key)
    answer = HttpResponse(outcome.raw, content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="ban-quet-{key}-{subject_key}.json"'
    return answer


@needs(ENTER)
@require_POST
def batch(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Take in what the station sealed."""
    conference, file = found(request, key), request.FILES.get("batch")
    if file is None or (file.size or 0) > _LARGEST_BATCH:
        messages.error(request, refusals.BAD_BATCH.sentence)
        return redirect("paperdesk:desk", key=key)
    outcome = scanning.put_batch(
        actor=officer(request), conference=conference, subject_key=subject_key, raw=file.read()
    )
    if isinstance(outcome, Refused):
        messages.error(request, outcome.sentence)
    else:
        entered, counted = in_digits(outcome.entered), in_digits(outcome.counted)
        messages.success(request, f"Đã nhận tập phiếu quét. Đã nhập {entered} / {counted} tờ.")
    return redirect("paperdesk:desk", key=key)
