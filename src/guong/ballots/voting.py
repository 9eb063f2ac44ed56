"""What a slip's holder sends: the question about the slip, and the ballot (formats §7)."""

import asyncio
from concurrent.futures import Executor

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from guong.ballots import casting, responses
from guong.ballots.casting import Attempt, Definitions
from guong.ballots.connections import Store
from guong.ballots.requests import Receive, Request, read_exactly
from guong.ballots.responses import Response
from guong.ballots.writer import Writer
from guong.core import crockford
from guong.core.outcome import Refused
from guong.core.poll import PollDefinition
from guong.core.secrecy import envelope as envelopes

CALLS = ("slot", "cast")
_KEY = envelopes.KEY_BYTES
_QUESTION_BYTES = _KEY + envelopes.SIGNATURE_BYTES


class Voting:
    """The writing half of the booth. ``origin`` is the one address whose pages may send."""

    def __init__(
        self,
        store: Store,
        definitions: Definitions,
        readers: Executor,
        *,
        writer: Writer,
        receipt_key: Ed25519PrivateKey,
        origin: str,
    ) -> None:
        self._store = store
        self._definitions = definitions
        self._readers = readers
        self._writer = writer
        self._receipt_key = receipt_key
        self._origin = origin

    async def answer(self, request: Request, receive: Receive, poll: str, call: str) -> Response:
        """Answer ``slot`` or ``cast``; a body of another size is refused without reading it to its end."""
        if request.is_from_elsewhere(self._origin):
            return responses.state("other_origin", hang_up=True)
        definition = await self._definition(poll)
        if definition is None:
            return responses.state("unknown_poll", hang_up=True)
        size = _QUESTION_BYTES if call == "slot" else _cast_bytes(definition)
        if request.announces_other_than(size):
            return responses.state("malformed", hang_up=True)
        body = await read_exactly(receive, size)
        if body is None:
            return responses.state("malformed", hang_up=True)
        if call == "slot":
            return await self._slot(poll, body[:_KEY], body[_KEY:])
        return await self._cast(definition, body[:_KEY], body[_KEY:])

    async def _definition(self, poll: str) -> PollDefinition | None:
        if not crockford.is_poll_key(poll):
            return None
        kept = self._definitions.kept(poll)
        if kept is not None:
            return kept
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._definitions.get, poll)

    async def _slot(self, poll: str, slot_key: bytes, signature: bytes) -> Response:
        def ask() -> casting.Answer | Refused:
            return casting.ask(self._store, poll=poll, slot_key=slot_key, signature=signature)

        answer = await asyncio.get_running_loop().run_in_executor(self._readers, ask)
        if isinstance(answer, Refused):
            return responses.state(answer.reason)
        return responses.state(answer.slot.name.lower(), status=200, poll=answer.poll.value)

    async def _cast(self, definition: PollDefinition, slot_key: bytes, envelope: bytes) -> Response:
        attempt = casting.check(definition, slot_key, envelope)
        outcome = await self._writer.submit(attempt) if isinstance(attempt, Attempt) else attempt
        if isinstance(outcome, Refused):
            return responses.state(outcome.reason)
        signature = envelopes.sign_receipt(self._receipt_key, definition.poll, outcome.leaf)
        return responses.state("accepted", leaf=outcome.leaf.hex(), signature=signature.hex())


def _cast_bytes(definition: PollDefinition) -> int:
    return _KEY + envelopes.envelope_size(len(definition.subjects))
