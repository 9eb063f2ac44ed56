"""The list of a draw as it is looked at before it is frozen: big numbers, reasons, schools."""

from dataclasses import dataclass

from guong.core.documents.draw_tables import reason_in_words
from guong.core.draw import Frame, FrameLevel, FrameUnit, frame_shortage
from guong.office.accounts.models import User
from guong.office.draws.models import DrawState, LotDraw
from guong.office.draws.selectors.scope import draws_in_scope
from guong.office.plans import selectors as plans
from guong.office.plans.models import Round


@dataclass(frozen=True)
class LeftOut:
    """A school that may not be drawn, its level's name and the reason as the minutes say it."""

    name: str
    unit: str
    level: str
    reason: str


@dataclass(frozen=True)
class LevelLine:
    """A level's numbers and its schools; ``short`` where it has fewer than are to be drawn."""

    name: str
    eligible: int
    excluded: int
    to_draw: int
    reserves: int
    units: tuple[FrameUnit, ...]

    @property
    def short(self) -> bool:
        """Tell whether there is nothing to draw from."""
        return self.eligible < self.to_draw


@dataclass(frozen=True)
class Eligibility:
    """A frame in numbers and lists; ``shortage`` is the sentence that keeps it from being frozen."""

    levels: tuple[LevelLine, ...]
    left_out: tuple[LeftOut, ...]
    shortage: str

    @property
    def eligible(self) -> int:
        """How many schools may be drawn."""
        return sum(level.eligible for level in self.levels)

    @property
    def to_draw(self) -> int:
        """How many are to be drawn."""
        return sum(level.to_draw for level in self.levels)

    @property
    def reserves(self) -> int:
        """How many reserves there will be."""
        return sum(level.reserves for level in self.levels)


@dataclass(frozen=True)
class RoundLine:
    """A round of schools and its valid draw, if it was begun."""

    round: Round
    draw: LotDraw | None
    given_up: int


def eligibility_of(frame: Frame) -> Eligibility:
    """Return a frame as the page shows it."""
    left_out = [
        LeftOut(entry.name, entry.unit, name, reason_in_words(entry, frame))
        for name, entries in (
            *((level.terms.name, level.excluded) for level in frame.levels),
            ("Chưa rõ", frame.without_level),
        )
        for entry in entries
    ]
    shortage = frame_shortage(frame)
    return Eligibility(
        tuple(_line(level) for level in frame.levels), tuple(left_out), shortage.sentence if shortage else ""
    )


def rounds_to_draw(*, user: User) -> list[RoundLine]:
    """Return the rounds of schools in an officer's scope, the newest first, each with its draw."""
    draws = list(draws_in_scope(user=user))
    rounds = [entry for entry in plans.rounds_in_scope(user=user) if entry.kind == "school_head"]
    lines = []
    for entry in reversed(rounds):
        mine = [draw for draw in draws if draw.round_id == entry.pk]
        valid = next((draw for draw in mine if draw.state != DrawState.VOID), None)
        lines.append(RoundLine(entry, valid, len(mine) - (valid is not None)))
    return lines


def _line(level: FrameLevel) -> LevelLine:
    return LevelLine(
        level.terms.name,
        len(level.units),
        len(level.excluded),
        level.terms.to_draw,
        level.reserves,
        level.units,
    )
