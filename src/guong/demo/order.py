"""What the command orders from the player's process."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Order:
    """Where to write, the booth's port, the seed of invented people and answers, and how far to play.

    ``only`` limits each round to its first conferences (0: all of them); ``midway`` stops on the third day of May.
    """

    out: Path
    port: int
    seed: int
    quiet: bool = False
    only: int = 0
    midway: bool = False

    def as_text(self) -> str:
        """Return the order as one argument of a command line."""
        return json.dumps(asdict(self) | {"out": str(self.out)})

    @classmethod
    def from_text(cls, text: str) -> "Order":
        """Read what `as_text` wrote."""
        given = json.loads(text)
        return cls(**given | {"out": Path(given["out"])})
