"""The list of filed papers and their download; the page that follows a long task."""

import unicodedata

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_GET

from guong.office.accounts.access import needs, officer
from guong.office.papers.models import PaperFile
from guong.office.papers.selectors import TaskStanding, file_named, readable_papers, task_standing
from guong.office.papers.services import read_file
from guong.office.papers.template_views import MAY_SET
from guong.office.registry.selectors import units_in_scope

_READERS = ("organise_conference", "count_votes", "read_results")
_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@needs(*_READERS)
@require_GET
def paper_list(request: HttpRequest) -> HttpResponse:
    """Papers of the officer's units."""
    names = dict(units_in_scope(user=request.user).values_list("key", "name"))
    found = readable_papers(unit_keys=names.keys(), held=_held(request))
    page = Paginator(found, 50).get_page(request.GET.get("trang"))
    rows = [{"paper": paper, "unit": names[paper.unit_key]} for paper in page]
    return render(request, "papers/list.html", {"rows": rows, "page": page, "may_set": _may_set(request)})


@needs(*_READERS)
@require_GET
def download(request: HttpRequest, name: str) -> HttpResponse:
    """One file; outside the officer's units and permissions it doesn't exist."""
    keys = set(units_in_scope(user=request.user).values_list("key", flat=True))
    file = file_named(name=name, unit_keys=keys, held=_held(request))
    if file is None:
        raise Http404
    response = HttpResponse(read_file(file=file, actor=officer(request)), content_type=_TYPES[file.format])
    response["Content-Disposition"] = f'attachment; filename="{_file_name(file)}"'
    return response


@needs(*_READERS)
@require_GET
def task(request: HttpRequest, key: str) -> HttpResponse:
    """How far a long task is; at its end what came of it, on the page where the officer goes on."""
    standing = _standing_or_404(request, key)
    if standing.is_refused:
        messages.error(request, standing.sentence)
        return redirect(standing.task.back)
    if standing.is_done and not standing.task.file_name:
        messages.success(request, standing.sentence)
        return redirect(standing.task.to)
    return render(request, "papers/task.html", {"standing": standing})


@needs(*_READERS)
@require_GET
def task_bar(request: HttpRequest, key: str) -> HttpResponse:
    """The bar alone, fetched again and again; at the end the whole page is asked for anew."""
    standing = _standing_or_404(request, key)
    response = render(request, "papers/task_bar.html", {"standing": standing})
    if not standing.is_running:
        response["HX-Refresh"] = "true"
    return response


@needs(*_READERS)
@require_GET
def task_file(request: HttpRequest, key: str) -> HttpResponse:
    """The file that a long task made."""
    standing = _standing_or_404(request, key)
    if not standing.task.file_name:
        raise Http404
    response = HttpResponse(bytes(standing.task.file), content_type=_TYPES["pdf"])
    response["Content-Disposition"] = f'attachment; filename="{standing.task.file_name}.pdf"'
    return response


def _standing_or_404(request: HttpRequest, key: str) -> TaskStanding:
    standing = task_standing(user=officer(request), key=key)
    if standing is None:
        raise Http404
    return standing


def _may_set(request: HttpRequest) -> bool:
    return request.user.has_perm(f"accounts.{MAY_SET}")


def _held(request: HttpRequest) -> set[str]:
    return {name for name in _READERS if request.user.has_perm(f"accounts.{name}")}


def _file_name(file: PaperFile) -> str:
    words = f"{file.paper.printed_number.removeprefix('Số ')} {file.paper.title}".replace("đ", "d").replace(
        "Đ", "D"
    )
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return f"{slugify(plain)[:80].strip('-')}.{file.format}"
