"""The head's own pages: the result, receiving it, the own view of it, the answer to the lead body."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.accounts.permissions import OWN_RESULT
from guong.office.feedback import selectors, services
from guong.office.feedback.forms import OwnViewForm, ReplyForm
from guong.office.feedback.picture import pictures_of
from guong.office.feedback.views.ground import own_or_404
from guong.office.release import selectors as release
from guong.office.release import services as release_services
from guong.office.remarks import selectors as remarks
from guong.ui.telling import tell

_NO_NOTICE = "Chưa có thông báo nào được lưu về kết quả này. Đề nghị đồng chí xem bản giấy đã nhận, hoặc hỏi cơ quan chủ trì."


@needs(OWN_RESULT)
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """The results of which the reader was told; the only one opens at once."""
    found = release.own_results(officer(request))
    if len(found) == 1:
        return redirect("feedback:result", found[0].conference.key, found[0].subject.key)
    return render(request, "feedback/mine.html", {"results": found})


@needs(OWN_RESULT)
@require_GET
def result(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Participation, one picture, the digest, the own view beside it. The reading stands in the journal."""
    own = own_or_404(request, key, subject_key)
    context: dict[str, object] = {"own": own, "subject": own.subject}
    figures = release_services.read_result(
        conference=own.conference, subject=own.subject, actor=officer(request)
    )
    if isinstance(figures, Refused):
        return render(request, "feedback/refused.html", context | {"sentence": figures.sentence})
    page = selectors.own_page(own.subject, figures)
    told = release.remarks_told(own.conference, own.subject.key, figures)
    # Drawn by our own code, which escapes every text in it.
    wide, phone = (mark_safe(picture) for picture in pictures_of(page, figures.levels))
    return render(
        request,
        "feedback/result.html",
        context
        | {
            "figures": figures,
            "page": page,
            "picture": wide,
            "picture_phone": phone,
            "told": told,
            "reasons": [(reason.label, number) for reason, number in told.reasons.items()] if told else [],
            "replies": selectors.replies_about(own.subject),
        },
    )


@needs(OWN_RESULT)
@require_GET
def notice(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """The filed notice as PDF; its reading stands in the journal. Where none was filed, the page says so."""
    own = own_or_404(request, key, subject_key)
    filed = release.papers_about(own.conference, own.subject, release_services.NOTICE)
    data = release_services.read_newest(papers=filed, actor=officer(request))
    if data is None:
        messages.warning(request, _NO_NOTICE)
        return redirect("feedback:result", key, subject_key)
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="thong-bao-ket-qua.pdf"'
    return response


@needs(OWN_RESULT)
@require_POST
def acknowledge(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Say that the result was received."""
    own = own_or_404(request, key, subject_key)
    done = services.acknowledge(conference=own.conference, subject=own.subject, actor=officer(request))
    tell(request, done, "Đã ghi nhận. Cảm ơn đồng chí.")
    return redirect("feedback:result", key, subject_key)


@needs(OWN_RESULT)
@require_http_methods(["GET", "POST"])
def reflect(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Rate oneself and write some words for oneself."""
    own = own_or_404(request, key, subject_key)
    questionnaire = remarks.form_asked(own.conference)
    saved = selectors.reflection_of(own.subject)
    form = OwnViewForm(questionnaire, saved, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        outcome = services.keep_own_view(subject=own.subject, form=questionnaire, given=form.view)
        if not isinstance(outcome, Refused):
            tell(request, outcome, "Đã lưu phần tự đánh giá.")
            return redirect("feedback:result", key, subject_key)
        form.add_error(None, outcome.sentence)
    context = {"own": own, "subject": own.subject, "form": form}
    return render(request, "feedback/reflect.html", context, status=422 if form.errors else 200)


@needs(OWN_RESULT)
@require_http_methods(["GET", "POST"])
def reply(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Write to the lead body."""
    own = own_or_404(request, key, subject_key)
    form = ReplyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        outcome = services.reply(
            conference=own.conference,
            subject=own.subject,
            text=form.cleaned_data["text"],
            actor=officer(request),
        )
        if not isinstance(outcome, Refused):
            tell(request, outcome, "Đã gửi cơ quan chủ trì.")
            return redirect("feedback:result", key, subject_key)
        form.add_error(None, outcome.sentence)
    context = {
        "own": own,
        "subject": own.subject,
        "form": form,
        "replies": selectors.replies_about(own.subject),
    }
    return render(request, "feedback/reply.html", context, status=422 if form.errors else 200)
