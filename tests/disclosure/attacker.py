"""An attacker with every published table, and with one or two ballots of his own, who solves for hidden groups.

As research/security.md §3 does it: for each level of a group the least and the largest count that the tables allow; a group is
solved where all of these are points. He builds his equations himself and shares nothing with the judge but the solver's package.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations_with_replacement

import highspy

Counts = tuple[int, ...]
Group = tuple[str, ...]


class Attacker:
    """Knows how many ballots each cell has and the printed counts of some groups of cells."""

    def __init__(self, ballots: Mapping[str, int], printed: Mapping[Group, Counts]) -> None:
        self._model = highspy.Highs()
        for name, value in (("output_flag", False), ("threads", 1), ("mip_rel_gap", 0.0)):
            self._model.setOptionValue(name, value)
        levels = len(next(iter(printed.values())))
        self.levels = range(levels)
        self._of = {
            (cell, level): self._model.addIntegral(lb=0, ub=whole)
            for cell, whole in ballots.items()
            for level in self.levels
        }
        for cell, whole in ballots.items():
            self._model.addConstr(sum(self._of[cell, level] for level in self.levels) == whole)
        for cells, counts in printed.items():
            for level, count in enumerate(counts):
                self._model.addConstr(sum(self._of[cell, level] for cell in cells) == count)

    def ends(self, cells: Group, level: int) -> Iterator[int]:
        """Yield the least, then the largest count of a level in a group."""
        for solve in (self._model.minimize, self._model.maximize):
            solve(sum(self._of[cell, level] for cell in cells))
            assert self._model.getModelStatus() == highspy.HighsModelStatus.kOptimal
            yield round(self._model.getObjectiveValue())

    def solves(self, cells: Group, own: Iterable[tuple[str, int]] = ()) -> Counts | None:
        """Return a group's counts where the tables leave no other, with these ballots known to be his and his friend's."""
        known = list(own)
        for place in set(known):
            self._model.changeColBounds(self._of[place].index, known.count(place), self._largest(place))
        try:
            return self._points(cells)
        finally:
            for place in set(known):
                self._model.changeColBounds(self._of[place].index, 0, self._largest(place))

    def _points(self, cells: Group) -> Counts | None:
        found = []
        for level in self.levels:
            low, high = self.ends(cells, level)
            if low != high:
                return None
            found.append(low)
        return tuple(found)

    def _largest(self, place: tuple[str, int]) -> float:
        return float(self._model.getLp().col_upper_[self._of[place].index])


def votes_of(
    counts: Mapping[str, Counts], cells: Iterable[str], known: int
) -> Iterator[tuple[tuple[str, int], ...]]:
    """Yield every choice of so many ballots that lie in these cells."""
    places = [(cell, level) for cell in cells for level, count in enumerate(counts[cell]) if count]
    for own in combinations_with_replacement(places, known):
        if all(counts[cell][level] >= own.count((cell, level)) for cell, level in own):
            yield own
