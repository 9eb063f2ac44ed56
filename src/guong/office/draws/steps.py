"""The steps of a draw and the one that comes next: plain rules over plain facts (DESIGN §7)."""

from dataclasses import dataclass
from enum import Enum

from guong.core.ladder import Step, step_to_do, steps_in_order


class StepKey(Enum):
    """The steps in order; LOTS only where paper lots are drawn."""

    FRAME = "frame"
    PEOPLE = "people"
    LOTS = "lots"
    DRAW = "draw"
    MINUTES = "minutes"
    NOTICE = "notice"


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


def steps_of(facts: Facts) -> tuple[Step[StepKey], ...]:
    """Return the steps; exactly one is NOW until the notice is filed, then none."""
    done = {
        StepKey.FRAME: facts.frozen,
        StepKey.PEOPLE: facts.people_named,
        StepKey.LOTS: facts.lots_printed,
        StepKey.DRAW: facts.drawn,
        StepKey.MINUTES: facts.minuted,
        StepKey.NOTICE: facts.noticed,
    }
    if not facts.by_hand:
        del done[StepKey.LOTS]
    return steps_in_order(done)


def next_step(facts: Facts) -> Step[StepKey] | None:
    """Return the step to do now, None once the notice is filed."""
    return step_to_do(steps_of(facts))
