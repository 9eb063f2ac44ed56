"""What a count by hand must hold to: sheets by the rules of the hall, tallies by the number of valid sheets (DESIGN §4.7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from guong.core.paper_poll.ballot import Base, Kind, PollBallot

Votes = tuple[tuple[int, ...], ...]
"""For each line of the sheet one number for each of `PollBallot.columns`: sheets, each >= 0."""


@dataclass(frozen=True)
class HallCount:
    """People and sheets as the counting board counted them; all numbers >= 0.

    Invalid sheets by reason: without the stamp or not handed out by the board, empty, more names left than seats,
    anything else (signed, names added).
    """

    summoned: int
    present: int
    handed_out: int
    returned: int
    valid: int
    no_stamp: int = 0
    blank: int = 0
    too_many: int = 0
    otherwise: int = 0

    def __post_init__(self) -> None:
        if min(vars(self).values()) < 0:
            raise ValueError("a count is never negative")

    @property
    def invalid(self) -> int:
        """Return the number of invalid sheets, for whatever reason."""
        return self.no_stamp + self.blank + self.too_many + self.otherwise

    def base_number(self, base: Base) -> int:
        """Return how many people or sheets "more than half" is counted of."""
        return int(getattr(self, base.value))


class HallBreach(Enum):
    """A limit that a hall count breaks. None can be explained away: sheets are counted again."""

    PRESENT_ABOVE_SUMMONED = "present_above_summoned"
    NO_QUORUM = "no_quorum"
    HANDED_OUT_ABOVE_PRESENT = "handed_out_above_present"
    RETURNED_ABOVE_HANDED_OUT = "returned_above_handed_out"
    PILES_UNLIKE_RETURNED = "piles_unlike_returned"
    NOTHING_VALID = "nothing_valid"


def hall_breach(count: HallCount) -> HallBreach | None:
    """Return the first limit that a hall count breaks, in the order in which the hall counts; None where all hold.

    Valid + invalid = returned <= handed out <= present <= summoned; the quorum is two thirds of those summoned (DESIGN §8).
    """
    holds = {
        HallBreach.PRESENT_ABOVE_SUMMONED: count.present <= count.summoned,
        HallBreach.NO_QUORUM: 3 * count.present >= 2 * count.summoned,
        HallBreach.HANDED_OUT_ABOVE_PRESENT: count.handed_out <= count.present,
        HallBreach.RETURNED_ABOVE_HANDED_OUT: count.returned <= count.handed_out,
        HallBreach.PILES_UNLIKE_RETURNED: count.valid + count.invalid == count.returned,
        HallBreach.NOTHING_VALID: count.valid > 0,
    }
    return next((breach for breach, held in holds.items() if not held), None)


class VoteBreach(Enum):
    """A limit that a tally breaks."""

    ABOVE_VALID = "above_valid"
    SUM_UNLIKE_VALID = "sum_unlike_valid"
    NEITHER_ON_ONE_NAME = "neither_on_one_name"
    ABOVE_ALL_SEATS = "above_all_seats"
    BELOW_VALID = "below_valid"


@dataclass(frozen=True)
class Broken:
    """Which limit is broken, on which line (None: by all lines together)."""

    breach: VoteBreach
    line: int | None = None


def vote_breach(ballot: PollBallot, votes: Votes, *, valid: int) -> Broken | None:
    """Return the first limit that a tally of ``valid`` sheets breaks, None where all hold.

    Where names are struck out, nobody has more votes than there are valid sheets, and all together between one and
    ``seats`` for each (a sheet that leaves nobody or too many is invalid). Where boxes are ticked, each line's numbers add
    up to the valid sheets; with one name alone a sheet ticks one of two boxes, else it is invalid (244-QĐ/TW article 17).
    Raises ValueError where the tally has other lines or columns than the sheet.
    """
    width = len(ballot.columns)
    if len(votes) != len(ballot.lines) or any(len(row) != width or min(row) < 0 for row in votes):
        raise ValueError("a tally has a number for each line and column of its sheet")
    if ballot.is_by_striking:
        return _striking_breach(votes, seats=ballot.seats, valid=valid)
    for place, row in enumerate(votes):
        if sum(row) != valid:
            return Broken(VoteBreach.SUM_UNLIKE_VALID, place)
    if ballot.kind is Kind.ELECTION and len(votes) == 1 and votes[0][-1]:
        return Broken(VoteBreach.NEITHER_ON_ONE_NAME, 0)
    return None


def _striking_breach(votes: Votes, *, seats: int, valid: int) -> Broken | None:
    for place, (given,) in enumerate(votes):
        if given > valid:
            return Broken(VoteBreach.ABOVE_VALID, place)
    total = sum(given for (given,) in votes)
    if total > seats * valid:
        return Broken(VoteBreach.ABOVE_ALL_SEATS)
    return Broken(VoteBreach.BELOW_VALID) if total < valid else None


def differing_lines(first: Votes, second: Votes) -> tuple[int, ...]:
    """Return the places of the lines on which two tallies differ, never by how much or in which direction."""
    return tuple(place for place, (one, other) in enumerate(zip(first, second, strict=True)) if one != other)


def with_lines(votes: Votes, places: Sequence[int], typed: Votes) -> Votes:
    """Return a tally whose lines at ``places`` are replaced by ``typed``, in that order."""
    rows = list(votes)
    for place, row in zip(places, typed, strict=True):
        rows[place] = row
    return tuple(rows)
