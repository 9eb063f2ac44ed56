"""What the booth answers over HTTP: states, their numbers, and the headers on every answer (formats §7)."""

import gzip
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

Send = Callable[[Mapping[str, Any]], Awaitable[None]]

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'none'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; "
    "require-trusted-types-for 'script'"
)
HTML = b"text/html; charset=utf-8"
JSON = b"application/json"
TEXT = b"text/plain; charset=utf-8"
NO_STORE = b"no-store"
IMMUTABLE = b"public, max-age=31536000, immutable"
RETRY_SECONDS = 2

STATUS = {
    "accepted": 200,
    "used": 409,
    "exchanged": 409,
    "spoiled": 409,
    "left_over": 409,
    "void": 409,
    "bad_signature": 403,
    "other_origin": 403,
    "unknown_slip": 404,
    "unknown_poll": 404,
    "not_closed": 404,
    "not_found": 404,
    "too_slow": 408,
    "closed": 410,
    "not_open": 423,
    "paused": 423,
    "malformed": 400,
    "busy": 503,
    "storage_full": 507,
}
_COMPRESS_FROM = 512

_SECURITY = (
    (b"content-security-policy", CONTENT_SECURITY_POLICY.encode()),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (
        b"permissions-policy",
        b"camera=(), microphone=(), geolocation=(), accelerometer=(), gyroscope=(), usb=(), payment=()",
    ),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-robots-tag", b"noindex"),
)
_HSTS = (b"strict-transport-security", b"max-age=31536000")


@dataclass(frozen=True)
class Response:
    """One answer; ``compressed`` is the gzip form of ``body`` where there is one worth sending."""

    status: int
    body: bytes
    content_type: bytes = JSON
    cache: bytes = NO_STORE
    compressed: bytes | None = None
    extra: tuple[tuple[bytes, bytes], ...] = ()
    hang_up: bool = False


def state(name: str, *, status: int | None = None, hang_up: bool = False, **fields: str) -> Response:
    """Return ``{"state": name, …}`` with its HTTP number; ``hang_up`` where the request wasn't read to its end."""
    extra = ((b"retry-after", str(RETRY_SECONDS).encode()),) if name == "busy" else ()
    body = json.dumps({"state": name, **fields}).encode()
    return Response(status or STATUS[name], body, extra=extra, hang_up=hang_up)


def content(body: bytes, content_type: bytes, *, cache: bytes = NO_STORE) -> Response:
    """Return 200 with a body that is the same for everybody, compressed once where that pays."""
    compressed = gzip.compress(body, 9, mtime=0) if len(body) >= _COMPRESS_FROM else None
    return Response(200, body, content_type, cache, compressed)


def page(status: int, title: str, text: str) -> Response:
    """Return a small page of one sentence for whoever can't be shown the booth."""
    html = (
        f'<!doctype html><html lang="vi"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><h1>{title}</h1><p>{text}</p></html>"
    )
    return Response(status, html.encode(), HTML)


def moved(path: str) -> Response:
    """Return 308 to an address of this server; a browser keeps the fragment, and with it the slip's code."""
    return Response(308, b"", TEXT, extra=((b"location", quote(path).encode()),))


def wrong_method(allowed: str) -> Response:
    """Return 405 and name the method that fits."""
    body = json.dumps({"state": "wrong_method"}).encode()
    return Response(405, body, extra=((b"allow", allowed.encode()),), hang_up=True)


async def send_response(
    send: Send, response: Response, *, head_only: bool, accepts_gzip: bool, secure: bool
) -> None:
    """Send one answer with its length and every security header; no cookie, ever (DESIGN §4.8)."""
    squeezed = accepts_gzip and response.compressed is not None
    body = response.compressed if squeezed and response.compressed is not None else response.body
    headers = [
        (b"content-type", response.content_type),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", response.cache),
        *_SECURITY,
        *response.extra,
    ]
    if secure:
        headers.append(_HSTS)
    if response.compressed is not None:
        headers.append((b"vary", b"accept-encoding"))
    if squeezed:
        headers.append((b"content-encoding", b"gzip"))
    if response.hang_up:
        headers.append((b"connection", b"close"))
    await send({"type": "http.response.start", "status": response.status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if head_only else body})
