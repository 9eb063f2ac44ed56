"""What is published, as plain facts about unknown counts: the only thing that an attacker is taken to know.

An *atom* is a set of ballots that no table divides further: those on one person's one question, or a part of them where two
rolls overlap. Of each atom the piles (levels, and blanks and invalid ballots as the last) are unknown whole numbers.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

Counts = tuple[int, ...]
World = Mapping[str, Counts]


@dataclass(frozen=True)
class Fact:
    """``low`` <= the piles of all ``atoms`` together, each times its weight <= ``high``."""

    atoms: tuple[str, ...]
    weights: Counts
    low: int
    high: int

    def holds(self, world: World) -> bool:
        """Tell whether the fact is true of counts."""
        return self.low <= sum(weighed(world[atom], self.weights) for atom in self.atoms) <= self.high


Reading = tuple[Fact, ...]


@dataclass(frozen=True)
class Row:
    """One printed row: what it tells of its atoms together, one of ``readings`` with all its facts.

    Most rows have one reading; a code such as "…" is printed in several cases. ``ballots`` orders rows by size;
    ``is_exact`` tells that all piles stand in the open. ``may_hide`` is false for what was published before.
    """

    key: str
    atoms: tuple[str, ...]
    readings: tuple[Reading, ...]
    ballots: int
    is_exact: bool = False
    may_hide: bool = True

    @cached_property
    def members(self) -> frozenset[str]:
        """The atoms as a set."""
        return frozenset(self.atoms)


@dataclass(frozen=True)
class Target:
    """A group about which nobody may learn too much: the piles of ``atoms`` together.

    ``is_open``: its exact row is published, so only that all others agree must stay unknown. ``own`` is how many ballots
    attackers know, one of theirs or more may be in the group.
    """

    key: str
    atoms: tuple[str, ...]
    is_open: bool = False
    own: int = 2


@dataclass(frozen=True)
class Publication:
    """Everything published and to be published about some atoms.

    ``sizes`` maps each atom to the least and the largest number of its ballots, ``truth`` to its counts; ``levels`` tells how
    many piles are levels (the others are blanks). ``known`` are facts without a row, as attendance.
    """

    sizes: Mapping[str, tuple[int, int]]
    truth: World
    rows: tuple[Row, ...]
    targets: tuple[Target, ...]
    levels: int = 4
    known: tuple[Fact, ...] = field(default=())

    @property
    def piles(self) -> int:
        """How many piles each atom has."""
        return len(next(iter(self.truth.values()), ()))

    def without(self, hidden: frozenset[str]) -> "Publication":
        """Return the publication with these rows left out; their groups become targets that aren't open."""
        kept = tuple(row for row in self.rows if row.key not in hidden)
        targets = tuple(
            Target(
                target.key, target.atoms, is_open=target.is_open and target.key not in hidden, own=target.own
            )
            for target in self.targets
        )
        return Publication(self.sizes, self.truth, kept, targets, self.levels, self.known)


def weighed(counts: Iterable[int], weights: Counts) -> int:
    """Return the sum of piles, each times its weight."""
    return sum(count * weight for count, weight in zip(counts, weights, strict=True))


def together(world: World, atoms: Sequence[str]) -> Counts:
    """Return the piles of several atoms added."""
    return tuple(map(sum, zip(*(world[atom] for atom in atoms), strict=True)))


def only(place: int, piles: int) -> Counts:
    """Return the weights that pick one pile."""
    return tuple(int(pile == place) for pile in range(piles))


def exact_row(key: str, atoms: tuple[str, ...], counts: Counts, *, may_hide: bool = True) -> Row:
    """Return the row that prints every pile of these atoms together."""
    facts = tuple(Fact(atoms, only(place, len(counts)), count, count) for place, count in enumerate(counts))
    return Row(key, atoms, (facts,), sum(counts), is_exact=True, may_hide=may_hide)
