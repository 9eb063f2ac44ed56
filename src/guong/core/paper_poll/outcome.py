"""What follows from a count. A rule decides or says plainly that it doesn't: ties are for the meeting, never for us."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from guong.core.paper_poll.ballot import Base, Kind, PollBallot
from guong.core.paper_poll.counting import HallCount, Votes


class Standing(Enum):
    """What the rule says of one line."""

    ELECTED = "elected"
    TIED = "tied"
    ENOUGH_BUT_NO_SEAT = "enough_but_no_seat"
    NOT_ENOUGH = "not_enough"
    PASSED = "passed"
    NOT_PASSED = "not_passed"
    COUNTED = "counted"


@dataclass(frozen=True)
class Outcome:
    """The standing of each line, how many votes it took (``needed``; 0 where nothing is decided), and how many seats stay
    empty (0 outside elections; seats about which people are tied are among them)."""

    standings: tuple[Standing, ...]
    needed: int = 0
    seats_left: int = 0

    def places(self, standing: Standing) -> tuple[int, ...]:
        """Return the places of the lines with that standing."""
        return tuple(place for place, found in enumerate(self.standings) if found is standing)


def outcome_of(ballot: PollBallot, votes: Votes, *, hall: HallCount, base: Base) -> Outcome:
    """Return what follows from an agreed tally.

    Elected or passed is who has more than half of the base; levels are counted and decided elsewhere (the rules of
    classification look at more than one ballot, research/domain.md §B1).
    """
    if ballot.kind is Kind.LEVELS:
        return Outcome((Standing.COUNTED,) * len(votes))
    needed = hall.base_number(base) // 2 + 1
    given = [row[0] for row in votes]
    if ballot.kind is Kind.QUESTIONS:
        passed = (Standing.PASSED if one >= needed else Standing.NOT_PASSED for one in given)
        return Outcome(tuple(passed), needed)
    standings = _elected(given, seats=ballot.seats, needed=needed)
    return Outcome(standings, needed, ballot.seats - standings.count(Standing.ELECTED))


def _elected(given: Sequence[int], *, seats: int, needed: int) -> tuple[Standing, ...]:
    """Return who is elected: from the most votes down, as far as seats last and nobody equal stays outside."""
    enough = sorted((one for one in given if one >= needed), reverse=True)
    if len(enough) <= seats:
        return tuple(Standing.ELECTED if one >= needed else Standing.NOT_ENOUGH for one in given)
    last_in, first_out = enough[seats - 1], enough[seats]

    def standing(one: int) -> Standing:
        if one < needed:
            return Standing.NOT_ENOUGH
        if last_in == first_out == one:
            return Standing.TIED
        return Standing.ELECTED if one >= last_in else Standing.ENOUGH_BUT_NO_SEAT

    return tuple(standing(one) for one in given)
