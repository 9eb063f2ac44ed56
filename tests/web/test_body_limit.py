"""Bodies that are too large never reach Django."""

import asyncio
from collections.abc import MutableMapping
from typing import Any

from guong.ballots.requests import Receive, Scope
from guong.ballots.responses import Send
from guong.web.body_limit import BodyLimit

Message = MutableMapping[str, Any]


def played(
    headers: list[tuple[bytes, bytes]], pieces: list[bytes], *, largest: int
) -> tuple[list[Message], list[Any]]:
    """Send a body in pieces; return what the application received and what the client was answered."""
    received: list[Message] = []
    answered: list[Any] = []
    waiting = [{"type": "http.request", "body": piece, "more_body": True} for piece in pieces]

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        received.extend([await receive() for _ in pieces])

    async def receive() -> Message:
        return waiting.pop(0)

    async def send(message: Any) -> None:
        answered.append(message)

    scope = {"type": "http", "headers": headers}
    asyncio.run(BodyLimit(application, largest=largest)(scope, receive, send))
    return received, answered


def test_a_body_within_the_limit_passes() -> None:
    received, answered = played([(b"content-length", b"4")], [b"ab", b"cd"], largest=4)
    assert [message["body"] for message in received] == [b"ab", b"cd"]
    assert answered == []


def test_a_body_announced_as_too_large_is_refused_unread() -> None:
    received, answered = played([(b"content-length", b"5")], [b"abcde"], largest=4)
    assert received == []
    assert answered[0]["status"] == 413
    assert "Đồng chí" in answered[1]["body"].decode()


def test_a_body_that_grows_beyond_the_limit_is_cut_off() -> None:
    received, _ = played([], [b"abc", b"def"], largest=4)
    assert [message["type"] for message in received] == ["http.request", "http.disconnect"]


def test_a_length_that_is_no_number_is_refused() -> None:
    assert played([(b"content-length", b"-1")], [], largest=4)[1][0]["status"] == 413
