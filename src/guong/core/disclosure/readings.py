"""What a printed row tells: the texts of its cells, read back as facts by somebody who knows the rules (security.md §3 R6)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guong.core.disclosure.codes import (
    FOUR_LEVELS_FROM,
    HIDDEN,
    MOST,
    TOP_CODE,
    margin,
    may_name,
    may_say_ninety,
    tenths_of_percent,
)
from guong.core.disclosure.facts import Counts, Fact, Reading, weighed

PILES = 5  # four levels, then blanks and invalid ballots
LEVELS = 4
RETURNED: Counts = (1,) * PILES
TICKED: Counts = (1, 1, 1, 1, 0)
BETTER: Counts = (1, 1, 0, 0, 0)
WORSE: Counts = (0, 0, 1, 1, 0)
_BLANK: Counts = (0, 0, 0, 0, 1)
_NINETY = TOP_CODE.removesuffix(" %")
_MUCH = 10**6


@dataclass(frozen=True)
class PrintedRow:
    """One person's answers to one question as printed anywhere: ``shares`` of the four levels, ``better`` the first two together.

    Texts are those of the cells: ``52,2``, ``≥ 90``, ``phần lớn``, ``…``. ``withheld`` tells that the gate left the row out, which
    looks like "…". ``valid`` of the ``returned`` ballots are valid, both are published.
    """

    poll: str
    subject: str
    item: str
    returned: int
    valid: int
    shares: tuple[str, str, str, str]
    better: str
    withheld: bool = False

    @property
    def key(self) -> str:
        """The row's name: poll, person and question."""
        return f"{self.table}/{self.item}"

    @property
    def table(self) -> str:
        """The name of the person's table: poll and person."""
        return f"{self.poll}/{self.subject}"

    @property
    def is_exact(self) -> bool:
        """Tell whether all four levels are printed."""
        return not self.withheld and all(is_number(share) for share in self.shares)


def is_number(text: str) -> bool:
    """Tell whether a cell holds one figure."""
    return text.replace(",", "", 1).isdecimal()


def counts_of(text: str, whole: int) -> tuple[int, int]:
    """Return the least and the largest count that is printed as this share (``52,2``) or range (``63–65``) of ``whole``.

    Raises ValueError where no count is: then something else was printed than a share of so many ballots.
    """
    if "–" in text:
        low, high = map(int, text.split("–"))
        return -(-low * whole // 100), high * whole // 100
    tenths = int(text.replace(",", "")) if "," in text else 10 * int(text)
    found = [count for count in range(whole + 1) if tenths_of_percent(count, whole) == tenths]
    return min(found), max(found)


def readings_of(row: PrintedRow, atoms: tuple[str, ...]) -> tuple[Reading, ...]:
    """Return what the row tells of the counts of ``atoms`` together, in each case in which it is printed so."""
    blank = Fact(atoms, _BLANK, row.returned - row.valid, row.returned)
    cases = [(blank,)] if row.withheld else [(blank, *case) for case in _Cases(row, atoms).all()]
    if not cases:
        raise ValueError(f"no result is printed as {row.key} is")
    return tuple(cases)


class _Cases:
    def __init__(self, row: PrintedRow, atoms: tuple[str, ...]) -> None:
        self._row, self._atoms = row, atoms
        self._whole, self._spare = row.returned, margin(row.valid)
        self._merged = row.returned < FOUR_LEVELS_FROM
        self._piles = (BETTER, WORSE) if self._merged else tuple(_level(place) for place in range(LEVELS))

    def all(self) -> Iterator[Reading]:
        shown: Sequence[str] = (self._row.better,) if self._merged else self._row.shares
        if is_number(shown[0]):
            yield (*self._exact(shown), *(self._spread() if self._merged else ()))
            return
        named = next((place for place, text in enumerate(shown) if text != HIDDEN), None)
        if named is not None:
            yield from self._named(self._piles[named], shown[named])
        elif self._row.valid < 5:
            yield ()
        else:
            yield from self._unnamed()

    def _exact(self, shown: Sequence[str]) -> Iterator[Fact]:
        for pile, text in zip(self._piles, shown, strict=False):
            yield self._fact(pile, *counts_of(text, self._whole))

    def _spread(self) -> Iterator[Fact]:
        """What it tells that a row isn't coded: nowhere nearly all."""
        yield self._least(TICKED, max(self._spare, self._whole // 10) + 1)
        for pile in self._piles:
            yield self._least(_minus(TICKED, pile), self._spare + 1)
            yield self._most(_minus(_times(10, pile), _times(9, TICKED)), -1)

    def _named(self, pile: Counts, text: str) -> Iterator[Reading]:
        ninety = -(-9 * self._whole // 10)
        if text == _NINETY:
            yield (self._least(pile, ninety),)
            return
        if text != MOST:
            return
        more_than_half = self._least(pile, self._whole // 2 + 1)
        not_ninety = (self._most(pile, ninety - 1),) if may_say_ninety(self._whole, self._row.valid) else ()
        yield from ((*case, more_than_half, *not_ninety) for case in self._nearly_all(pile))

    def _unnamed(self) -> Iterator[Reading]:
        yield (self._most(TICKED, max(self._spare, self._whole // 10)),)
        can_name = may_name(self._whole, self._row.valid)
        no_more_than_half = self._whole // 2 if can_name else self._whole
        for pile in self._piles:
            yield from ((*case, self._most(pile, no_more_than_half)) for case in self._nearly_all(pile))
        if self._merged and can_name:
            yield from self._named(WORSE, MOST)

    def _nearly_all(self, pile: Counts) -> Iterator[Reading]:
        """Nearly all of those who ticked lie in the pile: all but a few, or of many nine tenths."""
        yield (self._most(_minus(TICKED, pile), self._spare),)
        if self._row.valid >= 10 * (self._spare + 1):
            yield (self._least(_minus(_times(10, pile), _times(9, TICKED)), 0),)

    def _least(self, weights: Counts, low: int) -> Fact:
        return self._fact(weights, low, _MUCH)

    def _most(self, weights: Counts, high: int) -> Fact:
        return self._fact(weights, -_MUCH, high)

    def _fact(self, weights: Counts, low: int, high: int) -> Fact:
        ends = [
            weighed((self._whole * (sign * weight > 0) for weight in weights), weights) for sign in (-1, 1)
        ]
        return Fact(self._atoms, weights, max(low, ends[0]), min(high, ends[1]))


def _level(place: int) -> Counts:
    return tuple(int(pile == place) for pile in range(PILES))


def _minus(one: Counts, other: Counts) -> Counts:
    return tuple(a - b for a, b in zip(one, other, strict=True))


def _times(factor: int, weights: Counts) -> Counts:
    return tuple(factor * weight for weight in weights)
