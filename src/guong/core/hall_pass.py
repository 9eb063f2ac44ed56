"""How long a desk in the hall stays usable without signing in again (decision 0019)."""

from datetime import datetime, timedelta

LENGTH = timedelta(hours=4)
"""A conference with its coming in, its talk and its closing; the next one is another pass."""


def pass_end(now: datetime, *, day_left: timedelta) -> datetime:
    """Return until when a pass made ``now`` is good: four hours, never past what is left of the session's working day."""
    return now + min(LENGTH, day_left)
