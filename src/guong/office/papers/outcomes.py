"""What passes through the room's doors when something takes long: how far it is, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass

from guong.core.outcome import Refused

Tell = Callable[[int, int], None]


def silent(done: int, whole: int) -> None:
    """Tell nobody: ``done`` of ``whole`` parts are made."""


@dataclass(frozen=True)
class MadeFile:
    """A PDF to take away, kept until the next day; ``name`` without ending."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Finished:
    """A long task came to its end: what the officer reads, the page that follows (empty: where it began), a file."""

    sentence: str
    to: str = ""
    file: MadeFile | None = None


Work = Callable[[Tell], Finished | Refused]
