"""One thread writes all ballots, in groups; a voter is answered after the group's commit (DESIGN §9)."""

import asyncio
import queue
import threading
from collections.abc import Sequence

from guong.ballots import casting, refusals
from guong.ballots.casting import Accepted, Attempt
from guong.ballots.connections import Store
from guong.core.outcome import Refused

GROUP = 128
WAITING = 2048

_Outcome = Accepted | Refused
_Waiting = tuple[Attempt, "asyncio.Future[_Outcome]"]


class Writer:
    """Takes attempts on one event loop, commits them on a thread of its own.

    At most `GROUP` attempts share a transaction, at most `WAITING` stand in the queue.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._queue: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    def start(self) -> None:
        """Start writing for the running event loop."""
        self._loop = asyncio.get_running_loop()
        self._thread = threading.Thread(target=self._run, name="urn-writer", daemon=True)
        self._thread.start()

    async def submit(self, attempt: Attempt) -> _Outcome:
        """Return the outcome once it is durable; refused ``busy`` where the queue is full or ending."""
        if self._loop is None or self._thread is None or self._queue.qsize() >= WAITING:
            return refusals.BUSY
        future: asyncio.Future[_Outcome] = self._loop.create_future()
        self._queue.put((attempt, future))
        return await future

    async def drain(self) -> None:
        """Write what is queued and end; everything submitted before is answered."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._queue.put(None)
            await asyncio.to_thread(thread.join)

    def _run(self) -> None:
        while group := self._next_group():
            last = group[-1] is None
            self._write([entry for entry in group if entry is not None])
            if last:
                return

    def _next_group(self) -> list[_Waiting | None]:
        group = [self._queue.get()]
        while group[-1] is not None and len(group) < GROUP:
            try:
                group.append(self._queue.get_nowait())
            except queue.Empty:
                break
        return group

    def _write(self, group: Sequence[_Waiting]) -> None:
        if not group or self._loop is None:
            return
        outcomes: Sequence[_Outcome | Exception]
        try:
            outcomes = casting.cast_group(self._store, [attempt for attempt, _ in group])
        except Exception as error:  # a bug must reach the requests that met it and leave the writer alive
            outcomes = [error] * len(group)
        futures = [future for _, future in group]
        self._loop.call_soon_threadsafe(_answer, futures, outcomes)


def _answer(futures: Sequence["asyncio.Future[_Outcome]"], outcomes: Sequence[_Outcome | Exception]) -> None:
    for future, outcome in zip(futures, outcomes, strict=True):
        if future.done():
            continue  # the phone hung up; it will ask again
        if isinstance(outcome, Exception):
            future.set_exception(outcome)
        else:
            future.set_result(outcome)
