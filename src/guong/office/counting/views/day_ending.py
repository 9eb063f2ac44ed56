"""The end of a day: bundle, keys, archive, and months later the ballots."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from guong.office.accounts.access import needs, officer
from guong.office.counting import selectors, services
from guong.office.counting.day_steps import DayStepKey
from guong.office.counting.ending_forms import ArchiveSealingForm, BallotsEndForm, KeysEndForm
from guong.office.counting.selectors import DayView
from guong.office.counting.views.day_ground import day_or_404
from guong.office.counting.views.scope import PERMISSION, bundle_answer, refused_in
from guong.office.papers.selectors import filing_words
from guong.ui.telling import tell


@needs(PERMISSION)
@require_http_methods(["GET", "POST"])
def bundle(request: HttpRequest, key: str) -> HttpResponse:
    """Make the one bundle of the day's boxes and show mã hồ sơ."""
    day = day_or_404(request, key)
    if request.method == "POST":
        outcome = services.bundle_day(day=day, actor=officer(request))
        tell(request, outcome, "Đã lập hồ sơ kiểm tra chung.")
        return redirect("counting:day_bundle", key)
    view = selectors.day_view(day)
    context = {
        "day": day,
        "minuted": DayStepKey.OPEN in view.steps,
        "opened": len(view.opened),
        "bundles": selectors.bundles_of(view.opened),
    }
    return render(request, "counting/day_bundle.html", context)


@needs(PERMISSION)
@require_POST
def bundle_file(request: HttpRequest, key: str, code: str) -> HttpResponse:
    """The bundle as one file."""
    day = day_or_404(request, key)
    outcome = services.export_day_bundle(day=day, code=code, actor=officer(request))
    back = redirect("counting:day_bundle", key)
    return bundle_answer(outcome, name=day.opens_on.isoformat(), back=back, request=request)


@needs(PERMISSION)
@require_http_methods(["GET", "POST"])
def destroy(request: HttpRequest, key: str) -> HttpResponse:
    """Record that the keys of the round were destroyed; the urn overwrites the envelopes of all its polls."""
    day = day_or_404(request, key)
    view = selectors.day_view(day)
    unopened = [k.name for entry in selectors.key_sets_of(view) for k in entry.keepers if not k.opened]
    form = KeysEndForm(
        request.POST if request.method == "POST" else None,
        unopened=list(dict.fromkeys(unopened)),
        waiting=selectors.unopened_units(view),
        initial=_now("at") | _witnesses(view),
    )
    if request.method == "POST" and form.is_valid():
        outcome = services.destroy_day_keys(
            day=day,
            end=form.end,
            others_have_own_keys=bool(form.cleaned_data.get("others_have_own_keys")),
            actor=officer(request),
        )
        if not refused_in(form, outcome):
            tell(
                request,
                outcome,
                filing_words(
                    outcome, "Đã ghi nhận việc huỷ chìa khoá, lập biên bản và ghi đè các phiếu niêm phong."
                ),
            )
            return redirect("counting:day", key)
    context = {
        "day": day,
        "form": form,
        "keys": sum(len(entry.keepers) for entry in selectors.key_sets_of(view)),
        "bundled": view.facts.bundled == view.facts.opened > 0,
        "done": view.steps.get(DayStepKey.DESTROY),
    }
    return render(request, "counting/day_destroy.html", context)


@needs(PERMISSION)
@require_http_methods(["GET", "POST"])
def archive(request: HttpRequest, key: str) -> HttpResponse:
    """Seal paper ballots, archives and their keys for six months."""
    day = day_or_404(request, key)
    view = selectors.day_view(day)
    form = ArchiveSealingForm(
        request.POST if request.method == "POST" else None, initial=_now("at") | _parcels(view)
    )
    if request.method == "POST" and form.is_valid():
        outcome = services.seal_archive(day=day, sealing=form.sealing, actor=officer(request))
        if not refused_in(form, outcome):
            tell(request, outcome, filing_words(outcome, "Đã lập biên bản niêm phong lưu trữ."))
            return redirect("counting:day", key)
    context = {
        "day": day,
        "form": form,
        "may": DayStepKey.DESTROY in view.steps,
        "done": view.steps.get(DayStepKey.ARCHIVE),
        "destroy_from": selectors.may_be_destroyed_from(view),
    }
    return render(request, "counting/day_archive.html", context)


@needs(PERMISSION)
@require_http_methods(["GET", "POST"])
def ballots(request: HttpRequest, key: str) -> HttpResponse:
    """Record that ballots and archives were destroyed by decision, once six months are over."""
    day = day_or_404(request, key)
    view = selectors.day_view(day)
    form = BallotsEndForm(request.POST if request.method == "POST" else None, initial=_now("began", "ended"))
    if request.method == "POST" and form.is_valid():
        outcome = services.destroy_ballots(day=day, end=form.end, actor=officer(request))
        if not refused_in(form, outcome):
            tell(
                request,
                outcome,
                filing_words(outcome, "Đã ghi nhận việc huỷ phiếu, lập biên bản và xoá các tệp lưu kết quả."),
            )
            return redirect("counting:day", key)
    first = selectors.may_be_destroyed_from(view)
    context = {
        "day": day,
        "form": form,
        "destroy_from": first,
        "may": first is not None and timezone.localdate() >= first,
        "done": view.steps.get(DayStepKey.BALLOTS),
    }
    return render(request, "counting/day_ballots.html", context)


def _now(*names: str) -> dict[str, str]:
    now = timezone.localtime().strftime("%Y-%m-%dT%H:%M")
    return dict.fromkeys(names, now)


def _witnesses(view: DayView) -> dict[str, str]:
    named = {person.role: person.full_name for person in reversed(view.people)}
    return {"head_name": named.get("head", ""), "witness_name": named.get("witness", "")}


def _parcels(view: DayView) -> dict[str, object]:
    return {
        "label_1": "Thùng số 1",
        "content_1": f"Phiếu giấy, thẻ và tờ chìa khoá tệp lưu của {len(view.opened)} hội nghị",
        "strips_1": 3,
        "label_2": "Bì số 2",
        "content_2": "Thẻ nhớ chứa các tệp lưu kết quả",
        "strips_2": 2,
    }
