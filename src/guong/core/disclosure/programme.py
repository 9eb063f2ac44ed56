"""Facts as an integer programme, and the narrow door through which a solver is asked (DESIGN §2: rules here, solver elsewhere)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from guong.core.disclosure.facts import Fact, Reading, World

Terms = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Constraint:
    """``low`` <= the sum of factor times variable over ``terms`` (variable, factor) <= ``high``."""

    terms: Terms
    low: int
    high: int

    def holds(self, values: Sequence[int]) -> bool:
        """Tell whether the constraint is true of values."""
        return self.low <= sum(values[place] * factor for place, factor in self.terms) <= self.high


@dataclass(frozen=True)
class Programme:
    """Whole numbers within ``bounds`` (least, largest) under ``constraints``; ``favour`` is a factor for each, to be large."""

    bounds: tuple[tuple[int, int], ...]
    constraints: tuple[Constraint, ...]
    favour: tuple[int, ...] = ()

    def holds(self, values: Sequence[int]) -> bool:
        """Tell whether values answer the programme."""
        within = all(low <= value <= high for value, (low, high) in zip(values, self.bounds, strict=True))
        return within and all(constraint.holds(values) for constraint in self.constraints)


class Solver(Protocol):
    """Whatever answers integer programmes: values, or None where there are none (or none were found in time)."""

    def answer(self, programme: Programme) -> tuple[int, ...] | None:
        """Return values that hold, the same ones whenever the programme is the same."""


class Sheet:
    """Programmes over the piles of some atoms: where each pile stands, what is known of the others."""

    def __init__(self, atoms: Sequence[str], largest: Mapping[str, int], piles: int, fixed: World) -> None:
        self.atoms, self.piles, self.fixed = tuple(atoms), piles, fixed
        self.places = {atom: place * piles for place, atom in enumerate(self.atoms)}
        self.bounds = [(0, largest[atom]) for atom in self.atoms for _ in range(piles)]
        self.constraints: list[Constraint] = []

    def write(self, fact: Fact) -> None:
        """Add a fact that holds."""
        terms, low, high = self._reduced(fact)
        self.constraints.append(Constraint(terms, low, high))

    def write_one_of(self, readings: Sequence[Reading]) -> None:
        """Add readings of which one holds: a switch for each, exactly one of them on."""
        if len(readings) == 1:
            for fact in readings[0]:
                self.write(fact)
            return
        switches = [self._switch() for _ in readings]
        self.constraints.append(Constraint(tuple((switch, 1) for switch in switches), 1, 1))
        for switch, reading in zip(switches, readings, strict=True):
            for fact in reading:
                self._write_where(switch, fact)

    def programme(
        self, least: Mapping[tuple[str, int], int], more: Iterable[Constraint] = (), switches: int = 0
    ) -> Programme:
        """Return everything written, with ``least`` counts of some piles and further constraints over more switches."""
        bounds = [*self.bounds, *[(0, 1)] * switches]
        for (atom, pile), count in least.items():
            place = self.places[atom] + pile
            bounds[place] = (max(count, bounds[place][0]), bounds[place][1])
        return Programme(tuple(bounds), (*self.constraints, *more))

    def pile(self, atoms: Iterable[str], place: int) -> Terms:
        """Return the terms of one pile of several atoms, which all stand on this sheet."""
        return tuple((self.places[atom] + place, 1) for atom in atoms)

    def world(self, values: Sequence[int]) -> dict[str, tuple[int, ...]]:
        """Return values as counts by atom."""
        return {atom: tuple(values[at : at + self.piles]) for atom, at in self.places.items()}

    def _switch(self) -> int:
        self.bounds.append((0, 1))
        return len(self.bounds) - 1

    def _reduced(self, fact: Fact) -> tuple[Terms, int, int]:
        known = sum(
            count * weight
            for atom in fact.atoms
            if atom not in self.places
            for count, weight in zip(self.fixed[atom], fact.weights, strict=True)
        )
        terms: dict[int, int] = {}
        for atom in fact.atoms:  # an atom stands twice where a sum adds two tables that share it
            for pile, weight in enumerate(fact.weights) if atom in self.places else ():
                if weight:
                    place = self.places[atom] + pile
                    terms[place] = terms.get(place, 0) + weight
        return tuple(terms.items()), fact.low - known, fact.high - known

    def _write_where(self, switch: int, fact: Fact) -> None:
        terms, low, high = self._reduced(fact)
        ends = [sorted(factor * end for end in self.bounds[place]) for place, factor in terms]
        least, largest = sum(end[0] for end in ends), sum(end[1] for end in ends)
        if least < low:
            gap = low - least
            self.constraints.append(Constraint((*terms, (switch, -gap)), least, largest))
        if largest > high:
            gap = largest - high
            self.constraints.append(Constraint((*terms, (switch, gap)), least, largest))
