"""A booth that dies between the commit and the answer; run by test_a13_lost_answers in a process of its own.

Arguments: urn address, receipt key file, which accepted ballot kills it (0: none), ``careful`` or ``careless``.
Prints its address. A careless booth answers first and writes afterwards: the attack must catch it.
"""

import os
import signal
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from guong.ballots import casting, receipts, server, writer
from guong.ballots.booth import Booth
from guong.ballots.casting import Accepted, Attempt
from guong.ballots.requests import Receive, Scope
from guong.ballots.responses import Send
from guong.ballots.store import open_store
from guong.core.outcome import Refused
from guong.core.secrecy import envelope


class Dying:
    """Hands requests to the booth; kills this process when the answer to the n-th accepted ballot is ready."""

    def __init__(self, booth: Booth, fatal: int) -> None:
        self._booth = booth
        self._left = fatal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def deadly(message: Mapping[str, Any]) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                self._left -= 1
                if self._left == 0 and sys.argv[4] == "careful":
                    os.kill(os.getpid(), signal.SIGKILL)
            await send(message)
            if message["type"] == "http.response.body" and self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        is_cast = scope["type"] == "http" and scope["path"].endswith("/cast")
        await self._booth(scope, receive, deadly if is_cast else send)


async def careless_submit(self: writer.Writer, attempt: Attempt) -> Accepted | Refused:
    """Answer now, write in a second."""
    threading.Timer(1, casting.cast_group, [self._store, [attempt]]).start()
    return Accepted(envelope.leaf(attempt.slot_key, attempt.envelope))


def main() -> None:
    """Serve until killed."""
    url, key, fatal, manner = sys.argv[1:]
    if manner == "careless":
        writer.Writer.submit = careless_submit  # type: ignore[method-assign]  # the planted fault
    listener = server.listen("127.0.0.1")
    host, port = listener.getsockname()
    address = f"http://{host}:{port}"
    booth = Booth(open_store(url), receipts.load_or_create(Path(key)), origin=address)
    with server.serving(Dying(booth, int(fatal)), listener):
        print(address, flush=True)
        sys.stdin.read()


main()
