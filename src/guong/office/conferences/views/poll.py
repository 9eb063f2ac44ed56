"""Request and keys, printing, opening, pause."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from guong.core.lifecycle import PollState
from guong.office.accounts.access import needs, officer
from guong.office.conferences import printing as papers_of_hall
from guong.office.conferences import refusals, selectors, services
from guong.office.conferences.forms import KeysForm, ReasonForm
from guong.office.conferences.views.ground import HALL, OBSERVE, ORGANISE, found, version_of
from guong.office.papers.selectors import filing_words
from guong.paper import ballot_layout, ballot_sheet_pdf
from guong.ui.telling import tell

LARGEST_KEY_FILE = 1024 * 1024


@needs(ORGANISE, OBSERVE)
@require_GET
def poll(request: HttpRequest, key: str) -> HttpResponse:
    """Steps 3 and 4: the request for the board's program, the keys that it hands back."""
    conference = found(request, key)
    facts = selectors.facts_of(conference)
    context = {
        "conference": conference,
        "facts": facts,
        "request_made": selectors.request_of(conference),
        "stale": selectors.is_request_stale(conference),
        "may_start_over": facts.keys_taken and facts.state in (None, PollState.PREPARED),
        "keys_form": KeysForm(),
        "reason_form": ReasonForm(),
    }
    return render(request, "conferences/poll.html", context)


@needs(ORGANISE)
@require_POST
def make_request(request: HttpRequest, key: str) -> HttpResponse:
    """Make the request, or make it anew after the roll changed."""
    conference = found(request, key)
    outcome = services.prepare_request(actor=officer(request), conference=conference)
    tell(request, outcome, "Đã lập yêu cầu. Đề nghị tải tệp và chép sang máy của tổ kiểm phiếu.")
    return redirect("conferences:poll", key=key)


@needs(ORGANISE)
@require_GET
def request_file(request: HttpRequest, key: str) -> HttpResponse:
    """The request as a file (formats §9)."""
    made = selectors.request_of(found(request, key))
    if made is None:
        raise Http404
    response = HttpResponse(made.raw, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="yeu-cau-hom-phieu-{made.poll}.json"'
    return response


@needs(ORGANISE)
@require_POST
def take_keys(request: HttpRequest, key: str) -> HttpResponse:
    """Take the board's public keys."""
    conference = found(request, key)
    form = KeysForm(request.POST, request.FILES)
    if not form.is_valid() or form.cleaned_data["keys"].size > LARGEST_KEY_FILE:
        tell(request, refusals.NOT_KEYS, "")
        return redirect("conferences:poll", key=key)
    raw = form.cleaned_data["keys"].read()
    outcome = services.import_keys(actor=officer(request), conference=conference, raw=raw)
    if tell(request, outcome, "Đã nhận tệp khoá, hòm phiếu sẵn sàng."):
        return redirect("conferences:detail", key=key)
    return redirect("conferences:poll", key=key)


@needs(ORGANISE)
@require_POST
def start_over(request: HttpRequest, key: str) -> HttpResponse:
    """Void the whole set before the opening and begin with a new request."""
    conference = found(request, key)
    outcome = services.start_over(
        actor=officer(request), conference=conference, reason=request.POST.get("reason", "")
    )
    tell(request, outcome, "Đã huỷ bộ thẻ cũ. Đề nghị lập yêu cầu mới và tiêu huỷ các thẻ đã in.")
    return redirect("conferences:poll", key=key)


@needs(ORGANISE, HALL)
@require_GET
def printing(request: HttpRequest, key: str) -> HttpResponse:
    """Step 5: what must lie on the tables."""
    conference = found(request, key)
    context = {
        "conference": conference,
        "made": selectors.request_of(conference),
        "keys_taken": selectors.facts_of(conference).keys_taken,
        "papers": papers_of_hall.filed(conference),
        "list_is_old": papers_of_hall.is_filed_list_old(conference),
        "numbers": selectors.roll_numbers(conference),
    }
    return render(request, "conferences/printing.html", context)


@needs(ORGANISE, HALL)
@require_POST
def file_attendance_list(request: HttpRequest, key: str) -> HttpResponse:
    """Number and file the attendance list as the roll stands."""
    conference = found(request, key)
    if selectors.is_cancelled(conference):
        tell(request, refusals.CANCELLED, "")
    elif conference.names_ended_on:
        tell(request, refusals.NAMES_ENDED, "")
    else:
        paper = papers_of_hall.file_attendance_list(conference, actor=officer(request))
        tell(request, paper, filing_words(paper, "Đã lập danh sách ký nhận. Đề nghị tải về để in."))
    return redirect("conferences:printing", key=key)


@needs(ORGANISE, HALL)
@require_GET
def ballot_sheet(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """The official paper ballot of one subject, one copy; the stock is copied on the office's copier and stamped."""
    conference = found(request, key)
    subject = conference.subjects.filter(key=subject_key).first()
    if subject is None:
        raise Http404
    form = selectors.form_of(conference)
    response = HttpResponse(
        ballot_sheet_pdf(form.raw, subject_line=subject.line), content_type="application/pdf"
    )
    response["Content-Disposition"] = f'attachment; filename="phieu-giay-{subject_key}.pdf"'
    return response


@needs(ORGANISE, HALL)
@require_GET
def ballot_layout_file(request: HttpRequest, key: str) -> HttpResponse:
    """Where the boxes of the printed form stand, for `guong read`; the same for all subjects of the form."""
    form = selectors.form_of(found(request, key))
    response = HttpResponse(ballot_layout(form.raw), content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="bo-cuc-phieu-{form.key}.json"'
    return response


@needs(ORGANISE, HALL)
@require_POST
def confirm_printed(request: HttpRequest, key: str) -> HttpResponse:
    """Confirm that everything is printed."""
    conference = found(request, key)
    outcome = services.confirm_printed(
        actor=officer(request), conference=conference, version=version_of(request)
    )
    if tell(request, outcome, "Đã xác nhận in đủ giấy tờ."):
        return redirect("conferences:detail", key=key)
    return redirect("conferences:printing", key=key)


@needs(ORGANISE)
@require_POST
def decide_plain_http(request: HttpRequest, key: str) -> HttpResponse:
    """Record the decision to open without HTTPS."""
    conference = found(request, key)
    outcome = services.decide_plain_http(
        actor=officer(request), conference=conference, text=request.POST.get("text", "")
    )
    tell(request, outcome, "Đã ghi quyết định. Đề nghị nói rõ điều này cho người bỏ phiếu.")
    return redirect("conferences:opening", key=key)
