"""Files of a plan: evidence sent and handed out, the signed sheets, the papers made of it."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_POST

from guong.core.documents.model import Document
from guong.core.evidence import MOST_BYTES, TOO_LARGE, EvidenceKind
from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.accounts.permissions import READ_RESULTS
from guong.office.papers.services import draft
from guong.office.remediation import selectors, services
from guong.office.remediation.forms import FileForm
from guong.office.remediation.views.ground import BOTH_SIDES, place_or_404
from guong.ui.telling import tell


@needs(*BOTH_SIDES)
@require_POST
def add(request: HttpRequest, key: str, subject_key: str, number: int) -> HttpResponse:
    """Send a piece of evidence."""
    place = place_or_404(request, key, subject_key)
    found = _uploaded(request)
    if isinstance(found, Refused):
        tell(request, found, "")
    else:
        data, name = found
        outcome = services.add_evidence(
            place=place, number=number, data=data, name=name, actor=officer(request)
        )
        tell(request, outcome, "Đã gửi minh chứng.")
    return redirect("remediation:item", key, subject_key, number)


@needs(READ_RESULTS)
@require_POST
def on_paper(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """File the signed plan of a head who never logs in."""
    place = place_or_404(request, key, subject_key)
    found = _uploaded(request)
    if isinstance(found, Refused):
        tell(request, found, "")
    else:
        data, name = found
        outcome = services.file_on_paper(place=place, data=data, name=name, actor=officer(request))
        tell(request, outcome, "Đã lưu bản giấy. Đồng chí nhập từng mục theo đúng bản đã ký.")
    return redirect("remediation:plan", key, subject_key)


@needs(*BOTH_SIDES)
@require_GET
def download(request: HttpRequest, key: str, subject_key: str, name: str) -> HttpResponse:
    """One file of this plan, always as an attachment; the files of other plans don't exist here."""
    place = place_or_404(request, key, subject_key)
    file = selectors.file_of(place, name)
    if file is None:
        raise Http404
    data = services.read_file(place=place, file=file, actor=officer(request))
    return _attached(data, file.title, EvidenceKind(file.kind))


@needs(*BOTH_SIDES)
@require_POST
def remove(request: HttpRequest, key: str, subject_key: str, name: str) -> HttpResponse:
    """Take a piece of evidence away again."""
    place = place_or_404(request, key, subject_key)
    file = selectors.file_of(place, name)
    if file is None or file.item is None:
        raise Http404
    outcome = services.remove_evidence(place=place, name=name, actor=officer(request))
    tell(request, outcome, "Đã bỏ tệp này.")
    return redirect("remediation:item", key, subject_key, file.item.number)


@needs(*BOTH_SIDES)
@require_GET
def empty_form(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """The form in Word, to be filled in by hand."""
    place = place_or_404(request, key, subject_key)
    return _word(selectors.plan_form(place, today=_today()), "mau-ke-hoach-khac-phuc")


@needs(*BOTH_SIDES)
@require_GET
def plan_paper(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """The plan in Word, to be printed and signed."""
    place = place_or_404(request, key, subject_key)
    return _word(selectors.plan_document(place, today=_today()), "ke-hoach-khac-phuc")


@needs(READ_RESULTS)
@require_GET
def reminder(request: HttpRequest, key: str, subject_key: str) -> HttpResponseBase:
    """A letter that reminds the head, in Word."""
    place = place_or_404(request, key, subject_key)
    document = selectors.reminder(place, today=_today())
    if isinstance(document, Refused):
        messages.error(request, document.sentence)
        return redirect("remediation:plan", key, subject_key)
    return _word(document, "giay-nhac")


def _uploaded(request: HttpRequest) -> tuple[bytes, str] | Refused:
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return Refused("no_file", str(form.errors["file"][0]))
    file = form.cleaned_data["file"]
    if (file.size or 0) > MOST_BYTES:
        return TOO_LARGE
    return file.read(), file.name or ""


def _word(document: Document, name: str) -> HttpResponse:
    return _attached(draft(document=document, file_format="docx"), f"{name}.docx", EvidenceKind.DOCX)


def _attached(data: bytes, name: str, kind: EvidenceKind) -> HttpResponse:
    response = HttpResponse(data, content_type=kind.media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _today() -> date:
    return timezone.localdate()
