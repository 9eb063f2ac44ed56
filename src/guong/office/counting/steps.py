"""The eight steps of a count and the one that comes next: plain rules over plain facts (DESIGN §4.6, §4.7)."""

from dataclasses import dataclass
from enum import Enum

from guong.core.ladder import Step, step_to_do, steps_in_order
from guong.core.lifecycle import PollState

_SEALED = {PollState.SEALED, PollState.OPENED, PollState.ERASED}
_OPENED = {PollState.OPENED, PollState.ERASED}


class StepKey(Enum):
    """The steps in order."""

    HAND = "hand"
    LEFT_OVER = "left_over"
    SHEETS = "sheets"
    RECONCILE = "reconcile"
    SEAL = "seal"
    IMPORT = "import"
    BUNDLE = "bundle"
    DESTROY = "destroy"


@dataclass(frozen=True)
class Facts:
    """What is known of a count; ``state`` is the urn's."""

    state: PollState | None
    hand_agreed: bool = False
    left_over_missing: int = 0
    sheets_missing: int = 0
    agrees: bool = False
    bundle_built: bool = False
    keys_destroyed: bool = False


def steps_of(facts: Facts) -> tuple[Step[StepKey], ...]:
    """Return all eight steps; exactly one is NOW from the closing until the keys are destroyed."""
    counted, sealed = facts.hand_agreed, facts.state in _SEALED
    done = {
        StepKey.HAND: counted or sealed,
        StepKey.LEFT_OVER: sealed or (counted and not facts.left_over_missing),
        StepKey.SHEETS: sealed or (counted and not facts.sheets_missing),
        StepKey.RECONCILE: sealed or (counted and facts.agrees),
        StepKey.SEAL: sealed,
        StepKey.IMPORT: facts.state in _OPENED,
        StepKey.BUNDLE: facts.bundle_built,
        StepKey.DESTROY: facts.keys_destroyed,
    }
    return steps_in_order(done)


def next_step(facts: Facts) -> Step[StepKey] | None:
    """Return the step to do now, or None once the keys are destroyed."""
    return step_to_do(steps_of(facts))
