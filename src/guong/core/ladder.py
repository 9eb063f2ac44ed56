"""A ladder of steps that are done in order, with at most one to do now (DESIGN §7)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Enum)


class Progress(Enum):
    """Where a step stands: behind us, the one to do now, or ahead."""

    DONE = "done"
    NOW = "now"
    LATER = "later"


@dataclass(frozen=True)
class Step(Generic[Key]):
    """One step with its number from 1 and where it stands."""

    key: Key
    number: int
    progress: Progress


def steps_in_order(done: Mapping[Key, bool]) -> tuple[Step[Key], ...]:
    """Return the steps in the order of ``done``: the first that isn't done is NOW, what is done behind it stays DONE."""
    first = next((key for key, is_done in done.items() if not is_done), None)
    return tuple(
        Step(key, number, Progress.NOW if key is first else Progress.DONE if is_done else Progress.LATER)
        for number, (key, is_done) in enumerate(done.items(), 1)
    )


def step_to_do(steps: Iterable[Step[Key]]) -> Step[Key] | None:
    """Return the step to do now, None where all are done."""
    return next((step for step in steps if step.progress is Progress.NOW), None)
