"""Act two, "Thử khoá": two envelopes' codes against all of the next day's polls."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from guong.ceremony.answers import render, session_of, submitted
from guong.ceremony.rehearsing import rehearse
from guong.core.outcome import Refused

_PAGE = "rehearsing.html"


async def show(request: Request) -> Response:
    """The form, and what was tried."""
    return render(request, _PAGE)


async def try_keys(request: Request) -> Response:
    """Try the keys on the chosen files, or on the polls that this run prepared."""
    session = session_of(request)
    form = await submitted(request)
    files = form.files.get("khoa_cong_khai") or [keys.raw for _, keys in session.handed_out.values()]
    outcome = await run_in_threadpool(rehearse, form.shares, files)
    if isinstance(outcome, Refused):
        session.rehearsal = None
        return render(request, _PAGE, refused=outcome)
    session.rehearsal = outcome
    return RedirectResponse("/thu", 303)


ROUTES = [Route("/thu", show), Route("/thu", try_keys, methods=["POST"])]
