"""The HTTP server around the booth: uvicorn, made to survive clients that never finish a request (DESIGN §9).

Measured without this: 1,200 half-open sockets lock voters out. No access log, no server header, no client address used.
"""

import asyncio
import socket
import sys
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

if sys.platform != "win32":
    import resource

HEAD_SECONDS = 5.0
OPEN_FILES = 16_384
_SPARE_FILES = 256
_BACKLOG = 4096
_START_SECONDS = 30.0
_END_SECONDS = 10

Application = Callable[..., Awaitable[None]]

_LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler", "stream": "ext://sys.stderr"}},
    # Warnings of uvicorn tell of malformed requests one by one: only its errors are written, and never a request.
    "loggers": {"uvicorn": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
}


class GuardedProtocol(HttpToolsProtocol):
    """Closes a connection whose request head isn't complete after `HEAD_SECONDS`."""

    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Start the clock for the first head."""
        super().connection_made(transport)
        self._expect_head()

    def data_received(self, data: bytes) -> None:
        """Start the clock for a next head on a kept connection, then read on."""
        if self._deadline is None and (self.cycle is None or self.cycle.response_complete):
            self._expect_head()
        super().data_received(data)

    def on_headers_complete(self) -> None:
        """Stop the clock: the head is here."""
        self._forget_deadline()
        super().on_headers_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clock: there is nothing left to close."""
        self._forget_deadline()
        super().connection_lost(exc)

    def _expect_head(self) -> None:
        self._deadline = self.loop.call_later(HEAD_SECONDS, self.transport.abort)

    def _forget_deadline(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None


def serve(app: Application, *, host: str, port: int) -> None:
    """Serve an ASGI application until the process is told to stop (SIGINT, SIGTERM)."""
    uvicorn.Server(_config(app, host=host, port=port)).run()


def listen(host: str, port: int = 0) -> socket.socket:
    """Return a listening socket; port 0 takes a free one, which ``getsockname()`` tells."""
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((host, port))
    listener.listen(_BACKLOG)
    return listener


@contextmanager
def serving(app: Application, listener: socket.socket) -> Iterator[None]:
    """Serve on a socket of `listen` from a thread of this process while the block runs; closes the socket.

    Raises RuntimeError where the application doesn't start.
    """
    server = uvicorn.Server(_config(app, host="", port=0))
    thread = threading.Thread(target=server.run, args=[[listener]], name="server", daemon=True)
    thread.start()
    try:
        _wait_until_started(server, thread)
        yield
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


def _wait_until_started(server: uvicorn.Server, thread: threading.Thread) -> None:
    for _ in range(int(_START_SECONDS / 0.01)):
        if server.started:
            return
        thread.join(0.01)
        if not thread.is_alive():
            break
    raise RuntimeError("the application did not start")


def _config(app: Application, *, host: str, port: int) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        host=host,
        port=port,
        http=GuardedProtocol,
        ws="none",
        lifespan="on",
        log_config=_LOGGING,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        backlog=_BACKLOG,
        timeout_graceful_shutdown=_END_SECONDS,
        limit_concurrency=raise_open_files() - _SPARE_FILES,
    )


def raise_open_files(wanted: int = OPEN_FILES) -> int:
    """Raise this process's limit of open files as far as it may, up to ``wanted``; return the limit in force."""
    if sys.platform == "win32":  # there is no such limit on sockets
        return wanted
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return OPEN_FILES if soft == resource.RLIM_INFINITY else soft
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return wanted
