"""Act one, "Lập chìa khoá và thẻ": requests in, papers and public keys out, then everything forgotten."""

from datetime import date

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from guong.ceremony import printing
from guong.ceremony.answers import file, pdf, render, session_of, submitted
from guong.ceremony.session import PollInHand
from guong.core.outcome import Refused

_PAGE = "preparing.html"
_LONGEST_NAME = 60


async def show(request: Request) -> Response:
    """The form, or the papers of the set in hand."""
    return render(request, _PAGE, holders=printing.HOLDERS)


async def begin(request: Request) -> Response:
    """Read the requests and make keys and tickets."""
    form = await submitted(request)
    names = [form.fields.get(f"ten_{number}", "").strip()[:_LONGEST_NAME] for number in (1, 2, 3)]
    files = form.files.get("de_nghi", [])
    outcome = await run_in_threadpool(
        session_of(request).prepare, files, names=names, shares=form.shares, today=date.today()
    )
    if isinstance(outcome, Refused):
        return render(request, _PAGE, refused=outcome, holders=printing.HOLDERS)
    return RedirectResponse("/lap", 303)


async def envelopes(request: Request) -> Response:
    """The three key envelopes as a PDF."""
    preparation = session_of(request).preparation
    if preparation is None or not preparation.shares:
        return render(request, "missing.html", status=404)
    requests = [hand.request for hand in preparation.polls.values()]
    shares, names, made_on = preparation.shares, preparation.names, preparation.made_on
    answer = await pdf(
        "phong-bi-chia-khoa.pdf",
        lambda: printing.key_envelopes(shares, requests, prepared_on=made_on, names=names),
    )
    preparation.envelopes_printed = True
    return answer


async def slips(request: Request) -> Response:
    """The slips of one poll as a PDF."""
    hand = _hand(request)
    if hand is None:
        return render(request, "missing.html", status=404)
    made = hand
    answer = await pdf(
        f"the-bo-phieu-{made.request.poll}.pdf",
        lambda: printing.slip_sheets(made.request, made.prepared),
    )
    hand.printed.add("slips")
    return answer


async def station(request: Request) -> Response:
    """The card of one paper station as a PDF."""
    hand, number = _hand(request), int(request.path_params["number"])
    if hand is None or number >= hand.request.stations:
        return render(request, "missing.html", status=404)
    made = hand
    answer = await pdf(
        f"the-ban-nhap-phieu-{made.request.poll}-{number + 1}.pdf",
        lambda: printing.station_card(made.request, made.prepared, number),
    )
    hand.printed.add(f"station-{number}")
    return answer


async def public_keys(request: Request) -> Response:
    """The public keys of one poll, for the server; also after the secrets are gone."""
    hand, poll = _hand(request), request.path_params["poll"]
    if hand is not None:
        hand.printed.add("keys")
        raw = hand.prepared.keys.raw
    elif poll in session_of(request).handed_out:
        raw = session_of(request).handed_out[poll][1].raw
    else:
        return render(request, "missing.html", status=404)
    return file(raw, f"khoa-cong-khai-{poll}.json", "application/json")


async def replace(request: Request) -> Response:
    """In lại cả bộ: a new set of slips for one poll in hand."""
    hand = await run_in_threadpool(session_of(request).replace_slips, request.path_params["poll"])
    return render(request, "missing.html", status=404) if hand is None else RedirectResponse("/lap", 303)


async def finish(request: Request) -> Response:
    """Đã in xong: forget seed and tickets."""
    refused = session_of(request).finish_preparation()
    if refused is not None:
        return render(request, _PAGE, refused=refused, holders=printing.HOLDERS)
    return RedirectResponse("/lap", 303)


async def abandon(request: Request) -> Response:
    """Bỏ bộ này: forget everything that is in hand."""
    session_of(request).abandon_preparation()
    return RedirectResponse("/lap", 303)


def _hand(request: Request) -> PollInHand | None:
    preparation = session_of(request).preparation
    return None if preparation is None else preparation.polls.get(request.path_params["poll"])


ROUTES = [
    Route("/lap", show),
    Route("/lap", begin, methods=["POST"]),
    Route("/lap/phong-bi.pdf", envelopes),
    Route("/lap/{poll}/the.pdf", slips),
    Route("/lap/{poll}/ban-nhap-{number:int}.pdf", station),
    Route("/lap/{poll}/khoa.json", public_keys),
    Route("/lap/{poll}/in-lai", replace, methods=["POST"]),
    Route("/lap/xong", finish, methods=["POST"]),
    Route("/lap/bo", abandon, methods=["POST"]),
]
