"""Synthetic voters' phones: each asks about its slip, seals, signs, sends until acknowledged (formats §7).

Runs in a process of its own, which knows nothing but the slips drawn and the address.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

import httpx

from guong.core import ballot
from guong.core.ballot import Part
from guong.core.poll import PollDefinition
from guong.core.questionnaire import Questionnaire
from guong.core.secrecy import envelope, slips

_TRIES = 20
_PHONES_AT_ONCE = 16


class NotAccepted(RuntimeError):
    """The box refused or never acknowledged a ballot that had to be accepted."""


@dataclass(frozen=True)
class Phone:
    """One voter's phone: the ticket of the slip drawn by hand, and the answer."""

    ticket: bytes
    parts: tuple[Part, ...]

    async def vote(self, client: httpx.AsyncClient, poll: PollDefinition, form: Questionnaire) -> str:
        """Send the sealed ballot; returns the receipt code. Raises NotAccepted."""
        slot_key = slips.public_key(self.ticket, poll.poll)
        signer = slips.signing_key(self.ticket, poll.poll)
        question = slot_key + signer.sign(envelope.question_bytes(poll.poll, slot_key))
        state = (await client.post(f"/b/{poll.poll}/slot", content=question)).json()["state"]
        if state != "free":
            raise NotAccepted(state)
        plaintext = ballot.encode(poll.poll, self.parts, form, subjects=len(poll.subjects))
        sealed = envelope.seal(poll, slot_key, plaintext, signer)
        return await _send(client, poll, slot_key, sealed)


async def _send(client: httpx.AsyncClient, poll: PollDefinition, slot_key: bytes, sealed: bytes) -> str:
    for _ in range(_TRIES):
        try:
            reply = await client.post(f"/b/{poll.poll}/cast", content=slot_key + sealed)
        except httpx.TransportError:
            await asyncio.sleep(0.2)
            continue
        if reply.status_code == httpx.codes.SERVICE_UNAVAILABLE:
            await asyncio.sleep(0.2)
            continue
        answer = reply.json()
        leaf = envelope.leaf(slot_key, sealed)
        if answer.get("leaf") != leaf.hex() or not envelope.is_receipt(
            poll.receipt_key, poll.poll, leaf, bytes.fromhex(answer["signature"])
        ):
            raise NotAccepted(str(answer))
        return envelope.receipt_code(leaf)
    raise NotAccepted("no acknowledgement")


async def _all(origin: str, poll: PollDefinition, form: Questionnaire, phones: Sequence[Phone]) -> list[str]:
    gate = asyncio.Semaphore(_PHONES_AT_ONCE)
    # The demo speaks plain HTTP to loopback: no certificates to load.
    async with httpx.AsyncClient(base_url=origin, timeout=30, trust_env=False, verify=False) as client:

        async def one(phone: Phone) -> str:
            async with gate:
                return await phone.vote(client, poll, form)

        return await asyncio.gather(*map(one, phones))


def vote_all(origin: str, definition: bytes, questionnaire: bytes, phones: Sequence[Phone]) -> int:
    """Let every phone vote over HTTP; returns how many receipts they hold. Raises NotAccepted where one has none."""
    poll = PollDefinition.from_canonical(definition)
    form = Questionnaire.from_canonical(questionnaire)
    return len(asyncio.run(_all(origin, poll, form, phones)))
