"""The eight steps of a count and the one that comes next: plain rules over plain facts (DESIGN §4.6, §4.7)."""

from dataclasses import dataclass
from enum import Enum

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


class Progress(Enum):
    """Where a step stands: behind us, the one to do now, or ahead."""

    DONE = "done"
    NOW = "now"
    LATER = "later"


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


@dataclass(frozen=True)
class Step:
    """One step with its number from 1 and where it stands."""

    key: StepKey
    number: int
    progress: Progress


def steps_of(facts: Facts) -> tuple[Step, ...]:
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
    first = next((key for key in StepKey if not done[key]), None)
    return tuple(Step(key, number, _progress(key, done, first)) for number, key in enumerate(StepKey, 1))


def next_step(facts: Facts) -> Step | None:
    """Return the step to do now, or None once the keys are destroyed."""
    return next((step for step in steps_of(facts) if step.progress is Progress.NOW), None)


def _progress(key: StepKey, done: dict[StepKey, bool], first: StepKey | None) -> Progress:
    if key is first:
        return Progress.NOW
    return Progress.DONE if done[key] else Progress.LATER
