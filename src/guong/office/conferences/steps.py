"""The eight steps of a conference and the one that comes next: plain rules over plain facts (DESIGN §7)."""

from dataclasses import dataclass
from enum import Enum

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


class Progress(Enum):
    """Where a step stands: behind us, the one to do now, or ahead."""

    DONE = "done"
    NOW = "now"
    LATER = "later"


@dataclass(frozen=True)
class Facts:
    """What is known of a conference; ``state`` is None while the urn has no poll of it."""

    roll_agreed: bool
    board_complete: bool
    request_made: bool
    keys_taken: bool
    papers_printed: bool
    state: PollState | None


@dataclass(frozen=True)
class Step:
    """One step with its number from 1 and where it stands."""

    key: StepKey
    number: int
    progress: Progress


def steps_of(facts: Facts) -> tuple[Step, ...]:
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
    pending = [key for key in StepKey if not done[key]]
    return tuple(
        Step(key, number, _progress(key, done=done[key], pending=pending))
        for number, key in enumerate(StepKey, 1)
    )


def next_step(facts: Facts) -> Step | None:
    """Return the step to do now, or None where the conference is handed over to the counting."""
    return next((step for step in steps_of(facts) if step.progress is Progress.NOW), None)


def _progress(key: StepKey, *, done: bool, pending: list[StepKey]) -> Progress:
    if done:
        return Progress.DONE
    return Progress.NOW if key is pending[0] else Progress.LATER
