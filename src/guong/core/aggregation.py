"""Sums over several subjects' rows, as they may be printed: never more exact than the rows that they add (DESIGN §5).

Where every row of a sum is shown exactly, the sum is exact. Where a row is coded or merged, an exact sum would give that row
away to whoever subtracts the others; so such a sum is the range that follows from what is shown anyway. A printed sum
thereby is a function of the printed rows: it tells nothing new, whatever tables stand beside it, over levels, units and
rounds (research/security.md §3 R2, R3, R6). What several releases of the same rows tell together isn't judged here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guong.core.disclosure import FOUR_LEVELS_FROM, HIDDEN, TOP_CODE, margin, shown_shares, tenths_of_percent
from guong.core.wording import percent_of_per_mille

_NAMED = 10  # a named level leaves at most one tenth to all others


@dataclass(frozen=True)
class Span:
    """A count as far as it is known: ``low`` to ``high``, both included."""

    low: int
    high: int

    @property
    def is_exact(self) -> bool:
        """Tell whether the count is known."""
        return self.low == self.high


@dataclass(frozen=True)
class KnownRow:
    """What a reader knows of one item: ballots returned, the four levels, and ``better``, the first two together."""

    returned: int
    levels: tuple[Span, Span, Span, Span]
    better: Span

    @property
    def is_exact(self) -> bool:
        """Tell whether all four levels are known."""
        return all(span.is_exact for span in self.levels)

    @property
    def worse(self) -> Span:
        """The two worse levels together."""
        third, fourth = self.levels[2:]
        return Span(third.low + fourth.low, min(third.high + fourth.high, self.returned - self.better.low))


def known_row(levels: Sequence[int], *, returned: int, valid: int | None = None) -> KnownRow:
    """Return what the shown row of one subject tells, of ``returned`` ballots (>= 5, ``valid`` of them) with these counts.

    Ten ballots or more: four levels, exact or coded. Fewer: the two better levels together, exact or coded (R3).
    """
    valid = returned if valid is None else valid
    if returned < FOUR_LEVELS_FROM:
        return _of_two(levels[0] + levels[1], levels[2] + levels[3], returned, valid)
    shown = shown_shares(levels, whole=returned, valid=valid)
    if all(share.tenths is not None for share in shown):
        better = levels[0] + levels[1]
        return KnownRow(returned, _four([Span(count, count) for count in levels]), Span(better, better))
    place = next((place for place, share in enumerate(shown) if share.text != HIDDEN), None)
    if place is None:
        return _unknown(returned, valid)
    return _of_named(place, returned, valid, text=shown[place].text)


def added(rows: Iterable[KnownRow]) -> KnownRow:
    """Return what the rows of one item tell of their sum; of no rows: nothing returned."""
    found = list(rows)
    return KnownRow(
        returned=sum(row.returned for row in found),
        levels=_four([_sum(row.levels[place] for row in found) for place in range(4)]),
        better=_sum(row.better for row in found),
    )


def share_text(span: Span, *, whole: int) -> str:
    """Return a share of ``whole`` in percent: ``63,5`` where it is known, ``63–65`` (never too narrow) where not.

    ``…`` where nothing is known. The text is never shorter than the knowledge: ends are rounded outwards.
    """
    if span.is_exact:
        return percent_of_per_mille(tenths_of_percent(span.low, whole))
    low, high = whole_percents(span, whole=whole)
    return HIDDEN if (low, high) == (0, 100) else f"{low}–{high}"


def whole_percents(span: Span, *, whole: int) -> tuple[int, int]:
    """Return the range of a share in whole percents, rounded outwards; 0 to 100 of nothing."""
    if not whole:
        return 0, 100
    return 100 * span.low // whole, -(-100 * span.high // whole)


def certain_per_mille(row: KnownRow) -> tuple[int, int, int, int]:
    """Return what is certain of the four shares, in tenths of a percent, for a picture: bars are never too long."""
    a, b, c, d = (
        tenths_of_percent(span.low, row.returned) if span.is_exact else 1000 * span.low // row.returned
        for span in row.levels
    )
    return a, b, c, d


def lowest(rows: Sequence[KnownRow], *, most: int) -> list[int]:
    """Return the places of at most ``most`` rows with the smallest share of ``better``, smallest first.

    A range counts by its middle; rows of which nothing is known are left out.
    """
    known = [
        place
        for place, row in enumerate(rows)
        if row.returned and share_text(row.better, whole=row.returned) != HIDDEN
    ]

    def middle(place: int) -> tuple[float, int]:
        row = rows[place]
        return (row.better.low + row.better.high) / (2 * row.returned), place

    return sorted(known, key=middle)[:most]


def channel_split(device: int, paper: int, *, least: int = 5) -> tuple[int, int] | None:
    """Return how many ballots came by phone and on paper, None where either way was taken by one to four (R2)."""
    return None if any(0 < count < least for count in (device, paper)) else (device, paper)


def _of_two(better: int, worse: int, returned: int, valid: int) -> KnownRow:
    shown = shown_shares((better, worse), whole=returned, valid=valid)[0]
    if shown.text == HIDDEN:
        return _unknown(returned, valid)
    least, most = (_least(shown.text, returned), valid) if shown.tenths is None else (better, better)
    pair, rest = Span(0, most), Span(0, returned - least)
    return KnownRow(returned, (pair, pair, rest, rest), Span(least, most))


def _of_named(place: int, returned: int, valid: int, *, text: str) -> KnownRow:
    least, spare = _least(text, returned), max(margin(valid), valid // _NAMED)
    top, other = Span(least, valid), Span(0, min(spare, valid - least))
    levels = _four([top if level == place else other for level in range(4)])
    return KnownRow(returned, levels, top if place < 2 else other)


def _least(code: str, returned: int) -> int:
    return -(-9 * returned // 10) if code == TOP_CODE else returned // 2 + 1


def _unknown(returned: int, valid: int) -> KnownRow:
    anything = Span(0, valid)
    return KnownRow(returned, (anything,) * 4, anything)


def _sum(spans: Iterable[Span]) -> Span:
    found = list(spans)
    return Span(sum(span.low for span in found), sum(span.high for span in found))


def _four(spans: Sequence[Span]) -> tuple[Span, Span, Span, Span]:
    a, b, c, d = spans
    return a, b, c, d
