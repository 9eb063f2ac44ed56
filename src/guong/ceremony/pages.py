"""The pages of the board's program: home and the four acts in their order (DESIGN §4.1)."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from guong.ceremony import pages_opening, pages_preparing, pages_rehearsing, pages_results
from guong.ceremony.answers import render, session_of
from guong.ceremony.gate import Gate
from guong.ceremony.session import Session

_STATIC = Path(__file__).parent / "static"


def pages(*, port: int, token: str) -> Gate:
    """Return the ASGI application for one run on that port, opened by the one-time token."""
    application = Starlette(
        routes=[
            Route("/", home),
            *pages_preparing.ROUTES,
            *pages_rehearsing.ROUTES,
            *pages_opening.ROUTES,
            *pages_results.ROUTES,
            Route("/huy", destroy, methods=["GET", "POST"]),
            Mount("/static", StaticFiles(directory=_STATIC), name="static"),
        ],
        exception_handlers={400: _not_understood, 404: _not_found, 405: _not_found},
    )
    application.state.session = Session()
    return Gate(application, port=port, token=token)


async def home(request: Request) -> Response:
    """The four acts and what has been done in this run."""
    return render(request, "home.html")


async def destroy(request: Request) -> Response:
    """The checklist of the last act; the shredder is a person's work, the program only forgets."""
    if request.method == "POST":
        session = session_of(request)
        session.finish_opening()
        session.abandon_preparation()
        session.destroyed = True
        return RedirectResponse("/huy", 303)
    return render(request, "destroy.html")


async def _not_understood(request: Request, error: Exception) -> Response:
    return PlainTextResponse(
        "Không đọc được những gì trình duyệt gửi, hoặc có quá nhiều tệp. Đề nghị quay lại và chọn lại.", 400
    )


async def _not_found(request: Request, error: Exception) -> Response:
    return render(request, "missing.html", status=404)
