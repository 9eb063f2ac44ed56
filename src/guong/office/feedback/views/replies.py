"""Pages of the lead body: what heads wrote to it."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from guong.office.accounts.access import needs, officer
from guong.office.feedback import selectors, services
from guong.office.feedback.forms import AnswerForm
from guong.office.feedback.views.ground import LEAD_BODY
from guong.ui.telling import tell


@needs(LEAD_BODY)
@require_GET
def reply_list(request: HttpRequest) -> HttpResponse:
    """What heads wrote, those without an answer first."""
    lines = selectors.replies_in_scope(user=officer(request))
    context = {
        "lines": lines,
        "waiting": sum(line.reply.answered_on is None for line in lines),
        "form": AnswerForm(auto_id=False),
    }
    return render(request, "feedback/replies.html", context)


@needs(LEAD_BODY)
@require_POST
def answer(request: HttpRequest, reply: UUID) -> HttpResponse:
    """Answer one of them."""
    line = selectors.reply_in_scope(user=officer(request), key=reply)
    if line is None:
        raise Http404
    form = AnswerForm(request.POST)
    text = form.cleaned_data["text"] if form.is_valid() else ""
    outcome = services.answer(given=line.reply, conference=line.conference, text=text, actor=officer(request))
    tell(request, outcome, "Đã gửi trả lời.")
    return redirect("feedback:replies")
