"""The booth: the few addresses a voter's phone meets, as a bare ASGI application (DESIGN §9, formats §7).

No cookie, no session, no log line, no time, no address of anybody.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from guong.ballots import assets, casting, page, responses, voting
from guong.ballots.connections import Store, StoreUnavailable
from guong.ballots.published import Published, Renderer
from guong.ballots.requests import HungUp, Receive, Request, Scope, TooSlow
from guong.ballots.responses import Response, Send
from guong.ballots.voting import Voting
from guong.ballots.writer import Writer
from guong.core.origin import is_protected

_READERS = 4
_READING = ("GET", "HEAD")


class Booth:
    """ASGI application for ``/b/…``. ``start`` before the first request, ``drain`` after the last.

    ``origin`` is the public address (``https://host``) that its pages are served from. Served alone
    (``--booth-only``) it answers the server's lifespan itself.
    """

    def __init__(
        self,
        store: Store,
        receipt_key: Ed25519PrivateKey,
        *,
        origin: str,
        render: Renderer = page.render_booth_page,
    ) -> None:
        self._store = store
        self._is_secure = origin.startswith("https://")
        self._assets = assets.served()
        self._writer = Writer(store)
        self._readers = ThreadPoolExecutor(_READERS, "urn-reader")
        definitions = casting.Definitions(store)
        self._published = Published(
            store,
            definitions,
            self._readers,
            assets=self._assets,
            render=render,
            is_protected=is_protected(origin),
        )
        self._voting = Voting(
            store, definitions, self._readers, writer=self._writer, receipt_key=receipt_key, origin=origin
        )

    async def start(self) -> None:
        """Start the writer on the running event loop."""
        self._writer.start()

    async def drain(self) -> None:
        """Answer everything accepted so far, then leave no journal behind."""
        await self._writer.drain()
        await asyncio.to_thread(self._store.settle)
        self._readers.shutdown(wait=False)

    def missing_assets(self) -> list[str]:
        """Return the names of scripts and styles that the set-up step should have bundled."""
        return self._assets.missing(page.ASSETS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or run one lifespan."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
            return
        request = Request.from_scope(scope)
        try:
            response = await self._respond(request, receive)
        except HungUp:
            return
        await responses.send_response(
            send,
            response,
            head_only=request.method == "HEAD",
            accepts_gzip=request.accepts_gzip,
            secure=self._is_secure,
        )

    async def _live(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            ends = message["type"] == "lifespan.shutdown"
            await (self.drain() if ends else self.start())
            await send({"type": f"{message['type']}.complete"})
            if ends:
                return

    async def _respond(self, request: Request, receive: Receive) -> Response:
        try:
            return await self._route(request, receive)
        except TooSlow:
            return responses.state("too_slow", hang_up=True)
        except StoreUnavailable:
            return responses.state("busy", hang_up=True)

    async def _route(self, request: Request, receive: Receive) -> Response:
        parts = request.path.split("/")
        if len(parts) not in (3, 4) or parts[1] != "b":
            return responses.state("not_found", hang_up=True)
        poll, call = parts[2], parts[3] if len(parts) == 4 else ""
        if call in voting.CALLS:
            if request.method != "POST":
                return responses.wrong_method("POST")
            return await self._voting.answer(request, receive, poll, call)
        if request.method not in _READING:
            return responses.wrong_method("GET, HEAD")
        if poll == "static":
            return self._assets.answer(call, request.query)
        if len(parts) == 4 and call == "":
            return responses.moved(f"/b/{poll}")
        return await self._published.answer(poll, call)
