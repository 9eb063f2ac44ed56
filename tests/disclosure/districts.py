"""Random districts with small groups, and what a policy publishes of them; every sum is printed exactly, as the worst case.

Fifteen units, four classes of voters, four levels. Nothing of the program publishes classes of voters: they stand for any
two ways of adding up (units and levels of schools, persons and rounds).
"""

from dataclasses import dataclass
from random import Random

from guong.core.disclosure.facts import Counts, Publication, Row, Target, World, exact_row, together

LEVELS = 4
CLASSES = ((1, 4), (6, 28), (1, 9), (0, 6))  # least and most ballots: heads, teachers, staff, others
MOOD = (54, 32, 10, 4)


@dataclass(frozen=True)
class District:
    """The counts of each unit's classes; a class without ballots is left out."""

    counts: dict[str, Counts]
    units: int

    @property
    def atoms(self) -> tuple[str, ...]:
        """The keys of all cells, ``unit/class``."""
        return tuple(self.counts)

    def ballots(self, atom: str) -> int:
        """How many ballots a cell has."""
        return sum(self.counts[atom])

    def lines(self) -> dict[str, tuple[str, ...]]:
        """Every sum that is printed over several cells: each unit, each class down the district, the district."""
        lines = {f"unit {unit:02d}": self._where(0, f"{unit:02d}") for unit in range(self.units)}
        lines |= {f"class {place}": self._where(1, str(place)) for place in range(len(CLASSES))}
        lines["district"] = self.atoms
        return {name: atoms for name, atoms in lines.items() if len(atoms) > 1}

    def _where(self, part: int, value: str) -> tuple[str, ...]:
        return tuple(atom for atom in self.counts if atom.split("/")[part] == value)


def district(seed: int, units: int = 15) -> District:
    """Return an invented district; units differ in size and mood, some are of one mind."""
    chance = Random(seed)
    counts: dict[str, Counts] = {}
    for unit in range(units):
        of_one_mind = chance.random() < 0.2
        mood = (90, 8, 1, 1) if of_one_mind else [weight * chance.uniform(0.5, 1.5) for weight in MOOD]
        for place, (least, most) in enumerate(CLASSES):
            marks = chance.choices(range(LEVELS), weights=mood, k=chance.randint(least, most))
            if marks:
                counts[f"{unit:02d}/{place}"] = tuple(marks.count(level) for level in range(LEVELS))
    return District(counts, units)


def small(given: District, threshold: int = 5) -> frozenset[str]:
    """Return the cells that a threshold alone hides."""
    return frozenset(atom for atom in given.atoms if given.ballots(atom) < threshold)


def agreed(counts: Counts, spare: int = 3) -> bool:
    """Tell whether all but a few, or nine tenths, chose one level: such a row is not printed exactly (R3)."""
    return sum(counts) - max(counts) <= spare or 10 * max(counts) >= 9 * sum(counts)


def publication(given: District, hidden: frozenset[str] = frozenset()) -> Publication:
    """Return what is printed: a row for every cell and every sum except the ``hidden`` ones, attendance of all."""
    rows: list[Row] = [
        exact_row(atom, (atom,), given.counts[atom]) for atom in given.atoms if atom not in hidden
    ]
    rows += [
        exact_row(name, atoms, together(given.counts, atoms))
        for name, atoms in given.lines().items()
        if name not in hidden
    ]
    groups: dict[str, tuple[str, ...]] = {atom: (atom,) for atom in given.atoms} | given.lines()
    targets = tuple(Target(name, atoms, is_open=name not in hidden) for name, atoms in groups.items())
    sizes = {atom: (given.ballots(atom),) * 2 for atom in given.atoms}
    return Publication(sizes, given.counts, tuple(rows), targets, levels=LEVELS)


def world_of(given: District) -> World:
    """The counts, as a world."""
    return given.counts
