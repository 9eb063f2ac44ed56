"""Splitting a publication into parts that tell nothing of each other: what is known anyway links nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from guong.core.disclosure.facts import Counts, Fact, Publication, Reading, Target, World, weighed
from guong.core.disclosure.programme import Programme, Sheet, Solver

Statement = tuple[Reading, ...]


@dataclass(frozen=True)
class Part:
    """Atoms that must be looked at together: statements about them, and the groups to guard in them.

    ``fixed`` are counts that stand in the open. A part of one atom has no table that joins it to another.
    """

    atoms: tuple[str, ...]
    statements: tuple[Statement, ...]
    targets: tuple[Target, ...]
    fixed: World = field(repr=False)


class Parts:
    """The parts of a publication. ``asked`` keeps what single rows allow, so that the solver is asked once."""

    def __init__(self, given: Publication, solver: Solver, asked: dict[object, tuple[int, int]]) -> None:
        self._given, self._solver, self._bounds = given, solver, asked
        statements = [row.readings for row in given.rows]
        statements += [((fact,),) for fact in (*given.known, *_sizes(given))]
        self._own: dict[str, list[Statement]] = {atom: [] for atom in given.sizes}
        self._joint: list[Statement] = []
        for statement in dict.fromkeys(statements):
            atoms = _atoms_of(statement)
            if len(atoms) == 1:
                self._own[next(iter(atoms))].append(statement)
            else:
                self._joint.append(statement)
        self._fixed = {atom: counts for atom in given.sizes if (counts := self._point(atom)) is not None}

    def __iter__(self) -> Iterator[Part]:
        links = [joint for joint in self._joint if self._tells(joint)]
        groups = _joined((_atoms_of(link) - self._fixed.keys() for link in links), self._given.sizes)
        groups = _joined((set(target.atoms) for target in self._given.targets), self._given.sizes, groups)
        members: dict[str, list[str]] = {}
        for atom in self._given.sizes:
            members.setdefault(groups[atom], []).append(atom)
        targets: dict[str, list[Target]] = {}
        for target in self._given.targets:
            targets.setdefault(groups[target.atoms[0]], []).append(target)
        told: dict[str, list[Statement]] = {}
        for link in links:
            for first in {groups[atom] for atom in _atoms_of(link) - self._fixed.keys()}:
                told.setdefault(first, []).append(link)
        for first, guarded in targets.items():
            yield self._part(members[first], told.get(first, []), tuple(guarded))

    def _part(self, atoms: Sequence[str], links: Iterable[Statement], targets: tuple[Target, ...]) -> Part:
        statements = [statement for atom in atoms for statement in self._own[atom]]
        return Part(tuple(atoms), (*statements, *links), targets, self._fixed)

    def _point(self, atom: str) -> Counts | None:
        piles = self._given.piles
        found: dict[int, int] = {}
        for statement in self._own[atom]:
            for fact in statement[0] if len(statement) == 1 else ():
                used = [pile for pile, weight in enumerate(fact.weights) if weight]
                if len(used) == 1 and fact.low == fact.high:
                    found[used[0]] = fact.low // fact.weights[used[0]]
        return tuple(found[pile] for pile in range(piles)) if len(found) == piles else None

    def _tells(self, joint: Statement) -> bool:
        """Tell whether a statement over several atoms says more than the rows of each of them."""
        return len(joint) > 1 or any(self._fact_tells(fact) for fact in joint[0])

    def _fact_tells(self, fact: Fact) -> bool:
        ends = [self._ends(atom, fact.weights) for atom in fact.atoms]
        return sum(low for low, _ in ends) < fact.low or sum(high for _, high in ends) > fact.high

    def _ends(self, atom: str, weights: Counts) -> tuple[int, int]:
        if atom in self._fixed:
            whole = weighed(self._fixed[atom], weights)
            return whole, whole
        own = self._own[atom]
        look = (self._given.sizes[atom], weights, tuple(map(_nameless, own)))
        if look not in self._bounds:
            self._bounds[look] = _ends_of(atom, weights, own, self._given, self._solver)
        return self._bounds[look]


def sheet_of(part: Part, sizes: Mapping[str, tuple[int, int]], piles: int) -> Sheet:
    """Return a sheet with everything that is known of a part."""
    sheet = Sheet(part.atoms, {atom: sizes[atom][1] for atom in part.atoms}, piles, part.fixed)
    for statement in part.statements:
        sheet.write_one_of(statement)
    return sheet


def _ends_of(
    atom: str, weights: Counts, own: Sequence[Statement], given: Publication, solver: Solver
) -> tuple[int, int]:
    """Return the least and the largest value that an atom's own rows leave; what the solver doesn't answer is left wide."""
    sheet = Sheet((atom,), {atom: given.sizes[atom][1]}, given.piles, {})
    for statement in own:
        sheet.write_one_of(statement)
    plain, none = sheet.programme({}), (0,) * (len(sheet.bounds) - len(weights))
    ends = []
    for sign in (-1, 1):
        favour = (*(sign * weight for weight in weights), *none)
        found = solver.answer(Programme(plain.bounds, plain.constraints, favour))
        wide = tuple(given.sizes[atom][1] if sign * weight > 0 else 0 for weight in weights)
        ends.append(weighed(found[: len(weights)] if found else wide, weights))
    return ends[0], ends[1]


def _nameless(statement: Statement) -> object:
    return tuple(tuple((fact.weights, fact.low, fact.high) for fact in reading) for reading in statement)


def _sizes(given: Publication) -> Iterator[Fact]:
    ones = (1,) * given.piles
    yield from (Fact((atom,), ones, low, high) for atom, (low, high) in given.sizes.items())


def _atoms_of(statement: Statement) -> set[str]:
    return {atom for reading in statement for fact in reading for atom in fact.atoms}


def _joined(
    links: Iterable[set[str]], atoms: Iterable[str], start: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return the first atom of each atom's group, where linked atoms share a group."""
    first = dict(start) if start else {atom: atom for atom in atoms}

    def root(atom: str) -> str:
        while first[atom] != atom:
            first[atom] = first[first[atom]]
            atom = first[atom]
        return atom

    for link in links:
        roots = sorted(root(atom) for atom in link)
        for other in roots[1:]:
            first[other] = roots[0]
    return {atom: root(atom) for atom in first}
