"""What an officer states about a draw, as plain values between form and service."""

from dataclasses import dataclass
from datetime import date


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


@dataclass(frozen=True)
class MinutesDetails:
    """How many copies of the minutes are made (1 or more), and who receives them."""

    copies: int = 4
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True)
class NoticeDetails:
    """Day, signature, requests and recipients of the notice; ``authority`` is e.g. ``T/M BAN TUYÊN GIÁO``."""

    day: date
    signer: str
    signer_role: str
    authority: str = ""
    requests: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True)
class Decision:
    """Who decided what for which reason, on which day."""

    reason: str
    decided_by: str
    decided_on: date
