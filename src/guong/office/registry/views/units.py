"""The list of units, one unit, and how a unit ends."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from guong.core.eligibility import VoterClass, head_eligibility
from guong.core.outcome import Refused
from guong.office.accounts.access import needs, officer
from guong.office.registry.forms import SuccessionForm
from guong.office.registry.models import SCHOOL_LEVELS, Level, Post, Unit
from guong.office.registry.selectors import (
    current_heads,
    find_units,
    former_heads,
    lineage_of,
    possible_successors,
    staff_of,
    unit_in_scope,
    unit_rows,
    ward_of,
    ward_voters,
)
from guong.office.registry.services import record_succession

READERS = ("manage_registry", "organise_conference", "count_votes")
CLASS_NAMES = {
    VoterClass.COMMITTEE: "Uỷ viên Ban Chấp hành Đảng bộ phường",
    VoterClass.OFFICE: "Cơ quan phường",
    VoterClass.CELL_SECRETARY: "Bí thư chi bộ",
    VoterClass.NEIGHBOURHOOD_HEAD: "Tổ trưởng tổ dân phố",
    VoterClass.FRONT_HEAD: "Trưởng ban công tác mặt trận",
}
_ON_A_PAGE = 30


@needs(*READERS)
@require_GET
def unit_list(request: HttpRequest) -> HttpResponse:
    """Units in the officer's scope, by group, found by words without accents."""
    words, group = request.GET.get("tim", "").strip()[:100], request.GET.get("nhom", "")
    found = find_units(user=request.user, words=words, group=group)
    page = Paginator(found.units, _ON_A_PAGE).get_page(request.GET.get("trang"))
    rows = unit_rows(units=list(page), on=timezone.localdate())
    kept = urlencode({key: value for key, value in (("nhom", group), ("tim", words)) if value})
    context = {"found": found, "page": page, "rows": rows, "words": words, "group": group}
    context["kept"] = f"{kept}&" if kept else ""
    return render(request, "registry/units.html", context)


@needs(*READERS)
@require_GET
def unit_page(request: HttpRequest, unit_id: int) -> HttpResponse:
    """One unit with heads, people and history; outside the scope it doesn't exist."""
    unit = _found(request, unit_id)
    today = timezone.localdate()
    context: dict[str, object] = {
        "unit": unit,
        "ward": ward_of(unit=unit) if unit.level in SCHOOL_LEVELS else None,
        "lineage": lineage_of(unit=unit),
        "heads": [_head(post) for post in current_heads(unit=unit, on=today)],
        "former": former_heads(unit=unit, on=today),
        "is_school": unit.level in SCHOOL_LEVELS,
    }
    context |= _ward_people(unit) if unit.level == Level.WARD else _staff(unit)
    return render(request, "registry/unit.html", context)


@needs("manage_registry")
@require_http_methods(["GET", "POST"])
def end_unit(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Note a merger, a split or a new name."""
    unit = _found(request, unit_id)
    form = SuccessionForm(request.POST or None, units=possible_successors(user=request.user, unit=unit))
    if form.is_valid():
        done = record_succession(actor=officer(request), unit=unit, **form.as_told())
        if not isinstance(done, Refused):
            messages.success(request, f"Đã ghi: {unit.name} kết thúc hoạt động.")
            return redirect("registry:unit", unit_id=unit.pk)
        form.add_error(None, done.sentence)
    status = 422 if form.is_bound else 200
    return render(request, "registry/end_unit.html", {"unit": unit, "form": form}, status=status)


def _found(request: HttpRequest, unit_id: int) -> Unit:
    unit = unit_in_scope(user=request.user, unit_id=unit_id)
    if unit is None:
        raise Http404
    return unit


def _head(post: Post) -> dict[str, object]:
    young = head_eligibility(post.starts_on, timezone.localdate())
    return {"post": post, "eligible_on": young.eligible_on if young else None}


def _staff(unit: Unit) -> dict[str, object]:
    staff = list(staff_of(unit=unit))
    contract = sum(entry.employment == "contract" for entry in staff)
    members = sum(entry.is_party_member for entry in staff)
    return {"staff": staff, "permanent": len(staff) - contract, "contract": contract, "members": members}


def _ward_people(unit: Unit) -> dict[str, object]:
    voters = ward_voters(unit=unit)
    rows = [{"voter": voter, "classes": [CLASS_NAMES[one] for one in voter.classes]} for voter in voters]
    counts = [(name, sum(one in voter.classes for voter in voters)) for one, name in CLASS_NAMES.items()]
    twice = sum(len(voter.classes) > 1 for voter in voters)
    return {"voters": rows, "counts": counts, "twice": twice}
