"""The tree of units, read in one query however deep it is."""

from collections import defaultdict
from collections.abc import Iterable

from guong.office.registry.models import Unit


def beneath(roots: Iterable[int]) -> set[int]:
    """Return the numbers of units and of all beneath them, the roots included."""
    found = set(roots)
    if not found:
        return found
    children: dict[int, list[int]] = defaultdict(list)
    for unit, parent in Unit.objects.filter(parent__isnull=False).values_list("id", "parent_id"):
        if parent is not None:
            children[parent].append(unit)
    waiting = list(found)
    while waiting:
        new = [child for child in children[waiting.pop()] if child not in found]
        found.update(new)
        waiting += new
    return found
