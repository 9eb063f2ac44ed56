"""What a batch holds while it is open: sheets that were read, places where none could be, pairs that look alike."""

import secrets
from dataclasses import dataclass, field
from typing import Literal

from guong.core.outcome import Refused
from guong.paper.scanning import ScannedPage

KEY_BYTES = 8


def new_key() -> str:
    """Return a random name, so that no address on the station counts sheets."""
    return secrets.token_hex(KEY_BYTES)


@dataclass(eq=False)
class Sheet:
    """One sheet of paper: its front, its back where the form has one, and what somebody typed of its handwriting."""

    front: ScannedPage
    back: ScannedPage | None
    notes: dict[str, str] | None = field(default=None, repr=False)
    key: str = field(default_factory=new_key)


@dataclass(eq=False)
class NotRead:
    """A sheet that was not read: where it lies in the stack, why, and what people decided.

    ``rescanned``: it was scanned once more in this batch, or is no ballot; ``aside``: it is keyed in by hand. Of a whole
    stack (``is_stack``) nobody knows how many sheets it holds, so it can only be scanned once more.
    """

    where: str
    refused: Refused
    is_stack: bool = False
    decision: Literal["rescanned", "aside"] | None = None
    key: str = field(default_factory=new_key)

    @property
    def choices(self) -> tuple[str, ...]:
        """What people may decide."""
        return ("rescanned",) if self.is_stack else ("rescanned", "aside")


@dataclass(eq=False)
class LookAlikes:
    """Two sheets whose ink is so alike that a person must say whether it is one sheet scanned twice."""

    first: Sheet
    second: Sheet
    decision: Literal["same", "different"] | None = None
    key: str = field(default_factory=new_key)
