"""Every route, by every method, as every role of every unit, and as a visitor."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from guong.office.accounts.roles import Role
from tests.nothing_skipped import EVERYTHING
from tests.pages.routes import Route
from tests.permissions.addresses import Filling, address, beside, filling_for, places
from tests.permissions.answers import METHODS, Answer
from tests.permissions.asking import Asker
from tests.permissions.lines import Line, Of, Table
from tests.permissions.world import Furnished, Where

Pair = tuple[Answer, Answer]
_THE_SAME_EVERYWHERE = (Of.OFFICE, Of.OWN, Of.SCREEN, Of.DOOR)


@dataclass
class Walked:
    """``answers`` to what is there; ``missing`` to what isn't, asked for by whoever may.

    ``twins`` are pairs of answers to something of another unit and to nothing at all; ``astray`` to something that hangs
    on another object than the address says, and to nothing.
    """

    answers: list[Answer] = field(default_factory=list)
    missing: list[Answer] = field(default_factory=list)
    twins: list[Pair] = field(default_factory=list)
    astray: list[Pair] = field(default_factory=list)


def walk(world: Furnished, routes: Iterable[Route], table: Table, more: Filling | None = None) -> Walked:
    """Ask for everything; ``more`` fills places of routes that only a test knows."""
    walked, every, foreign = Walked(), list(_askers(world)), beside(world)
    fillings = {role: {**filling_for(world, role), **(more or {})} for role in Role}
    for route in routes:
        for asker in every:
            filling = fillings[asker.role or Role.ORGANISER]
            for method in _methods(asker, table[route.name]):
                _ask(walked, route, table[route.name], asker, method, filling, foreign)
    return walked


def _askers(world: Furnished) -> Iterator[Asker]:
    yield Asker(None, None, Where.NOWHERE)
    for where, people in world.people.items():
        for role, user in people.items():
            yield Asker(user, role, where)


def _methods(asker: Asker, line: Line) -> tuple[str, ...]:
    """Both for a visitor and for whoever may open or act; for wrong roles those that the route offers."""
    if not _is_asked(asker, line):
        return ()
    is_known = asker.role is None or asker.role in line.see | line.do
    return tuple(method for method in METHODS if is_known or line.who(method))


def _is_asked(asker: Asker, line: Line) -> bool:
    if asker.role is None or asker.where is Where.OWN:
        return True
    if line.of in _THE_SAME_EVERYWHERE:
        return False
    # A wrong role that gets in at another body gets in at home too: only the long run asks for it.
    return asker.role in line.see | line.do or (EVERYTHING and asker.where is Where.OTHER)


def _ask(
    walked: Walked,
    route: Route,
    line: Line,
    asker: Asker,
    method: str,
    filling: Filling,
    foreign: Filling,
) -> None:
    real = asker.ask(route, method, address(route, filling))
    walked.answers.append(real)
    found = places(route)
    of_screen = asker.role is None and line.of is Of.SCREEN and bool(line.who(method))
    may = asker.role in line.who(method) or of_screen
    if not found or not may or line.of in (Of.DOOR, Of.OWN):
        return
    nothing = asker.ask(route, method, address(route, filling, absent=found[0]))
    if asker.where is Where.OWN or line.of in (Of.OFFICE, Of.SCREEN):
        walked.missing.append(nothing)
        walked.astray.extend(_astray(route, asker, method, filling, foreign))
    elif not (line.beside and asker.where is Where.BESIDE):
        walked.twins.append((real, nothing))


def _astray(route: Route, asker: Asker, method: str, filling: Filling, foreign: Filling) -> Iterator[Pair]:
    for place in places(route):
        if place in foreign:
            elsewhere = {**filling, place: foreign[place]}
            absent = asker.ask(route, method, address(route, filling, absent=place))
            yield asker.ask(route, method, address(route, elsewhere)), absent
