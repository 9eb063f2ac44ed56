"""The pages of the scanning station: order, count, scan, look, type, seal, hand over."""

from pathlib import Path
from typing import Any, cast

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.templating import Jinja2Templates

from guong.ceremony import answers, gate
from guong.ceremony.scanning import refusals
from guong.ceremony.scanning.batch import Batch
from guong.ceremony.scanning.questions import TOGETHER, Queue
from guong.ceremony.scanning.station import Station
from guong.ceremony.scanning.uploads import LARGEST_SCANS, scans_of
from guong.core.outcome import Refused
from guong.core.paper_batch import BLANK, INVALID, NO_STAMP, OTHER_SUBJECT, STAMPED
from guong.core.wording import in_digits

SCANS = "/quet"
_A_PAGE = 20
_CEREMONY = Path(gate.__file__).parent
_TEMPLATES = Jinja2Templates(directory=[Path(__file__).parent / "templates", _CEREMONY / "templates"])
_TEMPLATES.env.filters["in_digits"] = in_digits
_HEAD_WORDS = {
    STAMPED: "Có dấu, đúng người",
    NO_STAMP: "Không có dấu",
    OTHER_SUBJECT: "Phiếu góp ý người khác",
}
_ROW_WORDS = {BLANK: "Để trống", INVALID: "Không hợp lệ"}


def pages(*, port: int, token: str) -> gate.Gate:
    """Return the ASGI application for one run on that port, opened by the one-time token."""
    application = Starlette(
        routes=[
            Route("/", home),
            Route("/lenh", take_order, methods=["POST"]),
            Route("/tap", begin, methods=["POST"]),
            Route(SCANS, scan, methods=["POST"]),
            Route("/quyet-dinh", decide, methods=["POST"]),
            Route("/quet-xong", finish, methods=["POST"]),
            Route("/bo", void, methods=["POST"]),
            Route("/xem", look, methods=["GET", "POST"]),
            Route("/chu", type_notes, methods=["GET", "POST"]),
            Route("/anh/{key}", picture),
            Route("/niem-phong", seal, methods=["POST"]),
            Route("/phieu-da-niem-phong.json", sealed_file),
            Route("/xong", handed_over, methods=["POST"]),
            Mount("/static", StaticFiles(directory=_CEREMONY / "static"), name="static"),
        ],
        exception_handlers={400: _not_understood, 404: _not_found, 405: _not_found},
    )
    application.state.station = Station()
    return gate.Gate(application, port=port, token=token, uploads={SCANS: LARGEST_SCANS})


async def home(request: Request) -> Response:
    """What is to be done next, and everything that was done of this batch."""
    return _home(request)


async def take_order(request: Request) -> Response:
    """Take the desk's order."""
    chosen = (await answers.submitted(request)).files.get("lenh", [b""])
    return _home_after(request, _station(request).take_order(chosen[-1]))


async def begin(request: Request) -> Response:
    """Begin a batch with two people's counts."""
    typed = (await answers.submitted(request)).fields
    counts = typed.get("dem_1", "").strip(), typed.get("dem_2", "").strip()
    return _home_after(request, _station(request).begin(*counts))


async def scan(request: Request) -> Response:
    """Read one upload."""
    batch = _station(request).batch
    if batch is None or batch.queue is not None:
        return RedirectResponse("/", 303)
    files = await scans_of(request, "quet")
    outcome = await run_in_threadpool(batch.add, files)
    return _home_after(request, outcome if isinstance(outcome, Refused) else None)


async def decide(request: Request) -> Response:
    """Take a person's word on a page that was not read or on two sheets that look alike."""
    typed = (await answers.submitted(request)).fields
    batch = _station(request).batch
    if batch is not None and batch.queue is None:
        batch.decide(typed.get("viec", ""), typed.get("chon", ""))
    return RedirectResponse("/", 303)


async def finish(request: Request) -> Response:
    """Compare the counts; a batch that doesn't agree is gone."""
    return _home_after(request, _station(request).finish_scanning())


async def void(request: Request) -> Response:
    """Drop the batch."""
    _station(request).void()
    return RedirectResponse("/", 303)


async def look(request: Request) -> Response:
    """One turn's strips, twenty a page; whoever answers sees no answer of anybody else."""
    station = _station(request)
    batch = station.batch
    queue = batch.queue if batch else None
    turn = queue.turn if queue else None
    if batch is None or queue is None or turn is None:
        return RedirectResponse("/", 303)
    if request.method == "GET":
        return _render(request, "look.html", **_turn(station, batch, queue, turn))
    given = (await answers.submitted(request)).fields
    shown = min(_A_PAGE, len(queue.waiting(turn)))
    is_short = given.get("luot") == str(turn) and queue.answer(turn, given) < shown
    if is_short:
        refused = refusals.NOT_ANSWERED
        return _render(request, "look.html", refused=refused, **_turn(station, batch, queue, turn))
    if not queue.waiting(turn):
        return _home_after(request, station.check_heads())
    return RedirectResponse("/xem", 303)


async def type_notes(request: Request) -> Response:
    """One sheet's back after the other."""
    batch = _station(request).batch
    if batch is None or batch.queue is None or batch.queue.turn is not None:
        return RedirectResponse("/", 303)
    refused = None
    if request.method == "POST":
        typed = (await answers.submitted(request)).fields
        refused = batch.type_notes(typed.get("to", ""), typed)
    waiting = batch.to_type()
    if not waiting:
        return RedirectResponse("/", 303)
    fields = [*((item.key, f"{item.number}. {item.text}") for item in batch.form.items if item.note)]
    fields += [(opinion.key, opinion.text) for opinion in batch.form.opinions]
    done = len(batch.sheets) - len(waiting)
    return _render(
        request,
        "type.html",
        refused=refused,
        sheet=waiting[0],
        fields=fields,
        done=done,
        total=len(batch.sheets),
    )


async def picture(request: Request) -> Response:
    """One strip or one back, from memory."""
    batch = _station(request).batch
    found = batch.picture(request.path_params["key"]) if batch else None
    return Response(found, media_type="image/jpeg") if found else PlainTextResponse("", 404)


async def seal(request: Request) -> Response:
    """Seal the batch with the station's card."""
    station, form = _station(request), await answers.submitted(request)
    refused = None
    for raw in form.files.get("lenh", []):
        refused = station.take_order(raw)
    if refused is None and not _is_open(station.batch):
        refused = await run_in_threadpool(station.seal, form.fields.get("ma_the", ""))
    return _home_after(request, refused)


async def sealed_file(request: Request) -> Response:
    """The sealed batch, to be handed to the desk."""
    sealed = _station(request).sealed
    if sealed is None:
        return RedirectResponse("/", 303)
    return answers.file(sealed.raw, f"phieu-da-niem-phong-{sealed.key[:6]}.json", "application/json")


async def handed_over(request: Request) -> Response:
    """The desk has taken the file."""
    _station(request).handed_over()
    return RedirectResponse("/", 303)


def _is_open(batch: Batch | None) -> bool:
    """Whether people have still something to say about the batch."""
    return batch is not None and (
        batch.queue is None or batch.queue.turn is not None or bool(batch.to_type())
    )


def _turn(station: Station, batch: Batch, queue: Queue, turn: int) -> dict[str, Any]:
    waiting = queue.waiting(turn)
    items = {item.key: item for item in batch.form.items}
    strips = []
    for question in waiting[:_A_PAGE]:
        item = items.get(question.item or "")
        levels = dict(zip("1234", item.levels, strict=True)) if item else {}
        strips.append(
            {
                "key": question.key,
                "title": f"Nội dung {item.number}" if item else "Đầu phiếu",
                "choices": levels | _ROW_WORDS if item else _HEAD_WORDS,
                "is_head": item is None,
            }
        )
    verifiers = station.order.verifiers if station.order else ("", "", "")
    asked = len(queue.questions) if turn < 2 else sum(len(entry.answers) >= turn for entry in queue.questions)
    return {
        "turn": turn,
        "verifier": "cả ba người" if turn == TOGETHER else f"đồng chí {verifiers[turn]}",
        "strips": strips,
        "left": len(waiting),
        "asked": asked,
        "line": _line(station),
    }


def _line(station: Station) -> str:
    order = station.order
    if order is None:
        return ""
    return next(subject.line for subject in order.definition.subjects if subject.key == order.subject)


def _home(request: Request, refused: Refused | None = None) -> Response:
    station = _station(request)
    order, batch = station.order, station.batch
    turn = batch.queue.turn if batch and batch.queue else None
    verifiers = order.verifiers if order else ("", "", "")
    names = (*[f"đồng chí {name}" for name in verifiers], "cả ba người cùng xem")
    return _render(
        request,
        "station.html",
        refused=refused,
        line=_line(station),
        turn=turn,
        verifier=names[turn] if turn is not None else "",
        waiting=len(batch.queue.waiting(turn)) if batch and batch.queue and turn is not None else 0,
        to_type=len(batch.to_type()) if batch and batch.queue and turn is None else 0,
    )


def _home_after(request: Request, refused: Refused | None) -> Response:
    return RedirectResponse("/", 303) if refused is None else _home(request, refused)


def _station(request: Request) -> Station:
    return cast(Station, request.app.state.station)


def _render(request: Request, template: str, *, refused: Refused | None = None, **values: Any) -> Response:
    values |= {"station": _station(request), "refused": refused}
    return _TEMPLATES.TemplateResponse(request, template, values, status_code=200 if refused is None else 422)


async def _not_understood(request: Request, error: Exception) -> Response:
    return PlainTextResponse("Không đọc được những gì trình duyệt gửi. Đề nghị quay lại và chọn lại.", 400)


async def _not_found(request: Request, error: Exception) -> Response:
    return PlainTextResponse("Không có trang này. Đề nghị quay về trang đầu của bàn quét.", 404)
