"""The judge: what can be concluded from everything published, by whoever knows one or two ballots of his own.

A group is *solved* where a single result is left of it, and *agreed* where every result that is left says that all others
in it (or all others who ticked) chose the same. The judge looks for another world that answers all facts; whatever the
solver doesn't find counts as disclosed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from guong.core.disclosure.attack import Own, Worlds, held
from guong.core.disclosure.components import Part, Parts, sheet_of
from guong.core.disclosure.facts import Counts, Publication, Target, World, together
from guong.core.disclosure.programme import Constraint, Sheet, Solver


class Learnt(Enum):
    """What an attacker concludes."""

    SOLVED = "solved"
    AGREED = "agreed"


@dataclass(frozen=True)
class Disclosed:
    """A group that is disclosed, what of it, and the ballots (atom, pile) whose owner concludes it."""

    target: Target
    learnt: Learnt
    own: Own


@dataclass(frozen=True)
class _Question:
    """Is there a world in which ``piles`` of the target together differ (SOLVED), or hold more than ``count`` (AGREED)?"""

    target: Target
    learnt: Learnt
    piles: tuple[int, ...]
    counts: Counts
    base: Own

    def answered_by(self, world: World) -> bool:
        found = together(world, self.target.atoms)
        if self.learnt is Learnt.SOLVED:
            return found != self.counts
        return sum(found[pile] for pile in self.piles) > sum(self.counts[pile] for pile in self.piles)


class Judge:
    """Looks at a publication, and again when rows of it were hidden; the worlds that were found serve every later look.

    Hiding a row takes facts away, so that a world that answered all of them still does.
    """

    def __init__(self, solver: Solver) -> None:
        self._solver = solver
        self._found: list[World] = []
        self._asked: dict[object, tuple[int, int]] = {}

    def disclosed(self, given: Publication, *, safe: frozenset[str] = frozenset()) -> list[Disclosed]:
        """Return every target that is disclosed, in their order; those in ``safe`` (by key) are known not to be.

        Raises ValueError where the facts aren't true of the counts: then something else was printed than was counted.
        """
        _check(given)
        found: dict[str, Disclosed] = {}
        for part in Parts(given, self._solver, self._asked):
            look = _Look(part, given, self._solver, self._found)
            found |= look.disclosed([target for target in part.targets if target.key not in safe])
            self._found += look.new_worlds
        return [found[target.key] for target in given.targets if target.key in found]


def judge(given: Publication, solver: Solver) -> list[Disclosed]:
    """Return every target that is disclosed, in their order. Raises ValueError as `Judge.disclosed`."""
    return Judge(solver).disclosed(given)


class _Look:
    def __init__(self, part: Part, given: Publication, solver: Solver, known: Sequence[World]) -> None:
        self._part, self._given, self._solver = part, given, solver
        self._truth = {atom: given.truth[atom] for atom in part.atoms}
        self._worlds = Worlds(self._truth)
        self._made: Sheet | None = None
        self.new_worlds: list[World] = []
        for world in known:
            if not self._truth.keys().isdisjoint(world):
                self._worlds.add({atom: world.get(atom, counts) for atom, counts in self._truth.items()})

    def disclosed(self, targets: Sequence[Target]) -> dict[str, Disclosed]:
        found: dict[str, Disclosed] = {}
        for target in targets:
            for question in _questions(target, self._truth, self._given.levels):
                own = self._witness(question)
                if own is not None:
                    found[target.key] = Disclosed(target, question.learnt, own)
                    break
        return found

    def _witness(self, question: _Question) -> Own | None:
        """Return the ballots of an attacker who gets the answer, None where nobody does."""
        if self._robust(question):
            return None
        while True:
            answers = self._worlds.holding(held(question.base), self._answers(question))
            own = next(self._attackers(question, answers), None)
            if own is None:
                return None
            world = self._world(question, held(own))
            if world is None:
                return own
            self._keep(world)

    def _answers(self, question: _Question) -> int:
        return sum(1 << place for place, world in enumerate(self._worlds) if question.answered_by(world))

    def _attackers(self, question: _Question, answers: int) -> Iterator[Own]:
        target, whole = question.target, sum(question.counts)
        for own in self._worlds.attackers(answers, question.base, target.own):
            inside = sum(atom in target.atoms for atom, _ in own)
            if inside < whole:  # somebody else must be left in the group
                yield own

    def _robust(self, question: _Question) -> bool:
        """Tell whether one world answers all attackers at once: it holds two ballots wherever two can be known."""
        least = {
            (atom, pile): min(count, question.target.own)
            for atom, counts in self._truth.items()
            for pile, count in enumerate(counts)
            if count
        }
        if self._worlds.holding(least, self._answers(question)):
            return True
        world = self._world(question, least)
        if world is not None:
            self._keep(world)
        return world is not None

    def _keep(self, world: World) -> None:
        self._worlds.add(world)
        self.new_worlds.append(world)

    def _world(self, question: _Question, least: dict[tuple[str, int], int]) -> World | None:
        sheet = self._sheet
        first = len(sheet.bounds)
        more, switches = _asked(question, sheet, first)
        programme = sheet.programme(least, more, switches)
        values = self._solver.answer(programme)
        if values is None or not programme.holds(values):
            return None
        return sheet.world(values)

    @property
    def _sheet(self) -> Sheet:
        if self._made is None:
            self._made = sheet_of(self._part, self._given.sizes, self._given.piles)
        return self._made


def _questions(target: Target, truth: World, levels: int) -> Iterator[_Question]:
    """Yield what must stay unknown of a target: only what is true can be concluded."""
    counts = together(truth, target.atoms)
    if sum(counts) == 0:
        return
    if not target.is_open:
        yield _Question(target, Learnt.SOLVED, tuple(range(len(counts))), counts, ())
    for pile in range(len(counts)):
        others = tuple(other for other in range(len(counts)) if other != pile)
        ticked = tuple(other for other in range(levels) if other != pile)
        for piles in dict.fromkeys((others, *((ticked,) if pile < levels else ()))):
            differing = sum(counts[other] for other in piles)
            if differing <= target.own and counts[pile]:
                yield _Question(target, Learnt.AGREED, piles, counts, _those(target, truth, piles))


def _those(target: Target, truth: World, piles: tuple[int, ...]) -> Own:
    """Return the ballots that differ: to learn that all others agree, attackers must know all of them."""
    return tuple(
        sorted((atom, pile) for atom in target.atoms for pile in piles for _ in range(truth[atom][pile]))
    )


def _asked(question: _Question, sheet: Sheet, first: int) -> tuple[list[Constraint], int]:
    """Return the constraints that make a world an answer, and how many switches they add from place ``first`` on."""
    atoms, counts = question.target.atoms, question.counts
    if question.learnt is Learnt.AGREED:
        terms = tuple(term for pile in question.piles for term in sheet.pile(atoms, pile))
        least = sum(counts[pile] for pile in question.piles) + 1
        return [Constraint(terms, least, _largest(terms, sheet))], 0
    made: list[Constraint] = []
    switch = first
    for pile, count in enumerate(counts):
        terms = sheet.pile(atoms, pile)
        most = _largest(terms, sheet)
        made.append(Constraint((*terms, (switch, -(count + 1))), 0, most))
        made.append(Constraint((*terms, (switch + 1, most - count + 1)), 0, most))
        switch += 2
    made.append(Constraint(tuple((place, 1) for place in range(first, switch)), 1, switch - first))
    return made, switch - first


def _largest(terms: Sequence[tuple[int, int]], sheet: Sheet) -> int:
    return sum(factor * sheet.bounds[place][1] for place, factor in terms)


def _check(given: Publication) -> None:
    for row in given.rows:
        if not any(all(fact.holds(given.truth) for fact in reading) for reading in row.readings):
            raise ValueError(f"what the row {row.key} says is not what was counted")
    if not all(fact.holds(given.truth) for fact in given.known):
        raise ValueError("something is said that is not what was counted")
