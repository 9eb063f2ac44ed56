"""The digest as it is being put together, the names of themes, and the end of the work."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.remarks import refusals, selectors, services
from guong.office.remarks.forms import ThemeForm
from guong.office.remarks.views.ground import PERMISSION, opened, place_or_404, refused_page
from guong.ui.telling import tell


@needs(PERMISSION)
@require_GET
def digest(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """What would be handed on, by theme, with the four counts; the way to the end."""
    place = place_or_404(request, key, subject_key)
    desk = opened(request, place)
    if isinstance(desk, Refused):
        return refused_page(request, place, desk)
    user = officer(request)
    entries = selectors.entries_of(desk)
    counts, reasons = selectors.drafted_counts(desk, entries)
    agreed = sum(entry.draft is not None and entry.draft.state == "confirmed" for entry in entries)
    context = {
        "place": place,
        "conference": place.conference,
        "themes": selectors.drafted_themes(entries, usual=list(place.themes.values())),
        "counts": counts,
        "reasons": [(reason.label, number) for reason, number in reasons.items()],
        "left": len(entries) - agreed,
        "end_asked": bool(desk.end_asked_by),
        "end_asked_by_me": desk.end_asked_by == user.key,
    }
    return render(request, "remarks/digest.html", context)


@needs(PERMISSION)
@require_POST
def rename(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Give a theme another name."""
    place = place_or_404(request, key, subject_key)
    form = ThemeForm(request.POST)
    if place.desk is not None and form.is_valid():
        outcome = services.rename_theme(
            desk=place.desk,
            theme=form.cleaned_data["theme"],
            new=form.cleaned_data["new"],
            actor=officer(request),
        )
        tell(request, outcome, "Đã đổi tên chủ đề.")
    else:
        tell(request, refusals.NO_SUCH_THEME, "")
    return redirect("remarks:digest", *place.address)


@needs(PERMISSION)
@require_POST
def ask_for_end(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Say that the digest is done."""
    place = place_or_404(request, key, subject_key)
    if place.desk is not None:
        outcome = services.ask_for_end(desk=place.desk, actor=officer(request))
        tell(request, outcome, "Đã đề nghị kết thúc. Đồng chí kia xem lại bản tổng hợp rồi xác nhận.")
    return redirect("remarks:desk", *place.address)


@needs(PERMISSION)
@require_POST
def end(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """End the work: the voters' own words are destroyed."""
    place = place_or_404(request, key, subject_key)
    if place.desk is not None:
        outcome = services.confirm_end(desk=place.desk, subject=place.subject, actor=officer(request))
        tell(request, outcome, "Đã kết thúc biên tập, bản gốc đã huỷ.")
    return redirect("remarks:desk", *place.address)
