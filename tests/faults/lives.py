"""The lives of one booth: started on one port, killed without warning, started again."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import IO, Self

PROGRAM = Path(__file__).with_name("booth_process.py")


def free_port() -> int:
    """A port of loopback that nobody listens on now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


class Lives(AbstractContextManager["Lives"]):
    """A booth that serves inside the block; `kill` is SIGKILL to it alone, by its process id."""

    def __init__(self, url: str, key: Path, manner: str = "careful") -> None:
        self.port = free_port()
        self._life: int | None = None
        self._parent = subprocess.Popen(
            [sys.executable, str(PROGRAM), url, str(key), str(self.port), manner],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        )

    def __enter__(self) -> Self:
        self._parent.__enter__()
        self.start()
        return self

    def start(self) -> None:
        """Start a life; returns as soon as it answers."""
        orders, told = self._pipes()
        orders.write("live\n")
        orders.flush()
        self._life = int(told.readline())

    def kill(self) -> None:
        """End the life between two instructions."""
        assert self._life is not None
        os.kill(self._life, signal.SIGKILL)
        self._life = None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._life is not None:
            self.kill()
        self._parent.__exit__(kind, error, trace)

    def _pipes(self) -> tuple[IO[str], IO[str]]:
        assert self._parent.stdin is not None
        assert self._parent.stdout is not None
        return self._parent.stdin, self._parent.stdout
