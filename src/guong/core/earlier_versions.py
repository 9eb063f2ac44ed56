"""Two versions of an imported result beside each other: may the newer one be shown, or is it held (decision 0032)?

Whoever saw both subtracts them. Where one to four ballots could make the difference, it would tell how those few voted
(DESIGN §5, research/security.md §3 R4). Of the older version only what was shown is known, so the fewest ballots that could explain
the difference are counted: more may have changed, then the newer version is held without need, never shown without right.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from guong.core.aggregation import KnownRow, Span
from guong.core.disclosure.facts import Counts
from guong.core.disclosure.overlaps import LEAST_CHANGE


@dataclass(frozen=True)
class Shown:
    """One person's rows as they were shown: texts of the cells and what they tell of the counts, by a criterion's words."""

    returned: int
    rows: Mapping[str, tuple[tuple[str, ...], KnownRow]]


@dataclass(frozen=True)
class Newer:
    """The same person's rows of a newer version: the texts that would be shown, and the exact counts behind them."""

    returned: int
    rows: Mapping[str, tuple[tuple[str, ...], Counts]]


def may_follow(before: Shown, after: Newer) -> bool:
    """Tell whether a newer version may be shown to who saw the older one: nothing reads otherwise, or five ballots and more changed."""
    if not before.rows or not after.rows:
        return True
    common = before.rows.keys() & after.rows.keys()
    same = all(before.rows[text][0] == after.rows[text][0] for text in common)
    if same and before.returned == after.returned:
        return True
    return fewest_changed(before, after) >= LEAST_CHANGE


def fewest_changed(before: Shown, after: Newer) -> int:
    """Return the fewest ballots added, taken away or read otherwise that turn what was shown into the newer version."""
    common = before.rows.keys() & after.rows.keys()
    by_row = (_between(before.rows[text][1], after.rows[text][1], after.returned) for text in common)
    return max(abs(after.returned - before.returned), *by_row, 0)


def _between(before: KnownRow, after: Counts, returned: int) -> int:
    """Ballots that must have come into a pile, or left one, the blank ones being the fifth pile."""
    low, high = (sum(getattr(span, end) for span in before.levels) for end in ("low", "high"))
    blank = Span(max(0, before.returned - high), max(0, before.returned - low))
    piles = list(zip((*before.levels, blank), (*after, returned - sum(after)), strict=True))
    come = sum(max(0, count - span.high) for span, count in piles)
    gone = sum(max(0, span.low - count) for span, count in piles)
    return max(come, gone)
