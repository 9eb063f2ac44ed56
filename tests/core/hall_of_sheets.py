"""A hall of paper sheets filled in at random, and a plain count of them that shares no code with the rules."""

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from guong.core.paper_poll.ballot import Kind, PollBallot
from guong.core.paper_poll.counting import HallCount, Votes

Sheet = tuple[frozenset[int], ...]
"""For each line the boxes that were ticked; where names are struck out, box 0 stands for a name left standing."""


@dataclass(frozen=True)
class Hall:
    """Who was summoned and came, what lies on the table."""

    ballot: PollBallot
    sheets: tuple[Sheet, ...]
    unstamped: int
    kept: int
    absent: int


def ballots() -> st.SearchStrategy[PollBallot]:
    """Sheets of every kind, up to six lines."""

    def of(kind: Kind, lines: int, seats: int) -> PollBallot:
        names = tuple(f"Đồng chí thứ {place}" for place in range(lines))
        return PollBallot(kind, names, min(seats, lines) if kind is Kind.ELECTION else 0)

    return st.builds(of, st.sampled_from(Kind), st.integers(1, 6), st.integers(1, 6))


@st.composite
def halls(draw: st.DrawFn) -> Hall:
    """A quorate hall in which at least one sheet is valid."""
    ballot = draw(ballots())
    boxes = 1 if ballot.is_by_striking else len(ballot.boxes)
    line = st.frozensets(st.integers(0, boxes - 1), max_size=2)
    sheets = draw(st.lists(st.tuples(*[line] * len(ballot.lines)), max_size=25))
    good: Sheet = tuple(
        frozenset({0}) if place < max(ballot.seats, 1) else frozenset() for place in range(len(ballot.lines))
    )
    unstamped, kept = draw(st.integers(0, 2)), draw(st.integers(0, 2))
    came = len(sheets) + 1 + unstamped + kept
    return Hall(ballot, (*sheets, good), unstamped, kept, draw(st.integers(0, came // 2)))


def sorted_out(hall: Hall) -> tuple[list[Sheet], HallCount]:
    """Sort the sheets one by one as a board does; return the valid ones and the count."""
    valid: list[Sheet] = []
    blank = too_many = otherwise = 0
    for sheet in hall.sheets:
        standing = sum(bool(marks) for marks in sheet)
        if not standing:
            blank += 1
        elif hall.ballot.is_by_striking and standing > hall.ballot.seats:
            too_many += 1
        elif hall.ballot.kind is Kind.ELECTION and len(sheet) == 1 and len(sheet[0]) > 1:
            otherwise += 1
        else:
            valid.append(sheet)
    returned = len(hall.sheets) + hall.unstamped
    came = returned + hall.kept
    count = HallCount(
        summoned=came + hall.absent,
        present=came,
        handed_out=came,
        returned=returned,
        valid=len(valid),
        no_stamp=hall.unstamped,
        blank=blank,
        too_many=too_many,
        otherwise=otherwise,
    )
    return valid, count


def plain_tally(ballot: PollBallot, valid: Sequence[Sheet]) -> Votes:
    """Call out sheet after sheet and make a stroke for each mark."""
    strokes = [[0] * len(ballot.columns) for _ in ballot.lines]
    for sheet in valid:
        for place, marks in enumerate(sheet):
            if ballot.is_by_striking:
                strokes[place][0] += 1 if marks else 0
            elif len(marks) == 1:
                strokes[place][next(iter(marks))] += 1
            else:
                strokes[place][-1] += 1
    return tuple(tuple(row) for row in strokes)
