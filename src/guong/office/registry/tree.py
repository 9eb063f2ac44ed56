"""The tree of units, walked in memory: one query reads it however deep it is."""

from collections import defaultdict
from collections.abc import Iterable


def beneath(roots: Iterable[int], parents: Iterable[tuple[int, int | None]]) -> set[int]:
    """Return the numbers of units and of all beneath them, the roots included; ``parents`` pairs each unit with the one above."""
    children: dict[int | None, list[int]] = defaultdict(list)
    for unit, parent in parents:
        children[parent].append(unit)
    found = set(roots)
    waiting = list(found)
    while waiting:
        new = [child for child in children[waiting.pop()] if child not in found]
        found.update(new)
        waiting += new
    return found
