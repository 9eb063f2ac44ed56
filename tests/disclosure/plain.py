"""An attacker without a solver: he lists every result of a tiny district and strikes out what the printed tables exclude.

Uses nothing of the judge: tables are plain dictionaries, groups plain tuples.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations_with_replacement, product

Counts = tuple[int, ...]
World = dict[str, Counts]
Table = Mapping[
    tuple[str, ...], Counts | Callable[[Counts], bool]
]  # cells added: their counts, or what is known of them


def compositions(ballots: int, piles: int) -> Iterator[Counts]:
    """Every way to put ballots on piles."""
    if piles == 1:
        yield (ballots,)
        return
    for first in range(ballots + 1):
        for rest in compositions(ballots - first, piles - 1):
            yield first, *rest


def added(world: Mapping[str, Counts], cells: Sequence[str]) -> Counts:
    """Several cells together."""
    return tuple(map(sum, zip(*(world[cell] for cell in cells), strict=True)))


def worlds(sizes: Mapping[str, int], piles: int, table: Table) -> list[World]:
    """Every world that would be printed just so."""
    cells = list(sizes)
    open_cells = {key[0]: said for key, said in table.items() if len(key) == 1}
    choices = []
    for cell in cells:
        said = open_cells.get(cell)
        every = compositions(sizes[cell], piles)
        choices.append([counts for counts in every if said is None or _fits(counts, said)])
    sums = [(key, said) for key, said in table.items() if len(key) > 1]
    found = (dict(zip(cells, counts, strict=True)) for counts in product(*choices))
    return [world for world in found if all(_fits(added(world, key), said) for key, said in sums)]


def disclosed(
    truth: Mapping[str, Counts],
    table: Table,
    groups: Mapping[str, tuple[tuple[str, ...], bool]],
    most_own: int = 2,
) -> set[str]:
    """The groups (name: cells, and whether the row is printed) of which somebody with own ballots learns too much."""
    sizes = {cell: sum(counts) for cell, counts in truth.items()}
    piles = len(next(iter(truth.values())))
    alike = worlds(sizes, piles, table)
    places = [(cell, pile) for cell in truth for pile in range(piles) if truth[cell][pile]]
    found: set[str] = set()
    for known in range(most_own + 1):
        for own in combinations_with_replacement(places, known):
            if all(truth[cell][pile] >= own.count((cell, pile)) for cell, pile in own):
                left = [world for world in alike if all(world[c][p] >= own.count((c, p)) for c, p in own)]
                found |= {
                    name
                    for name, (cells, is_printed) in groups.items()
                    if _learns(left, cells, own, is_printed, truth)
                }
    return found


def _learns(
    left: list[World],
    cells: tuple[str, ...],
    own: tuple[tuple[str, int], ...],
    is_printed: bool,
    truth: Mapping[str, Counts],
) -> bool:
    mine = [sum(cell in cells and pile == at for cell, pile in own) for at in range(len(truth[cells[0]]))]
    others = [tuple(n - k for n, k in zip(added(world, cells), mine, strict=True)) for world in left]
    whole = sum(others[0])
    if whole == 0:
        return False
    if not is_printed and len(set(others)) == 1:
        return True
    return any(all(counts[pile] == whole for counts in others) for pile in range(len(mine)))


def _fits(counts: Counts, said: Counts | Callable[[Counts], bool]) -> bool:
    return said(counts) if callable(said) else counts == said
