"""Act three, "Mở hòm phiếu": first the codes of the seals are compared, then two keys open, then codes are read aloud.

One box or all boxes of a round: the keys are given once, and a box that fails stops no other (DESIGN §4.1, §4.6).
"""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from guong.ceremony.answers import render, session_of, submitted
from guong.ceremony.box_files import MOST_BOXES, sort_out
from guong.ceremony.gate import BOX_UPLOAD
from guong.ceremony.opening import BAD_BOX
from guong.ceremony.sitting import Sitting, seal_code_of
from guong.ceremony.summary import count_line
from guong.core.outcome import Refused

_PAGE = "opening.html"
_PATIENCE_SECONDS = 0.7
NO_BOX = Refused("no_box", "Chưa chọn tệp hòm phiếu. Đề nghị chọn tệp xuất từ máy chủ.")
TOO_MANY_BOXES = Refused(
    "too_many_boxes", f"Có quá {MOST_BOXES} hòm phiếu. Đề nghị chọn các hòm phiếu của một đợt."
)


async def show(request: Request) -> Response:
    """Choose the boxes; compare their codes and give the keys; or look at the results."""
    sitting = session_of(request).sitting
    if sitting is None:
        return render(request, _PAGE)
    if sitting.job is not None and sitting.job.running:
        return render(request, "progress.html", job=sitting.job)
    is_new = sitting.job is not None
    sitting.take_in()
    if not sitting.is_single:
        return _show_round(request, sitting)
    if sitting.opened:
        return _show_result(request, sitting)
    refused = next(iter(sitting.found.refused.values()), None)
    return _show_box(request, sitting, refused if is_new else None)


async def choose(request: Request) -> Response:
    """Read the sealed boxes; new ones take the place of those that aren't opened yet."""
    session = session_of(request)
    if session.sitting is not None and (session.sitting.job or session.sitting.opened):
        return RedirectResponse("/mo", 303)
    named = (await submitted(request)).named
    files = await run_in_threadpool(sort_out, [*named.get("hom", []), *named.get("thu_muc", [])])
    if not (files.boxes or files.strange):
        return render(request, _PAGE, refused=NO_BOX)
    if len(files.boxes) > MOST_BOXES:
        return render(request, _PAGE, refused=TOO_MANY_BOXES)
    if not files.boxes:
        only = files.strange[0].refused if len(files.strange) == 1 else BAD_BOX
        return render(request, _PAGE, refused=only)
    session.sitting = Sitting.of(files)
    return RedirectResponse("/mo", 303)


async def open_with_keys(request: Request) -> Response:
    """Begin the opening of the boxes whose codes were compared, once two keys are given."""
    sitting = session_of(request).sitting
    form = await submitted(request)
    if sitting is None:
        return render(request, _PAGE, refused=NO_BOX)
    if sitting.job is None:
        refused = await run_in_threadpool(sitting.begin, form.ticked.get("da_doi_chieu", []), form.shares)
        if refused is not None:
            page = _show_box if sitting.is_single else _show_round
            return page(request, sitting, refused)
    if sitting.job is not None:
        await run_in_threadpool(sitting.job.wait, _PATIENCE_SECONDS)
    return RedirectResponse("/mo", 303)


async def forget_box(request: Request) -> Response:
    """Choose other boxes, or end the act: nothing of the opening stays in memory."""
    session = session_of(request)
    if session.sitting is None or session.sitting.job is None or not session.sitting.job.running:
        session.finish_opening()
    return RedirectResponse("/mo", 303)


def _show_box(request: Request, sitting: Sitting, refused: Refused | None = None) -> Response:
    box = sitting.boxes[0]
    return render(request, "box.html", refused=refused, box=box, code=seal_code_of(box), sitting=sitting)


def _show_result(request: Request, sitting: Sitting) -> Response:
    opened = sitting.opened[0]
    names = {subject.key: subject.name for subject in opened.opening.box.definition.subjects}
    lines = [(names[count.subject], count, count_line(count)) for count in opened.opening.counts]
    return render(request, "result.html", opened=opened, lines=lines, sitting=sitting)


def _show_round(request: Request, sitting: Sitting, refused: Refused | None = None) -> Response:
    codes = {box.definition.poll: seal_code_of(box) for box in sitting.boxes}
    return render(request, "round.html", refused=refused, sitting=sitting, codes=codes)


ROUTES = [
    Route("/mo", show),
    Route(BOX_UPLOAD, choose, methods=["POST"]),
    Route("/mo/khoa", open_with_keys, methods=["POST"]),
    Route("/mo/xong", forget_box, methods=["POST"]),
]
