"""Two processes beside the office's own: the board's laptop with its slips, and the voters' phones."""

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from types import TracebackType

from guong.demo import laptop, phones
from guong.demo.laptop import Prepared
from guong.demo.phones import Phone

PROCESSES = 2


class Workers:
    """A pool while it is entered; what it does never touches register or urn but over HTTP."""

    def __init__(self) -> None:
        # Spawned, so that no open database of this process goes along.
        self._pool = ProcessPoolExecutor(PROCESSES, mp_context=multiprocessing.get_context("spawn"))

    def __enter__(self) -> "Workers":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=True)

    def prepare(self, request: bytes, seed: bytes, questionnaire: bytes) -> "Future[Prepared]":
        """Have a poll prepared on the board's laptop."""
        return self._pool.submit(laptop.prepare, request, seed, questionnaire)

    def vote(
        self, origin: str, definition: bytes, questionnaire: bytes, voters: Sequence[Phone]
    ) -> "list[Future[int]]":
        """Let phones vote, half of them from each process."""
        piles = [voters[start::PROCESSES] for start in range(PROCESSES)]
        return [self._pool.submit(phones.vote_all, origin, definition, questionnaire, pile) for pile in piles]
