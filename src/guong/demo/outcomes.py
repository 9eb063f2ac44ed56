"""In the demo no step may be refused: a refusal is a fault of the demo and stops it with its sentence."""

from typing import TypeVar

from guong.core.outcome import Refused

Value = TypeVar("Value")


class DemoStopped(RuntimeError):
    """A step of the demo was refused."""


def granted(outcome: Value | Refused) -> Value:
    """Return the outcome of a step; raises DemoStopped with the refusal's code and sentence."""
    if isinstance(outcome, Refused):
        raise DemoStopped(f"{outcome.reason}: {outcome.sentence}")
    return outcome
