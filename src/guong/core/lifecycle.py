"""States of a poll and the steps between them; the urn alone keeps them (DESIGN §2, §4.6)."""

from enum import Enum


class PollState(Enum):
    """State of a poll. Values are stored in the urn."""

    PREPARED = "prepared"
    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"
    SEALED = "sealed"
    OPENED = "opened"
    ERASED = "erased"
    VOID = "void"
    SUSPENDED = "suspended"


class SlotState(Enum):
    """State of one slip's slot. Values are stored in the urn."""

    FREE = 0
    CAST = 1
    EXCHANGED = 2
    SPOILED = 3
    LEFT_OVER = 4
    VOID = 5


_STEPS = {
    PollState.PREPARED: {PollState.OPEN, PollState.VOID},
    PollState.OPEN: {PollState.PAUSED, PollState.CLOSED, PollState.SUSPENDED},
    PollState.PAUSED: {PollState.OPEN, PollState.CLOSED, PollState.SUSPENDED},
    PollState.SUSPENDED: {PollState.OPEN, PollState.CLOSED, PollState.VOID},
    PollState.CLOSED: {PollState.SEALED, PollState.VOID},
    PollState.SEALED: {PollState.OPENED, PollState.VOID},
    PollState.OPENED: {PollState.ERASED},
    PollState.ERASED: set(),
    PollState.VOID: set(),
}


def may_follow(state: PollState, wanted: PollState) -> bool:
    """Tell whether a poll may go from one state to the other; nothing ever leads back from closed."""
    return wanted in _STEPS[state]
