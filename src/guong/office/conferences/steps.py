"""The eight steps of a conference and the one that comes next: plain rules over plain facts (DESIGN §7)."""

from dataclasses import dataclass
from enum import Enum

from guong.core.ladder import Step, step_to_do, steps_in_order
from guong.core.lifecycle import PollState

_CASTING = {PollState.OPEN, PollState.PAUSED, PollState.SUSPENDED}
_AFTER_CASTING = {PollState.CLOSED, PollState.SEALED, PollState.OPENED, PollState.ERASED, PollState.VOID}


class StepKey(Enum):
    """The steps in order."""

    ROLL = "roll"
    BOARD = "board"
    REQUEST = "request"
    KEYS = "keys"
    PRINT = "print"
    OPEN = "open"
    HALL = "hall"
    CLOSE = "close"


@dataclass(frozen=True)
class Facts:
    """What is known of a conference; ``state`` is None while the urn has no poll of it."""

    roll_agreed: bool
    board_complete: bool
    request_made: bool
    keys_taken: bool
    papers_printed: bool
    state: PollState | None


def steps_of(facts: Facts) -> tuple[Step[StepKey], ...]:
    """Return all eight steps; exactly one is NOW until casting is over, then none."""
    done = {
        StepKey.ROLL: facts.roll_agreed,
        StepKey.BOARD: facts.board_complete,
        StepKey.REQUEST: facts.request_made,
        StepKey.KEYS: facts.keys_taken and facts.state is not None,
        StepKey.PRINT: facts.papers_printed,
        StepKey.OPEN: facts.state in _CASTING | _AFTER_CASTING,
        StepKey.HALL: facts.state in _AFTER_CASTING,
        StepKey.CLOSE: facts.state in _AFTER_CASTING,
    }
    if done[StepKey.OPEN]:
        done |= dict.fromkeys(list(StepKey)[: list(StepKey).index(StepKey.OPEN)], True)
    return steps_in_order(done)


def next_step(facts: Facts) -> Step[StepKey] | None:
    """Return the step to do now, or None where the conference is handed over to the counting."""
    return step_to_do(steps_of(facts))
