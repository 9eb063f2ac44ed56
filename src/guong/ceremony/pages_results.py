"""What is carried away from the opening: results and archives for the server, keys of the archives on paper."""

from datetime import date

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from guong.ceremony import printing
from guong.ceremony.answers import file, pdf, render, session_of
from guong.ceremony.opening import OpenedBox
from guong.ceremony.opening_round import result_zip
from guong.ceremony.sitting import Sitting


async def result(request: Request) -> Response:
    """result.json of one box, for the server and for the second machine."""
    opened = _saved_alone(request, "result")
    if opened is None:
        return render(request, "missing.html", status=404)
    return file(opened.opening.raw, f"result-{_poll(opened)}.json", "application/json")


async def archive(request: Request) -> Response:
    """archive.age of one box, the sealed mark rows."""
    opened = _saved_alone(request, "archive")
    if opened is None:
        return render(request, "missing.html", status=404)
    return file(opened.archive, f"archive-{_poll(opened)}.age", "application/octet-stream")


async def results(request: Request) -> Response:
    """Results and archives of all opened boxes as one ZIP, for the server (formats §10)."""
    sitting = _saved(request, "results")
    if sitting is None:
        return render(request, "missing.html", status=404)
    return file(result_zip(sitting.found.opened), "ket-qua-mo-hom-phieu.zip", "application/zip")


async def archive_keys(request: Request) -> Response:
    """The sheets with the archives' keys, one a conference."""
    sitting = _saved(request, "archive_key")
    if sitting is None:
        return render(request, "missing.html", status=404)
    opened = sitting.opened
    name = f"khoa-luu-phieu-{_poll(opened[0])}.pdf" if sitting.is_single else "khoa-luu-phieu.pdf"
    return await pdf(name, lambda: printing.archive_key_sheets(opened, opened_on=date.today()))


def _saved(request: Request, what: str) -> Sitting | None:
    sitting = session_of(request).sitting
    if sitting is None or not sitting.opened:
        return None
    sitting.saved.add(what)
    return sitting


def _saved_alone(request: Request, what: str) -> OpenedBox | None:
    sitting = session_of(request).sitting
    if sitting is None or not sitting.is_single or _saved(request, what) is None:
        return None
    return sitting.opened[0]


def _poll(opened: OpenedBox) -> str:
    return opened.opening.box.definition.poll


ROUTES = [
    Route("/mo/result.json", result),
    Route("/mo/archive.age", archive),
    Route("/mo/ket-qua.zip", results),
    Route("/mo/khoa-luu.pdf", archive_keys),
]
