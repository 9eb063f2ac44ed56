"""Importing the workbook: choose, say which column is which, look, write."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from guong.core.outcome import Refused
from guong.core.wording import in_digits
from guong.office.accounts.access import needs, officer
from guong.office.registry import uploads
from guong.office.registry.forms import WorkbookForm
from guong.office.registry.importing.lines import Preview
from guong.office.registry.importing.reading import UPLOAD_LIMIT
from guong.office.registry.importing.telling import tell
from guong.office.registry.importing.workbook import error_workbook, template_bytes
from guong.office.registry.imports import UNCLEAR, Imported, apply_import, check_workbook, read_workbook

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs("manage_registry")
@require_GET
def template(request: HttpRequest) -> HttpResponse:
    """The empty workbook."""
    return _file(template_bytes(), "so-bo-mau.xlsx")


@needs("manage_registry")
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Choose a file; its preview, the question which column is which, or why it can't be read."""
    if request.method == "GET":
        return render(request, "registry/upload.html", {"form": WorkbookForm()})
    form = WorkbookForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "registry/upload.html", {"form": form}, status=422)
    data = form.cleaned_data["workbook"].read(UPLOAD_LIMIT + 1)
    refused = check_workbook(data)
    if refused is not None and refused.reason != UNCLEAR:
        form.add_error("workbook", refused.sentence)
        return render(request, "registry/upload.html", {"form": form}, status=422)
    fingerprint = uploads.keep(officer_key=officer(request).key, data=data)
    page = "registry:columns" if refused is not None else "registry:preview"
    return redirect(reverse(page, args=[fingerprint]))


@needs("manage_registry")
@require_GET
def preview_page(request: HttpRequest, fingerprint: str) -> HttpResponse:
    """What the kept upload would change."""
    preview = _kept_preview(request, fingerprint)
    if not isinstance(preview, Preview):
        return _start_again(request, fingerprint, preview)
    context = {"preview": preview, "told": tell(preview), "fingerprint": fingerprint}
    return render(request, "registry/preview.html", context)


@needs("manage_registry")
@require_GET
def errors(request: HttpRequest, fingerprint: str) -> HttpResponse:
    """The kept upload, handed back with a column of faults."""
    preview = _kept_preview(request, fingerprint)
    if not isinstance(preview, Preview):
        return _start_again(request, fingerprint, preview)
    return _file(error_workbook(preview=preview), "so-bo-loi-can-sua.xlsx")


@needs("manage_registry")
@require_POST
def confirm(request: HttpRequest, fingerprint: str) -> HttpResponse:
    """Write the kept upload into the register; it is read and compared afresh."""
    preview = _kept_preview(request, fingerprint)
    if not isinstance(preview, Preview):
        return _start_again(request, fingerprint, preview)
    done = apply_import(preview=preview, actor=officer(request))
    if isinstance(done, Refused):
        messages.error(request, done.sentence)
        return redirect(reverse("registry:preview", args=[fingerprint]))
    uploads.forget(officer_key=officer(request).key)
    messages.success(
        request,
        _written(done),
    )
    return redirect("registry:units")


def _written(done: Imported) -> str:
    """Say what was written; a list that the file doesn't bring isn't named."""
    every = (
        (done.units, "đơn vị"),
        (done.heads, "người đứng đầu"),
        (done.staff, "cán bộ"),
        (done.wards, "dòng thành phần phường"),
    )
    named = ", ".join(f"{in_digits(count)} {what}" for count, what in every if count)
    left = f"{in_digits(done.left)} người thôi trong danh sách" if done.left else ""
    sentence = "; ".join(part for part in (f"{named} thêm mới hoặc thay đổi" if named else "", left) if part)
    return f"Đã ghi vào sổ bộ: {sentence}." if sentence else "Sổ bộ đã ghi đúng như tệp này."


def _kept_preview(request: HttpRequest, fingerprint: str) -> Preview | Refused | None:
    data = uploads.kept(officer_key=officer(request).key, fingerprint=fingerprint)
    return read_workbook(data, user=officer(request)) if data else None


def _start_again(request: HttpRequest, fingerprint: str, refused: Refused | None) -> HttpResponse:
    if refused is not None and refused.reason == UNCLEAR:
        return redirect(reverse("registry:columns", args=[fingerprint]))
    messages.error(request, refused.sentence if refused else uploads.GONE)
    return redirect("registry:upload")


def _file(data: bytes, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=_XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
