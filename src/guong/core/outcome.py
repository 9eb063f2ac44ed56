"""Typed outcomes: an expected refusal is a value with a sentence, a bug is an exception."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Refused:
    """An expected refusal.

    ``reason`` is a stable snake_case code for programs and tests; ``sentence`` tells the person in
    Vietnamese what is wrong and what to do (DESIGN §2).
    """

    reason: str
    sentence: str
