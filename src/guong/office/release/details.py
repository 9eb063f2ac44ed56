"""What an officer states for the minutes, as plain values between form and service."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Sitting:
    """When and where the box was opened and counted (local times, without zone), and how many copies are signed."""

    opened_at: datetime
    finished_at: datetime
    place: str
    copies: int = 3


@dataclass(frozen=True)
class ReportText:
    """The office's own words in a round's report; a line of the tuples is a paragraph, a recipient.

    ``version`` is the one that the officer saw, 0 before the first.
    """

    assessment: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    signer_role: str = "TRƯỞNG BAN"
    signer_name: str = ""
    recipients: tuple[str, ...] = ()
    version: int = 0


@dataclass(frozen=True)
class RoundSitting:
    """Where the boxes of a round were opened, and how many copies of each minutes are signed."""

    place: str
    copies: int = 3


@dataclass(frozen=True)
class ClosingWords:
    """What the office states in the papers that close a round: a line each, and the last day for a person's plan."""

    conclusions: tuple[str, ...]
    plan_due: date
    signer_role: str = "TRƯỞNG BAN"
    signer_name: str = ""


@dataclass(frozen=True)
class Recount:
    """What the board found when it counted one person's ballots again, as its signed minutes say.

    ``minutes`` names them in mid sentence (``Biên bản đếm lại số 02-BB/TKP ngày 02/6/2023``); ``levels`` maps a question's key
    to the ballots of its four levels; blanks are what is left of the ``valid`` ones.
    """

    minutes: str
    reason: str
    signers: tuple[str, str]
    valid: int
    invalid: int
    levels: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True)
class EarlierRound:
    """What an officer states of an earlier round: kind (`kinds.ROUND_KINDS`), year, name, form, the paper behind the figures."""

    kind: str
    year: int
    name: str
    form: str
    source: str
