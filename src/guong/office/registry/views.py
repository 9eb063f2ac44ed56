"""Pages of the register: units, one unit, import in three steps."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from guong.core.outcome import Refused
from guong.core.wording import in_digits
from guong.office.accounts.access import needs, officer
from guong.office.registry import uploads
from guong.office.registry.forms import WorkbookForm
from guong.office.registry.imports import apply_import, read_workbook
from guong.office.registry.lines import Change, Preview
from guong.office.registry.reading import UPLOAD_LIMIT
from guong.office.registry.selectors import current_heads, staff_of, unit_in_scope, units_with_figures
from guong.office.registry.workbook import error_workbook, template_bytes

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ERRORS_SHOWN = 200
_READERS = ("manage_registry", "organise_conference", "count_votes")


@needs(*_READERS)
@require_GET
def unit_list(request: HttpRequest) -> HttpResponse:
    """Units in the officer's scope."""
    return render(request, "registry/units.html", {"units": units_with_figures(user=request.user)})


@needs(*_READERS)
@require_GET
def unit_page(request: HttpRequest, unit_id: int) -> HttpResponse:
    """One unit with heads and staff list; outside the scope it doesn't exist."""
    unit = unit_in_scope(user=request.user, unit_id=unit_id)
    if unit is None:
        raise Http404
    staff = list(staff_of(unit=unit))
    contract = sum(entry.employment == "contract" for entry in staff)
    heads = current_heads(unit=unit, on=timezone.localdate())
    context = {
        "unit": unit,
        "staff": staff,
        "heads": heads,
        "permanent": len(staff) - contract,
        "contract": contract,
    }
    return render(request, "registry/unit.html", context)


@needs("manage_registry")
@require_GET
def template(request: HttpRequest) -> HttpResponse:
    """The empty workbook."""
    return _file(template_bytes(), "so-bo-mau.xlsx")


@needs("manage_registry")
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Choose a file; its preview, or why it can't be read."""
    if request.method == "GET":
        return render(request, "registry/upload.html", {"form": WorkbookForm()})
    form = WorkbookForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "registry/upload.html", {"form": form}, status=422)
    data = form.cleaned_data["workbook"].read(UPLOAD_LIMIT + 1)
    preview = read_workbook(data, user=officer(request))
    if isinstance(preview, Refused):
        form.add_error("workbook", preview.sentence)
        return render(request, "registry/upload.html", {"form": form}, status=422)
    fingerprint = uploads.keep(officer_key=officer(request).key, data=data)
    return redirect(reverse("registry:preview", args=[fingerprint]))


@needs("manage_registry")
@require_GET
def preview_page(request: HttpRequest, fingerprint: str) -> HttpResponse:
    """What the kept upload would change."""
    preview = _kept_preview(request, fingerprint)
    if preview is None:
        return _start_again(request)
    context = {
        "preview": preview,
        "fingerprint": fingerprint,
        "errors": preview.errors[:_ERRORS_SHOWN],
        "errors_left": max(0, len(preview.errors) - _ERRORS_SHOWN),
        "new": preview.count(Change.NEW),
        "changed": preview.count(Change.CHANGED),
        "unchanged": preview.count(Change.UNCHANGED),
        "staff_changes": [line for line in preview.staff if line.change is not Change.UNCHANGED],
    }
    return render(request, "registry/preview.html", context)


@needs("manage_registry")
@require_GET
def errors(request: HttpRequest, fingerprint: str) -> HttpResponse:
    """The kept upload, handed back with a column of faults."""
    preview = _kept_preview(request, fingerprint)
    if preview is None:
        return _start_again(request)
    return _file(error_workbook(preview=preview), "so-bo-loi-can-sua.xlsx")


@needs("manage_registry")
@require_POST
def confirm(request: HttpRequest, fingerprint: str) -> HttpResponse:
    """Write the kept upload into the register; it is read and compared afresh."""
    preview = _kept_preview(request, fingerprint)
    if preview is None:
        return _start_again(request)
    done = apply_import(preview=preview, actor=officer(request))
    if isinstance(done, Refused):
        messages.error(request, done.sentence)
        return redirect(reverse("registry:preview", args=[fingerprint]))
    uploads.forget(officer_key=officer(request).key)
    messages.success(
        request,
        f"Đã ghi vào sổ bộ: {in_digits(done.units)} đơn vị, {in_digits(done.heads)} người đứng đầu, "
        f"{in_digits(done.staff)} cán bộ thêm mới hoặc thay đổi; {in_digits(done.left)} cán bộ thôi trong danh sách.",
    )
    return redirect("registry:units")


def _kept_preview(request: HttpRequest, fingerprint: str) -> Preview | None:
    data = uploads.kept(officer_key=officer(request).key, fingerprint=fingerprint)
    preview = read_workbook(data, user=officer(request)) if data else None
    return preview if isinstance(preview, Preview) else None


def _start_again(request: HttpRequest) -> HttpResponse:
    messages.error(request, "Tệp đã tải lên không còn nữa. Đồng chí chọn lại tệp.")
    return redirect("registry:upload")


def _file(data: bytes, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=_XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
