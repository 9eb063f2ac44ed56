"""A booth in a process of its own, so that it can be killed; the fault bench starts it again and again.

Arguments: urn address, receipt key file, port, manner. Every line of input begets a life: a child that opens the urn,
prints its process id and serves until it is killed (a fork, so that two hundred lives don't import everything anew).
Manners other than ``careful`` are planted faults which the bench must catch: ``careless`` answers before it writes,
``forgetful`` refuses the same bytes again, ``jumping`` (no fault) lives on a clock that leaps by up to a day.
"""

import os
import random
import signal
import sys
import threading
import time
from pathlib import Path

from guong.ballots import casting, receipts, refusals, server, writer
from guong.ballots.booth import Booth
from guong.ballots.casting import Accepted, Attempt
from guong.ballots.connections import Store
from guong.ballots.store import open_store
from guong.core.outcome import Refused
from guong.core.poll import PollDefinition
from guong.core.secrecy import envelope as envelopes

_DAY = 86_400.0
_LATER = 0.2


async def _answer_before_writing(self: writer.Writer, attempt: Attempt) -> Accepted | Refused:
    threading.Timer(_LATER, casting.cast_group, [self._store, [attempt]]).start()
    return Accepted(envelopes.leaf(attempt.slot_key, attempt.envelope))


def _forget_what_was_sent(store: Store) -> None:
    seen: set[bytes] = set()
    with store.reading() as session:
        seen.update(bytes(row[0]) for row in session.rows("SELECT slot_key FROM slot WHERE state = 1"))
    careful = casting.check

    def check(definition: PollDefinition, slot_key: bytes, envelope: bytes) -> Attempt | Refused:
        if slot_key in seen:
            return refusals.USED
        seen.add(slot_key)
        return careful(definition, slot_key, envelope)

    casting.check = check


def _let_the_clock_leap() -> None:
    steady = time.time
    time.time = lambda: steady() + random.uniform(-_DAY, _DAY)


def live(url: str, key: str, port: int, manner: str) -> None:
    """Serve until killed."""
    listener = server.listen("127.0.0.1", port)
    store = open_store(url)
    if manner == "careless":
        writer.Writer.submit = _answer_before_writing  # type: ignore[method-assign]  # the planted fault
    elif manner == "forgetful":
        _forget_what_was_sent(store)
    elif manner == "jumping":
        _let_the_clock_leap()
    booth = Booth(store, receipts.load_or_create(Path(key)), origin=f"http://127.0.0.1:{port}")
    with server.serving(booth, listener):
        print(os.getpid(), flush=True)
        signal.pause()


def main() -> None:
    """Beget lives until the input ends; none is left behind."""
    url, key, port, manner = sys.argv[1:]
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            live(url, key, int(port), manner)
        os.waitpid(child, 0)


main()
