"""What an officer states about a draw, as plain values between form and service."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Named:
    """Somebody named in the minutes: ``role`` is a `models.PersonRole` value."""

    role: str
    full_name: str
    post: str = ""


@dataclass(frozen=True)
class Contribution:
    """One line of a computed draw and who wrote it."""

    full_name: str
    post: str
    words: str
