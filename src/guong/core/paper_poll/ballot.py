"""What stands on a sheet of a paper-only poll, and in which columns its marks are counted."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

MOST_LINES = 20  # with lines as long as MOST_LETTERS allows they fit on one side of A4
MOST_LETTERS = {True: 80, False: 150}  # of a name, of a question
NEITHER = "Không tính"


class Kind(Enum):
    """What is asked: who shall be elected, whether one agrees, on which level a person stands."""

    ELECTION = "election"
    QUESTIONS = "questions"
    LEVELS = "levels"


class Base(Enum):
    """Of what "more than half" is counted. The value names a field of `counting.HallCount`.

    In the Party's elections it is those summoned (regulation 190-QĐ/TW article 30); for other votes the seeds name no
    rule, so the chair chooses before a sheet is printed.
    """

    SUMMONED = "summoned"
    PRESENT = "present"
    RETURNED = "returned"
    VALID = "valid"


class ListFault(Enum):
    """Why a list can't be printed on a sheet."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    LINE_TOO_LONG = "line_too_long"
    NAME_TWICE = "name_twice"
    SEATS = "seats"


_AGREE = ("Đồng ý", "Không đồng ý", NEITHER)
_VOTES = ("Số phiếu bầu",)
_LEVELS = (
    "Hoàn thành xuất sắc nhiệm vụ",
    "Hoàn thành tốt nhiệm vụ",
    "Hoàn thành nhiệm vụ",
    "Không hoàn thành nhiệm vụ",
    NEITHER,
)


@dataclass(frozen=True)
class PollBallot:
    """The sheet: its lines (names or questions) and, in an election, how many are to be elected (``seats``; else 0).

    Raises ValueError for a list with a `list_fault`.
    """

    kind: Kind
    lines: tuple[str, ...]
    seats: int = 0

    def __post_init__(self) -> None:
        fault = list_fault(self.kind, self.lines, self.seats)
        if fault is not None:
            raise ValueError(f"no sheet can be printed of this list: {fault.value}")

    @property
    def is_by_striking(self) -> bool:
        """Tell whether names are struck out: there are more candidates than seats (regulation 244-QĐ/TW article 17)."""
        return self.kind is Kind.ELECTION and len(self.lines) > self.seats

    @property
    def boxes(self) -> tuple[str, ...]:
        """Return the boxes beside each line of the sheet; none where names are struck out."""
        return () if self.is_by_striking else self.columns[:-1]

    @property
    def columns(self) -> tuple[str, ...]:
        """Return what is counted for each line.

        The last column of a sheet with boxes holds valid sheets on which this line is blank or marked twice: they count
        for nobody on this line (190-QĐ/TW article 30, DESIGN §8).
        """
        if self.kind is Kind.LEVELS:
            return _LEVELS
        return _VOTES if self.is_by_striking else _AGREE

    @property
    def is_about_people(self) -> bool:
        """Tell whether every line is a person's name."""
        return self.kind is not Kind.QUESTIONS


def list_fault(kind: Kind, lines: Sequence[str], seats: int) -> ListFault | None:
    """Return what is wrong with a list, None where a sheet can be printed of it.

    A list has 1 to 20 lines (names of at most 80 letters, questions of 150), none blank, no two alike; an election elects at least one and no more than stand on it.
    """
    if not lines or not all(line.strip() for line in lines):
        return ListFault.EMPTY
    if len(lines) > MOST_LINES:
        return ListFault.TOO_LONG
    if max(len(line) for line in lines) > MOST_LETTERS[kind is not Kind.QUESTIONS]:
        return ListFault.LINE_TOO_LONG
    if len({same_name(line) for line in lines}) < len(lines):
        return ListFault.NAME_TWICE
    wanted = range(1, len(lines) + 1) if kind is Kind.ELECTION else range(1)
    return None if seats in wanted else ListFault.SEATS


def same_name(name: str) -> str:
    """Return a name as two names are compared: composed, small, single blanks."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
