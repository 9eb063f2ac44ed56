"""What the booth shows to everybody alike: page, definition, form, list of leaves; made once, kept in memory."""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import replace
from typing import Protocol

from guong.ballots import page, polls, refusals, responses
from guong.ballots.assets import Assets
from guong.ballots.casting import Definitions
from guong.ballots.connections import Store
from guong.ballots.responses import Response
from guong.core import crockford
from guong.core.outcome import Refused

# The address of the page for a device that many voters use in turn; nothing else about it differs for the server.
SHARED_DEVICE = "may-chung"


class Renderer(Protocol):
    """Renders the voter's page; see `guong.ballots.page.render_booth_page`."""

    def __call__(
        self,
        *,
        poll_definition: bytes,
        questionnaire: bytes,
        assets: Mapping[str, str],
        is_protected: bool,
        is_shared: bool,
    ) -> bytes: ...


class Published:
    """The reading half of the booth. ``readers`` are the threads that may wait for the database.

    ``is_protected`` tells that phones reach the booth by HTTPS, or on this same machine.
    """

    def __init__(
        self,
        store: Store,
        definitions: Definitions,
        readers: Executor,
        *,
        assets: Assets,
        render: Renderer,
        is_protected: bool,
    ) -> None:
        self._store = store
        self._definitions = definitions
        self._readers = readers
        self._assets = assets
        self._render = render
        self._is_protected = is_protected
        self._kept: dict[tuple[str, str], Response] = {}
        self._makers: dict[str, Callable[[str], Response]] = {
            "": self._page,
            SHARED_DEVICE: self._shared_page,
            "poll.json": self._definition,
            "questionnaire.json": self._questionnaire,
            "hashes.txt": self._hashes,
        }

    async def answer(self, poll: str, call: str) -> Response:
        """Answer one of the calls of formats §7 that only read; ``call`` is empty for the page."""
        if call not in self._makers:
            return responses.state("not_found")
        if not crockford.is_poll_key(poll):
            return _elsewhere(poll) if call == "" else responses.state("unknown_poll")
        kept = self._kept.get((poll, call))
        if kept is not None:
            return kept
        made = await asyncio.get_running_loop().run_in_executor(self._readers, self._makers[call], poll)
        if made.status == 200:
            self._kept[poll, call] = made
        return made

    def _page(self, poll: str, *, is_shared: bool = False) -> Response:
        definition = self._definitions.get(poll)
        form = polls.questionnaire(self._store, poll=poll)
        if definition is None or form is None:
            return _no_such_poll()
        addresses = {name: self._assets.address(name) for name in page.ASSETS}
        html = self._render(
            poll_definition=definition.raw,
            questionnaire=form.raw,
            assets=addresses,
            is_protected=self._is_protected,
            is_shared=is_shared,
        )
        return replace(responses.content(html, responses.HTML), extra=(_announced(addresses),))

    def _shared_page(self, poll: str) -> Response:
        return self._page(poll, is_shared=True)

    def _definition(self, poll: str) -> Response:
        definition = self._definitions.get(poll)
        if definition is None:
            return responses.state("unknown_poll")
        return responses.content(definition.raw, responses.JSON)

    def _questionnaire(self, poll: str) -> Response:
        form = polls.questionnaire(self._store, poll=poll)
        return responses.content(form.raw, responses.JSON) if form else responses.state("unknown_poll")

    def _hashes(self, poll: str) -> Response:
        figures = polls.figures(self._store, poll=poll)
        if isinstance(figures, Refused):
            return responses.state(figures.reason)
        lines = "".join(f"{leaf.hex()}\n" for leaf in figures.leaves)
        return responses.content(lines.encode(), responses.TEXT)


def _announced(addresses: Mapping[str, str]) -> tuple[bytes, bytes]:
    """The header by which a phone asks for style and script before it has read the page: saves a fifth of a second."""
    style, script = addresses["booth.css"], addresses["booth.js"]
    return b"link", f"<{style}>; rel=preload; as=style, <{script}>; rel=modulepreload".encode()


def _elsewhere(typed: str) -> Response:
    """A poll key typed by hand in small letters leads to the page all the same."""
    tidied = crockford.tidy(typed)
    if not crockford.is_poll_key(tidied):
        return _no_such_poll()
    return responses.moved(f"/b/{tidied}")


def _no_such_poll() -> Response:
    return responses.page(404, "Không tìm thấy hội nghị", refusals.UNKNOWN_POLL.sentence)
