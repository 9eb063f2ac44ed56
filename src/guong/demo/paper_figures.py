"""What became of the demo's paper sheets, in figures."""

from dataclasses import astuple, dataclass


@dataclass(frozen=True)
class PaperFigures:
    """What became of a conference's or a round's paper sheets.

    ``set_aside`` sheets were refused by the reader and keyed in by two people; ``rows_read`` were read by the machine,
    ``rows_to_people`` shown to people; ``rows_wrong`` are read rows that say something else than the invented hand meant,
    which only a demo can know; ``differences`` are strips on which two people differed.
    """

    sheets: int = 0
    set_aside: int = 0
    rows_read: int = 0
    rows_to_people: int = 0
    rows_wrong: int = 0
    audited: int = 0
    differences: int = 0

    def __add__(self, other: "PaperFigures") -> "PaperFigures":
        return PaperFigures(*(one + two for one, two in zip(astuple(self), astuple(other), strict=True)))
