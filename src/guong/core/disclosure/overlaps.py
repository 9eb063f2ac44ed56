"""Two tables over partly the same ballots: a result and its correction, or two polls of nearly the same people (R4, R8).

Whoever subtracts one from the other sees the ballots that are in only one of them. Fewer than five of those must never stand
alone between two published tables; of more, the judge asks as of any other group.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from guong.core.disclosure.facts import Counts

LEAST_CHANGE = 5  # R4: a correction that changes fewer ballots is held
Ends = tuple[int, int]


@dataclass(frozen=True)
class Overlap:
    """Two tables (``poll/subject``) with ballots in common.

    ``only_first`` and ``only_second`` are the least and the largest number of ballots that are in one of them alone.
    """

    first: str
    second: str
    only_first: Ends
    only_second: Ends


@dataclass(frozen=True)
class Split:
    """The ballots of two rows in three atoms; the counts are the closest that the two results allow."""

    both: Counts
    only_first: Counts
    only_second: Counts

    def parts(self) -> Iterator[Counts]:
        """Return the three in order."""
        yield from (self.both, self.only_first, self.only_second)


def changed_ballots(before: Mapping[str, Counts], after: Mapping[str, Counts]) -> int:
    """Return the fewest ballots that can explain the difference of two results, question by question, blanks included."""
    return max((_least_change(before[item], after[item]) for item in before), default=0)


def is_too_little(changed: int) -> bool:
    """Tell whether so few ballots differ that the difference must not be published (R4)."""
    return 0 < changed < LEAST_CHANGE


def correction_overlap(
    first: str, second: str, before: Mapping[str, Counts], after: Mapping[str, Counts]
) -> Overlap:
    """Return how a result overlaps with its correction: at least the ballots that must have changed, at most all.

    Where a batch was only added or only taken away, everybody sees how large it is.
    """
    changed = changed_ballots(before, after)
    old, new = (sum(next(iter(counts.values()), ())) for counts in (before, after))
    lost, gained = max(changed - max(new - old, 0), 0), max(changed - max(old - new, 0), 0)
    if not lost or not gained:
        return Overlap(first, second, (lost, lost), (gained, gained))
    return Overlap(first, second, (min(lost, old), old), (min(gained, new), new))


def roll_overlap(
    first: str, second: str, voters: tuple[Collection[object], Collection[object]], ballots: tuple[int, int]
) -> Overlap | None:
    """Return how two polls overlap whose voters are known by name, None where nobody was at both.

    Whoever was at both is taken to have voted the same: the worst case.
    """
    one, other = (set(names) for names in voters)
    common = len(one & other)
    if not common:
        return None
    ends = [
        (max(0, cast - common), max(0, cast - common, min(cast, len(names - twin))))
        for cast, names, twin in ((ballots[0], one, other), (ballots[1], other, one))
    ]
    return Overlap(first, second, ends[0], ends[1])


def differ_too_little(
    voters: tuple[Collection[object], Collection[object]], ballots: tuple[int, int]
) -> bool:
    """Tell whether one to four people, or ballots, make the difference of two polls; decided without looking at results."""
    one, other = (set(names) for names in voters)
    if not one & other:
        return False
    differences = (len(one - other), len(other - one), abs(ballots[0] - ballots[1]))
    return any(map(is_too_little, differences))


def split(first: Counts, second: Counts, overlap: Overlap) -> Split | None:
    """Return one row of each table in atoms, None where no common ballots fit between the two results (minds changed)."""
    common = [min(pair) for pair in zip(first, second, strict=True)]
    spare, more = sum(first) - sum(common), sum(second) - sum(first)
    wanted = max(spare, overlap.only_first[0], overlap.only_second[0] - more)
    if wanted > min(overlap.only_first[1], overlap.only_second[1] - more, sum(first)):
        return None
    for _ in range(wanted - spare):
        common[common.index(max(common))] -= 1
    return Split(tuple(common), _less(first, common), _less(second, common))


def _least_change(before: Counts, after: Counts) -> int:
    steps = [new - old for old, new in zip(before, after, strict=True)]
    return max(sum(step for step in steps if step > 0), -sum(step for step in steps if step < 0))


def _less(whole: Counts, part: Sequence[int]) -> Counts:
    return tuple(a - b for a, b in zip(whole, part, strict=True))
