"""What an officer states about a plan and its rounds, as plain values between form and service."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PlanDetails:
    """Head and foot of a plan; ``number`` empty and ``issued_on`` None while they are not settled.

    ``deciding_body`` is the body as a sentence names it (``Ban Thường vụ Quận uỷ``), ``signing_authority`` the line above
    the signer's post (``T/M BAN THƯỜNG VỤ``).
    """

    number: str
    year: int
    title: str
    issuing_body: str
    lead_body: str
    superior_body: str = ""
    locality: str = ""
    issued_on: date | None = None
    deciding_body: str = ""
    signing_authority: str = ""
    signer_post: str = ""
    signer_name: str = ""


@dataclass(frozen=True)
class RoundDetails:
    """A round; ``kind`` is a `models.RoundKind` value, ``opens_on`` the day of the common opening."""

    kind: str
    name: str
    begins_on: date
    ends_on: date
    reference_date: date
    opens_on: date | None = None
    opening_place: str = ""


@dataclass(frozen=True)
class BasisDetails:
    """A legal basis; ``title`` follows the issuer in the sentence (``về …``)."""

    number: str
    title: str
    issuer: str = ""
    issued_on: date | None = None


@dataclass(frozen=True)
class RecipientDetails:
    """A line of "Nơi nhận" with what it is sent for (``để báo cáo``), which may be empty."""

    name: str
    purpose: str = ""

    @classmethod
    def read(cls, line: str) -> "RecipientDetails":
        """Read ``Các ban Đảng Thành uỷ (để báo cáo)`` into name and purpose."""
        trimmed = line.strip().rstrip(",.;")
        before, opened, inside = trimmed.rpartition("(")
        if opened and before.strip() and inside.endswith(")"):
            return cls(before.strip().rstrip(","), inside[:-1].strip())
        return cls(trimmed)


@dataclass(frozen=True)
class DutyDetails:
    """A body with its tasks, in order."""

    body: str
    tasks: tuple[str, ...]


@dataclass(frozen=True)
class Progress:
    """How far a duty is: its due date, the day it was done, what proves it, and the key of a filed paper."""

    due_on: date | None = None
    done_on: date | None = None
    evidence: str = ""
    paper_key: str = ""


@dataclass(frozen=True)
class BriefingDetails:
    """How a body made the plan known: ``present`` of ``expected`` people came, both 0 or more."""

    body: str
    held_on: date
    venue: str
    present: int
    expected: int
