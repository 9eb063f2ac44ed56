"""Act three, "Mở hòm phiếu": first the mã niêm phong is compared, then two keys open, then codes are read aloud."""

from datetime import date

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from guong.ceremony import printing
from guong.ceremony.answers import file, pdf, render, session_of, submitted
from guong.ceremony.gate import BOX_UPLOAD
from guong.ceremony.opening import BAD_BOX, OpenedBox, content_of
from guong.ceremony.opening_job import OpeningJob
from guong.ceremony.summary import count_line
from guong.core import crockford
from guong.core.outcome import Refused

_PAGE = "opening.html"
_PATIENCE_SECONDS = 0.7
NO_BOX = Refused("no_box", "Chưa chọn tệp hòm phiếu. Đề nghị chọn tệp xuất từ máy chủ.")
NOT_COMPARED = Refused(
    "not_compared",
    "Chưa xác nhận mã niêm phong. Đề nghị đối chiếu mã trên màn hình với biên bản niêm phong; "
    "nếu khác nhau thì dừng lại, không mở hòm phiếu.",
)
STOPPED = Refused(
    "stopped", "Chương trình dừng giữa chừng, chưa có kết quả. Hòm phiếu vẫn nguyên; đề nghị mở lại từ đầu."
)


async def show(request: Request) -> Response:
    """Choose the box; compare its code and give the keys; or look at the result."""
    session = session_of(request)
    job = session.job
    if job is not None and job.running:
        return render(request, "progress.html", job=job)
    if job is not None and job.opened is not None:
        return _show_result(request, job.opened)
    refused = None
    if job is not None:
        refused, session.job = STOPPED if job.refused is None else job.refused, None
    return _show_box(request, refused)


async def choose(request: Request) -> Response:
    """Read the sealed box; a new box takes the place of one that isn't opened yet."""
    session = session_of(request)
    if session.job is not None:
        return RedirectResponse("/mo", 303)
    files = (await submitted(request)).files.get("hom", [])
    if len(files) != 1:
        return _show_box(request, NO_BOX)
    content = await run_in_threadpool(content_of, files[0])
    if isinstance(content, Refused):
        return _show_box(request, BAD_BOX)
    session.box = content
    return RedirectResponse("/mo", 303)


async def open_with_keys(request: Request) -> Response:
    """Begin the opening once the code was compared and two keys are given."""
    session = session_of(request)
    form = await submitted(request)
    if session.box is None:
        return _show_box(request, NO_BOX)
    if session.job is None:
        if form.fields.get("da_doi_chieu") != "1":
            return _show_box(request, NOT_COMPARED)
        session.job = OpeningJob(session.box, form.shares)
        await run_in_threadpool(session.job.wait, _PATIENCE_SECONDS)
    return RedirectResponse("/mo", 303)


async def forget_box(request: Request) -> Response:
    """Choose another box, or end the act: nothing of the opening stays in memory."""
    session = session_of(request)
    if session.job is None or not session.job.running:
        session.finish_opening()
    return RedirectResponse("/mo", 303)


async def result(request: Request) -> Response:
    """result.json, for the server and for the second machine."""
    opened = _saved(request, "result")
    if opened is None:
        return render(request, "missing.html", status=404)
    return file(opened.opening.raw, f"result-{_poll(opened)}.json", "application/json")


async def archive(request: Request) -> Response:
    """archive.age, the sealed mark rows."""
    opened = _saved(request, "archive")
    if opened is None:
        return render(request, "missing.html", status=404)
    return file(opened.archive, f"archive-{_poll(opened)}.age", "application/octet-stream")


async def archive_key(request: Request) -> Response:
    """The one sheet with the archive's key."""
    opened = _saved(request, "archive_key")
    if opened is None:
        return render(request, "missing.html", status=404)
    made = opened
    return await pdf(
        f"khoa-luu-phieu-{_poll(opened)}.pdf",
        lambda: printing.archive_key_sheet(made, opened_on=date.today()),
    )


def _show_box(request: Request, refused: Refused | None) -> Response:
    box = session_of(request).box
    code = None if box is None else crockford.sixteen_digits(box.list_digest)
    return render(request, _PAGE, refused=refused, box=box, code=code)


def _show_result(request: Request, opened: OpenedBox) -> Response:
    names = {subject.key: subject.name for subject in opened.opening.box.definition.subjects}
    lines = [(names[count.subject], count, count_line(count)) for count in opened.opening.counts]
    return render(request, "result.html", opened=opened, lines=lines, job=session_of(request).job)


def _saved(request: Request, what: str) -> OpenedBox | None:
    job = session_of(request).job
    if job is None or job.opened is None:
        return None
    job.saved.add(what)
    return job.opened


def _poll(opened: OpenedBox) -> str:
    return opened.opening.box.definition.poll


ROUTES = [
    Route("/mo", show),
    Route(BOX_UPLOAD, choose, methods=["POST"]),
    Route("/mo/khoa", open_with_keys, methods=["POST"]),
    Route("/mo/xong", forget_box, methods=["POST"]),
    Route("/mo/result.json", result),
    Route("/mo/archive.age", archive),
    Route("/mo/khoa-luu.pdf", archive_key),
]
