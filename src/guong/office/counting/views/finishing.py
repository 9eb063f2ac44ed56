"""After the opening: the result comes in, the bundle is built, the keys end."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from guong.core import crockford
from guong.office.accounts.access import needs, officer
from guong.office.conferences.models import Conference
from guong.office.counting import refusals, selectors, services
from guong.office.counting.forms import DestroyForm, ImportForm
from guong.office.counting.views.scope import PERMISSION, bundle_answer, conference_or_404, refused_in
from guong.ui.telling import tell


@needs(PERMISSION)
@require_http_methods(["GET", "POST"])
def import_result(request: HttpRequest, key: str) -> HttpResponse:
    """Take in result.json and archive.age once two board members typed the code that each program shows."""
    conference = conference_or_404(request, key)
    given = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = ImportForm(*given, board=selectors.board_names(conference))
    if request.method == "POST" and form.is_valid():
        outcome = _import(request, conference, form)
        if not refused_in(form, outcome):
            tell(request, outcome, "Đã nhập kết quả. Mã hai người đọc khớp với tệp kết quả.")
            return redirect("counting:conference", key)
    opening = selectors.opening(conference)
    context = {
        "conference": conference,
        "form": form,
        "opening": opening,
        "code": crockford.sixteen_digits(bytes.fromhex(opening.digest)) if opening else "",
        "state": selectors.poll_state(conference),
    }
    return render(request, "counting/import.html", context)


def _import(request: HttpRequest, conference: Conference, form: ImportForm) -> object:
    given = form.cleaned_data
    if max(given["result"].size, given["archive"].size) > services.LARGEST_FILE:
        return refusals.FILE_TOO_LARGE
    return services.import_opening(
        conference=conference,
        result=given["result"].read(),
        archive=given["archive"].read(),
        confirmers=(given["first_confirmer"], given["second_confirmer"]),
        codes=(given["first_code"], given["second_code"]),
        same_machine=given["same_machine"],
        actor=officer(request),
    )


@needs(PERMISSION)
@require_http_methods(["GET", "POST"])
def bundle(request: HttpRequest, key: str) -> HttpResponse:
    """Build the bundle for the inspection body and show mã hồ sơ."""
    conference = conference_or_404(request, key)
    if request.method == "POST":
        outcome = services.build_bundle(conference=conference, actor=officer(request))
        tell(request, outcome, "Đã lập hồ sơ kiểm tra.")
        return redirect("counting:bundle", key)
    context = {
        "conference": conference,
        "bundle": selectors.bundle(conference),
        "opening": selectors.opening(conference),
        "whole": selectors.is_bundle_whole(conference),
    }
    return render(request, "counting/bundle.html", context)


@needs(PERMISSION)
@require_POST
def bundle_file(request: HttpRequest, key: str) -> HttpResponse:
    """The bundle as one file."""
    conference = conference_or_404(request, key)
    outcome = services.export_bundle(conference=conference, actor=officer(request))
    back = redirect("counting:bundle", key)
    return bundle_answer(outcome, name=conference.poll.poll_key, back=back, request=request)


@needs(PERMISSION)
@require_http_methods(["GET", "POST"])
def destroy(request: HttpRequest, key: str) -> HttpResponse:
    """Record that the keys were destroyed; the urn overwrites its envelopes."""
    conference = conference_or_404(request, key)
    form = DestroyForm(request.POST if request.method == "POST" else None, initial=_witnesses(conference))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        outcome = services.destroy_keys(
            conference=conference,
            keys_destroyed=given["keys_destroyed"],
            head_name=given["head_name"],
            witness_name=given["witness_name"],
            actor=officer(request),
        )
        if not refused_in(form, outcome):
            tell(request, outcome, "Đã ghi nhận việc huỷ chìa khoá và ghi đè các phiếu niêm phong.")
            return redirect("counting:conference", key)
    context = {
        "conference": conference,
        "form": form,
        "bundle": selectors.bundle(conference),
        "done": selectors.key_destruction(conference),
    }
    return render(request, "counting/destroy.html", context)


def _witnesses(conference: Conference) -> dict[str, str]:
    named = {member.role: member.full_name for member in reversed(conference.board.all())}
    return {"head_name": named.get("head", ""), "witness_name": named.get("witness", "")}
