"""What the booth reads of a request: path, a few headers, a body of one exact size. Never the address."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]

BODY_SECONDS = 10.0


class TooSlow(Exception):
    """The body didn't arrive in time."""


class HungUp(Exception):
    """The client left before its body was complete; there is nobody to answer."""


@dataclass(frozen=True)
class Request:
    """The parts of a request that the booth looks at."""

    method: str
    path: str
    query: bytes
    headers: dict[bytes, bytes]

    @classmethod
    def from_scope(cls, scope: Scope) -> "Request":
        """Read an ASGI scope."""
        return cls(scope["method"], scope["path"], scope["query_string"], dict(scope["headers"]))

    @property
    def accepts_gzip(self) -> bool:
        """Tell whether the client takes gzip."""
        return b"gzip" in self.headers.get(b"accept-encoding", b"")

    def is_from_elsewhere(self, origin: str) -> bool:
        """Tell whether another site's page sent this (Sec-Fetch-Site, Origin); absent headers are believed."""
        if self.headers.get(b"sec-fetch-site", b"same-origin") not in (b"same-origin", b"none"):
            return True
        sender = self.headers.get(b"origin", b"").decode("latin-1")
        host = self.headers.get(b"host", b"").decode("latin-1")
        return bool(sender) and sender != origin and urlsplit(sender).netloc != host

    def announces_other_than(self, size: int) -> bool:
        """Tell whether Content-Length is there and isn't the size asked for."""
        return self.headers.get(b"content-length", str(size).encode()) != str(size).encode()


async def read_exactly(receive: Receive, size: int) -> bytes | None:
    """Return a body of exactly ``size`` bytes, None as soon as it is clear that it has another size.

    Raises TooSlow after `BODY_SECONDS`, HungUp where the client left.
    """
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise HungUp
                body += message.get("body", b"")
                if len(body) > size:
                    return None
                if not message.get("more_body", False):
                    return bytes(body) if len(body) == size else None
    except TimeoutError as error:
        raise TooSlow from error
