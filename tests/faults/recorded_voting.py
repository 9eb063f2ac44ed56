"""A whole voting whose writes are recorded; run by test_power_loss with the recorder preloaded.

Arguments: urn address, poll key, file of ballots, size of one ballot, file of acknowledgements, synchronous mode. The numbers
of the acknowledged ballots go into the last but one, a byte each time, through the same recorder: so their order among the writes is known.
"""

import os
import random
import sys
from pathlib import Path

from guong.ballots import casting, polls, sqlite
from guong.ballots.casting import Accepted, Attempt
from guong.ballots.store import open_store


def main() -> None:
    """Cast in groups as the writer does, then close."""
    url, poll, ballots, size, acknowledgements, synchronous = sys.argv[1:]
    pragmas = [pragma for pragma in sqlite._PRAGMAS if "synchronous" not in pragma]
    vars(sqlite)["_PRAGMAS"] = (*pragmas, f"PRAGMA synchronous={synchronous}")
    store = open_store(url)
    said = os.open(acknowledgements, os.O_WRONLY | os.O_CREAT, 0o600)
    content, each = Path(ballots).read_bytes(), int(size)
    waiting = [content[start : start + each] for start in range(0, len(content), each)]
    while waiting:
        together = random.randint(1, 8)
        group, waiting = waiting[:together], waiting[together:]
        outcomes = casting.cast_group(store, [Attempt(poll, ballot[:32], ballot[32:]) for ballot in group])
        assert all(isinstance(outcome, Accepted) for outcome in outcomes)
        os.write(said, b"+" * len(group))
    polls.close(store, poll=poll, paper_sets={})
    os.write(said, b".")
    store.close()


main()
