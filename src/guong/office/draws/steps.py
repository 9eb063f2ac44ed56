"""The steps of a draw and the one that comes next: plain rules over plain facts (DESIGN §7)."""

from dataclasses import dataclass
from enum import Enum


class StepKey(Enum):
    """The steps in order; LOTS only where paper lots are drawn."""

    FRAME = "frame"
    PEOPLE = "people"
    LOTS = "lots"
    DRAW = "draw"
    MINUTES = "minutes"
    NOTICE = "notice"


class Progress(Enum):
    """Where a step stands: behind us, the one to do now, or ahead."""

    DONE = "done"
    NOW = "now"
    LATER = "later"


@dataclass(frozen=True)
class Facts:
    """What is known of a draw that isn't void."""

    by_hand: bool
    frozen: bool
    people_named: bool
    lots_printed: bool
    drawn: bool
    minuted: bool
    noticed: bool


@dataclass(frozen=True)
class Step:
    """One step with its number from 1 and where it stands."""

    key: StepKey
    number: int
    progress: Progress


def steps_of(facts: Facts) -> tuple[Step, ...]:
    """Return the steps; exactly one is NOW until the notice is filed, then none."""
    done = {
        StepKey.FRAME: facts.frozen,
        StepKey.PEOPLE: facts.people_named,
        StepKey.LOTS: facts.lots_printed,
        StepKey.DRAW: facts.drawn,
        StepKey.MINUTES: facts.minuted,
        StepKey.NOTICE: facts.noticed,
    }
    keys = [key for key in StepKey if facts.by_hand or key is not StepKey.LOTS]
    pending = [key for key in keys if not done[key]]
    return tuple(
        Step(key, number, _progress(key, done=done[key], pending=pending))
        for number, key in enumerate(keys, 1)
    )


def next_step(facts: Facts) -> Step | None:
    """Return the step to do now, None once the notice is filed."""
    return next((step for step in steps_of(facts) if step.progress is Progress.NOW), None)


def _progress(key: StepKey, *, done: bool, pending: list[StepKey]) -> Progress:
    if done:
        return Progress.DONE
    return Progress.NOW if key is pending[0] else Progress.LATER
