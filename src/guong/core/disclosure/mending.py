"""Hiding further rows until nothing is disclosed (complementary suppression), always the same ones for the same counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guong.core.disclosure.facts import Publication, Row, Target
from guong.core.disclosure.judge import Disclosed, Judge
from guong.core.disclosure.programme import Solver


@dataclass(frozen=True)
class Mended:
    """Keys of the rows to hide, in the order in which they were hidden; ``left`` is what no hiding could help."""

    hidden: tuple[str, ...]
    left: tuple[Disclosed, ...]


def mend(given: Publication, solver: Solver) -> Mended:
    """Return which rows must be hidden beside those that are hidden already, so that the judge finds nothing.

    Each round hides rows that say themselves that all others agree; where there are none, for each group that is disclosed
    the smallest row (by ballots, then key) that stands in one sum with it, or the smallest sum over it. Rows published
    before can't be hidden; what they disclose is ``left``.
    """
    hidden: list[str] = []
    judge = Judge(solver)
    safe: frozenset[str] = frozenset()
    while True:
        now = given.without(frozenset(hidden))
        found = judge.disclosed(now, safe=safe)
        more = _own_rows(found, now) or _other_rows(found, now)
        if not more:
            return Mended(tuple(hidden), tuple(found))
        hidden += more
        disclosed = {one.target.key for one in found}
        # A row less tells less: what was safe stays safe, but a row that is hidden now is a group to guard.
        safe = frozenset(t.key for t in now.targets if t.key not in disclosed and t.key not in more)


def _own_rows(found: Sequence[Disclosed], given: Publication) -> tuple[str, ...]:
    open_keys = {one.target.key for one in found if one.target.is_open}
    return tuple(row.key for row in given.rows if row.key in open_keys and row.may_hide)


def _other_rows(found: Sequence[Disclosed], given: Publication) -> tuple[str, ...]:
    chosen = (
        min(_candidates(one.target, given), key=lambda row: (row.ballots, row.key), default=None)
        for one in found
    )
    return tuple(dict.fromkeys(row.key for row in chosen if row))


def _candidates(target: Target, given: Publication) -> Iterator[Row]:
    group = frozenset(target.atoms)
    sums = [row for row in given.rows if group < row.members]
    beside = [
        row
        for row in given.rows
        if row.may_hide and not group & row.members and any(row.members < whole.members for whole in sums)
    ]
    yield from beside
    if not beside:
        yield from (row for row in (sums or given.rows) if row.may_hide and group <= row.members)
