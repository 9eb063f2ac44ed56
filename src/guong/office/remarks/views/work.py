"""One remark at a time: propose, agree, send back; then the next one, by chance."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.accounts.models import User
from guong.office.remarks import refusals, selectors, services
from guong.office.remarks.forms import AnswerForm, ChoiceForm, ProposalForm, start_of
from guong.office.remarks.models import Desk, Draft
from guong.office.remarks.selectors import Entry, Work
from guong.office.remarks.views.ground import PERMISSION, Place, opened, place_or_404, refused_page
from guong.ui.telling import tell


@needs(PERMISSION)
@require_GET
def work(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """The remark asked for, or any that waits for this officer; back to the desk where none is left."""
    place = place_or_404(request, key, subject_key)
    desk = opened(request, place)
    if isinstance(desk, Refused):
        return refused_page(request, place, desk)
    choice = ChoiceForm(request.GET)
    doing = Work.CONFIRM if choice.wanted("viec") == Work.CONFIRM.value else Work.EDIT
    entries = selectors.entries_of(desk)
    entry = selectors.entry_among(entries, choice.key) if choice.key else None
    if entry is None:
        field, skip = choice.wanted("muc"), choice.wanted("bo")
        entry = selectors.next_entry(entries, officer(request), doing, field_key=field, skip=skip)
    if entry is None:
        tell(request, None, "Không còn ý kiến nào chờ đồng chí ở mục vừa làm.")
        return redirect("remarks:desk", *place.address)
    return _page(request, place, desk, entry, entries=entries, doing=doing, form=None)


@needs(PERMISSION)
@require_POST
def propose(request: HttpRequest, key: str, subject_key: str, remark: UUID) -> HttpResponse:
    """Keep a proposal."""
    place = place_or_404(request, key, subject_key)
    desk = opened(request, place)
    if isinstance(desk, Refused):
        return refused_page(request, place, desk)
    entries = selectors.entries_of(desk)
    entry = selectors.entry_among(entries, remark)
    if entry is None:
        tell(request, refusals.GONE, "")
        return redirect(_next(place, Work.EDIT, request))
    form = _proposal_form(request, place, entry, entries)
    if form.is_valid():
        outcome = services.propose(
            desk=desk,
            key=remark,
            version=form.cleaned_data["version"],
            given=form.proposal,
            actor=officer(request),
            with_alike=form.cleaned_data.get("with_alike", False),
        )
        if not isinstance(outcome, Refused):
            return redirect(_next(place, Work.EDIT, request, skip=remark))
        entries = selectors.entries_of(desk)
        entry = selectors.entry_among(entries, remark) or entry
        form = _proposal_form(request, place, entry, entries)  # the officer's words over the version of now
        form.add_error(None, outcome.sentence)
    return _page(request, place, desk, entry, entries=entries, doing=Work.EDIT, form=form)


@needs(PERMISSION)
@require_POST
def agree(request: HttpRequest, key: str, subject_key: str, remark: UUID) -> HttpResponse:
    """Agree to the other officer's proposal."""
    return _answered(request, key, subject_key, remark, back=False)


@needs(PERMISSION)
@require_POST
def give_back(request: HttpRequest, key: str, subject_key: str, remark: UUID) -> HttpResponse:
    """Send the other officer's proposal back."""
    return _answered(request, key, subject_key, remark, back=True)


def _answered(request: HttpRequest, key: str, subject_key: str, remark: UUID, *, back: bool) -> HttpResponse:
    place = place_or_404(request, key, subject_key)
    desk = opened(request, place)
    if isinstance(desk, Refused):
        return refused_page(request, place, desk)
    form = AnswerForm(request.POST)
    outcome = _answer(desk, remark, form, officer(request), back=back) if form.is_valid() else refusals.GONE
    if tell(request, outcome, ""):
        return redirect(_next(place, Work.CONFIRM, request, skip=remark))
    return redirect(_next(place, Work.CONFIRM, request, key=remark))


def _answer(desk: Desk, remark: UUID, form: AnswerForm, user: User, *, back: bool) -> Draft | Refused:
    version, alike = form.cleaned_data["version"], form.cleaned_data["with_alike"]
    if not back:
        return services.confirm(desk=desk, key=remark, version=version, actor=user, with_alike=alike)
    answer = form.cleaned_data["answer"]
    return services.send_back(
        desk=desk, key=remark, version=version, answer=answer, actor=user, with_alike=alike
    )


def _page(
    request: HttpRequest,
    place: Place,
    desk: Desk,
    entry: Entry,
    *,
    entries: list[Entry],
    doing: Work,
    form: ProposalForm | None,
) -> HttpResponse:
    user = officer(request)
    is_mine = entry.draft is not None and entry.draft.proposed_by == user.key
    is_answer = doing is Work.CONFIRM and entry.work_for(user) is Work.CONFIRM
    flagger = selectors.flagger(place.conference, place.subject)
    waiting = [other for other in entries if other.work_for(user) is doing]
    context = {
        "place": place,
        "conference": place.conference,
        "entry": entry,
        "field": _field_title(place, entry),
        "original": flagger.flagged(entry.words),
        "proposed": flagger.flagged(entry.draft.text) if entry.draft and entry.draft.text else None,
        "is_answer": is_answer,
        "is_mine": is_mine,
        "alike": len(selectors.alike(entries, entry, user, doing)),
        "left": len(waiting),
        "done": len(entries) - len(waiting),
        "received": len(entries),
        "doing": doing.value,
        "muc": request.GET.get("muc", ""),
        "is_seated": selectors.is_seated(desk, user),
    }
    if not is_answer:
        context["form"] = form or _proposal_form(request, place, entry, entries)
    status = 422 if form is not None else 200
    return render(request, "remarks/work.html", context, status=status)


def _proposal_form(request: HttpRequest, place: Place, entry: Entry, entries: list[Entry]) -> ProposalForm:
    """Return the form; sent, it stands over the remark's newest version, so that a second try is a decision."""
    user = officer(request)
    free = {other.draft.theme for other in entries if other.draft and other.draft.theme}
    themes = list(dict.fromkeys([*place.themes.values(), *sorted(free)]))
    start = start_of(
        entry.draft,
        words=" ".join(entry.words.split()),
        theme=place.themes[entry.field_key],
        version=entry.version,
    )
    return ProposalForm(
        request.POST if request.method == "POST" else None,
        initial=start,
        themes=themes,
        alike=len(selectors.alike(entries, entry, user, Work.EDIT)),
    )


def _field_title(place: Place, entry: Entry) -> str:
    item = next((item for item in place.form.items if item.key == entry.field_key), None)
    if item is not None:
        return f"Ghi ở nội dung {item.number}: {item.text}"
    return (
        "Ghi ở phần ý kiến khác"
        if entry.field_key
        else "Bản gốc đã huỷ; đây là câu chữ đã đưa vào bảng tổng hợp"
    )


def _next(
    place: Place, doing: Work, request: HttpRequest, *, skip: UUID | None = None, key: UUID | None = None
) -> str:
    asked = {"viec": doing.value, "muc": request.GET.get("muc", ""), "bo": skip, "y": key}
    query = urlencode({name: value for name, value in asked.items() if value})
    return f"{reverse('remarks:work', args=place.address)}?{query}"
