"""Attackers with one or two ballots of their own: which of them would rule out every other world that was found."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from guong.core.disclosure.facts import World

Place = tuple[str, int]  # an atom and a pile
Own = tuple[Place, ...]  # the place of each known ballot, sorted
MOST_OWN = 2


def held(own: Own) -> dict[Place, int]:
    """Return how many known ballots lie in each pile."""
    return {place: own.count(place) for place in own}


class Worlds:
    """Worlds found so far, and for each pile which of them hold fewer than one, or fewer than two, ballots there.

    Sets of worlds are whole numbers, one bit for each world.
    """

    def __init__(self, truth: World) -> None:
        self._truth = truth
        self._found: list[World] = []
        self._fewer: dict[tuple[Place, int], int] = {}

    def add(self, world: World) -> None:
        """Keep one more world over the same atoms."""
        bit = 1 << len(self._found)
        self._found.append(world)
        for atom, counts in self._truth.items():
            for pile, count in enumerate(counts):
                for known in range(1, min(count, MOST_OWN) + 1):
                    if world[atom][pile] < known:
                        key = ((atom, pile), known)
                        self._fewer[key] = self._fewer.get(key, 0) | bit

    def __iter__(self) -> Iterator[World]:
        return iter(self._found)

    def holding(self, least: Mapping[Place, int], among: int) -> int:
        """Return those ``among`` worlds that hold at least these many ballots (one or two) in these piles."""
        for place, count in least.items():
            among &= ~self._fewer.get((place, count), 0)
        return among

    def attackers(self, among: int, base: Own, most: int) -> Iterator[Own]:
        """Yield whoever knows at most ``most`` (<= 2) ballots, ``base`` among them, and rules out all ``among``; few first.

        Each ballot is one of the truth. Whoever adds a ballot to those who do it already isn't named again.
        """
        if not among:
            yield base
            return
        masks = {
            place: self._fewer.get((place, known), 0) & among
            for place in self._places()
            if (known := base.count(place) + 1) <= self._most(place)
        }
        if most > len(base):
            alone = [place for place, mask in masks.items() if mask == among]
            yield from (tuple(sorted((*base, place))) for place in alone)
        if most == MOST_OWN and not base:
            yield from self._pairs(masks, among)

    def _pairs(self, masks: Mapping[Place, int], among: int) -> Iterator[Own]:
        places: dict[int, list[Place]] = {}
        for place, mask in masks.items():
            if mask and mask != among:
                places.setdefault(mask, []).append(place)
        for one, other in combinations(places, 2):
            if one | other == among:
                yield from ((a, b) if a < b else (b, a) for a in places[one] for b in places[other])
        for place, mask in masks.items():
            twice = self._fewer.get((place, MOST_OWN), 0) & among
            if mask != among and twice == among and self._most(place) == MOST_OWN:
                yield place, place

    def _places(self) -> Iterator[Place]:
        yield from dict.fromkeys(place for place, _ in self._fewer)

    def _most(self, place: Place) -> int:
        return min(self._truth[place[0]][place[1]], MOST_OWN)
