"""Phones that never give up: each sends the same sealed bytes until it is acknowledged, over a network that cheats.

Plain sockets instead of a client library: replies are dropped and twins are sent on purpose, and a thousand phones
at once must cost little beside the server that they test. Ballots are sealed beforehand.
"""

import asyncio
import json
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

_PATIENCE = 30.0
_PAUSE = (0.02, 0.1)


@dataclass
class Hall:
    """What happened: receipts by phone (a set each: more than one is a lie), waiting times in seconds."""

    receipts: dict[int, set[str]] = field(default_factory=dict)
    waited: list[float] = field(default_factory=list)
    dropped: int = 0
    twins: int = 0
    tries: int = 0


@dataclass(frozen=True)
class Network:
    """How the network cheats: shares of attempts whose reply is dropped, that are sent twice; at most ``at_once`` phones."""

    dice: random.Random
    dropped: float = 0.0
    twins: float = 0.0
    at_once: int = 50


async def vote(
    port: int,
    poll: str,
    ballots: Sequence[bytes],
    network: Network,
    *,
    acknowledged: Callable[[int], None] = lambda count: None,
) -> Hall:
    """Send every ballot until it is acknowledged; ``acknowledged`` hears how many are. Raises on any refusal."""
    hall, places = Hall(), asyncio.Semaphore(network.at_once)

    async def phone(number: int, ballot: bytes) -> None:
        async with places:
            started = time.monotonic()
            request = _request(poll, ballot)
            while number not in hall.receipts:
                await _try(port, request, number, hall, network)
            hall.waited.append(time.monotonic() - started)
            acknowledged(len(hall.receipts))

    async with asyncio.TaskGroup() as group:
        for number, ballot in enumerate(ballots):
            group.create_task(phone(number, ballot))
    return hall


async def _try(port: int, request: bytes, number: int, hall: Hall, network: Network) -> None:
    hall.tries += 1
    sent = [send(port, request)]
    if network.dice.random() < network.twins:
        hall.twins += 1
        sent.append(send(port, request))
    answers = await asyncio.gather(*sent, return_exceptions=True)
    if network.dice.random() < network.dropped:
        hall.dropped += 1
        answers = []
    for answer in answers:
        if isinstance(answer, OSError | asyncio.IncompleteReadError | TimeoutError):
            continue
        if isinstance(answer, BaseException):
            raise answer
        if answer["state"] in {"busy", "storage_full"}:
            continue
        if answer["state"] != "accepted":
            raise AssertionError(f"a phone was told {answer['state']} of its own ballot")
        hall.receipts.setdefault(number, set()).add(answer["leaf"])
    if number not in hall.receipts:
        await asyncio.sleep(network.dice.uniform(*_PAUSE))


async def send(port: int, request: bytes) -> dict[str, str]:
    """Send one request and return what its JSON says. Raises OSError, IncompleteReadError or TimeoutError on a cut."""
    async with asyncio.timeout(_PATIENCE):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            writer.write(request)
            head = await reader.readuntil(b"\r\n\r\n")
            said: dict[str, str] = json.loads(await reader.readexactly(_length(head)))
            return said
        finally:
            writer.close()


def _request(poll: str, ballot: bytes) -> bytes:
    head = f"POST /b/{poll}/cast HTTP/1.1\r\nHost: x\r\nContent-Length: {len(ballot)}\r\nConnection: close\r\n\r\n"
    return head.encode() + ballot


def _length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.split(b":")[1])
    raise AssertionError("an answer without a length")
