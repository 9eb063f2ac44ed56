"""A synthetic voter's phone: asks about the slip, seals, signs, sends until acknowledged (formats §7)."""

import asyncio
from dataclasses import dataclass
from random import Random

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


async def _all(origin: str, poll: PollDefinition, form: Questionnaire, phones: list[Phone]) -> list[str]:
    gate = asyncio.Semaphore(_PHONES_AT_ONCE)
    async with httpx.AsyncClient(base_url=origin, timeout=30, trust_env=False) as client:

        async def one(phone: Phone) -> str:
            async with gate:
                return await phone.vote(client, poll, form)

        return await asyncio.gather(*map(one, phones))


def vote_all(
    origin: str, poll: PollDefinition, form: Questionnaire, phones: list[Phone], random: Random
) -> list[str]:
    """Let every phone vote over HTTP in a shuffled order; returns the receipt codes."""
    order = list(phones)
    random.shuffle(order)
    return asyncio.run(_all(origin, poll, form, order))
