"""A copy of the urn for a second disk: sealed ballots as they are, no poll in it open (DESIGN §9)."""

import sqlite3
from contextlib import closing
from pathlib import Path

from guong.core.lifecycle import PollState

FILE_NAME = "urn-copy.sqlite3"


def holds(copy: Path, poll: str) -> bool:
    """Tell whether a copy can be read and knows that poll."""
    try:
        with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True, timeout=1)) as opened:
            return bool(opened.execute("SELECT 1 FROM poll WHERE poll = ?", [poll]).fetchall())
    except sqlite3.Error:
        return False


class Original:
    """The urn's file as its copier sees it, on a connection of one thread that only reads."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(
            f"{path.as_uri()}?mode=rw", uri=True, timeout=10, isolation_level=None
        )

    def version(self) -> int:
        """Return a number that changes whenever somebody else has written to the urn."""
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def suspended_copy(self) -> bytes:
        """Return the whole file as bytes; polls that are open or paused are suspended in it: the board decides."""
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
            self._connection.backup(memory)
            memory.execute(
                "UPDATE poll SET state = ? WHERE state IN (?, ?)",
                [PollState.SUSPENDED.value, PollState.OPEN.value, PollState.PAUSED.value],
            )
            return memory.serialize()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()
