"""What runs beside the office's own process: the board's laptop with its slips, the voters' phones, the desk's scanner.

They work in the two processes that render papers, so that the demo needs no more of them; scans are read one stack at a
time in the station's own reading process.
"""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType

from guong.demo import laptop, phones, scanner
from guong.demo.filled_sheets import PaperSheet
from guong.demo.laptop import Prepared
from guong.demo.phones import Phone
from guong.demo.scanner import ScannedStack
from guong.office.papers import services as papers

PROCESSES = 2


class Workers:
    """Helpers while they are entered; what they do never touches register or urn but over HTTP."""

    def __init__(self) -> None:
        # Threads that only wait for a process.
        self._waiting = ThreadPoolExecutor(PROCESSES)
        self._scanner = ThreadPoolExecutor(1)

    def __enter__(self) -> "Workers":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._waiting.shutdown(cancel_futures=True)
        self._scanner.shutdown(cancel_futures=True)

    def prepare(self, request: bytes, seed: bytes, questionnaire: bytes) -> "Future[Prepared]":
        """Have a poll prepared on the board's laptop."""
        return self._waiting.submit(papers.in_worker, laptop.prepare, request, seed, questionnaire)

    def vote(
        self, origin: str, definition: bytes, questionnaire: bytes, voters: Sequence[Phone]
    ) -> "list[Future[int]]":
        """Let phones vote, half of them from each process."""
        piles = [voters[start::PROCESSES] for start in range(PROCESSES)]
        return [
            self._waiting.submit(papers.in_worker, phones.vote_all, origin, definition, questionnaire, pile)
            for pile in piles
        ]

    def scan(
        self, questionnaire: bytes, line: str, sheets: Sequence[PaperSheet], name: str
    ) -> "Future[ScannedStack]":
        """Have a stack of sheets scanned and read, one stack after the other."""
        return self._scanner.submit(scanner.scan, questionnaire, line, sheets, name)
