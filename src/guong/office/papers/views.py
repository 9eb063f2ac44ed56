"""The list of filed papers and their download."""

import unicodedata

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_GET

from guong.office.accounts.access import needs, officer
from guong.office.papers.models import PaperFile
from guong.office.papers.selectors import file_named, readable_papers
from guong.office.papers.services import read_file
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
    return render(request, "papers/list.html", {"rows": rows, "page": page})


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


def _held(request: HttpRequest) -> set[str]:
    return {name for name in _READERS if request.user.has_perm(f"accounts.{name}")}


def _file_name(file: PaperFile) -> str:
    words = f"{file.paper.printed_number.removeprefix('Số ')} {file.paper.title}".replace("đ", "d").replace(
        "Đ", "D"
    )
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return f"{slugify(plain)[:80].strip('-')}.{file.format}"
