"""What may be shown of a result, as named rules (DESIGN §5, security.md §3 R1-R3)."""

from collections.abc import Sequence
from dataclasses import dataclass

SUPPRESSED = "Không công bố vì nhóm có ít người"
TOP_CODE = "≥ 90 %"
MOST = "hầu hết"
HIDDEN = "…"
FOUR_LEVELS_FROM = 10  # R3: fewer ballots show two levels only
_CODE_IS_TRUE_FROM = 10


@dataclass(frozen=True)
class Share:
    """One share as it may be shown: ``percent`` in tenths of a percent, or ``text`` where it is coded."""

    tenths: int | None
    text: str


def may_show_rows(opened: int, *, rows_from: int) -> bool:
    """Tell whether a subject's rows may be shown at all: at least ``rows_from`` (>= 5) ballots (R1)."""
    return opened >= max(rows_from, 5)


def may_show_remarks(opened: int, *, remarks_from: int) -> bool:
    """Tell whether a subject's remarks may be shown: at least ``remarks_from`` (>= 10) ballots (R1)."""
    return opened >= max(remarks_from, 10)


def tenths_of_percent(part: int, whole: int) -> int:
    """Return part of whole in tenths of a percent, rounded half up; 0 of 0 is 0."""
    return (part * 2000 + whole) // (2 * whole) if whole else 0


def shown_shares(counts: Sequence[int], *, whole: int) -> list[Share]:
    """Return the shares of a row of levels, of ``whole`` ballots (DESIGN §8: those returned), as they may be shown.

    ``whole`` >= the row's sum; the difference are blanks and invalid ballots, a hidden pile that the rules guard like
    a level. A pile with 90 % or more of the whole, or all of it but one, is top-coded and the other levels are hidden,
    also where the row isn't unanimous: hiding only unanimity would announce it (R3). The same holds among those who
    ticked a level. The code is ``≥ 90 %`` where that is true and ``hầu hết`` else (eight of nine are 88.9 %); it never
    tells whether one is missing. Where blanks prevail, or two levels tie, no level is named.
    Raises ValueError where the whole is smaller than the row.
    """
    ticked = sum(counts)
    if whole < ticked:
        raise ValueError("a row can't hold more than the whole")
    top, rest = max(counts, default=0), whole - ticked
    if _nearly_all(rest, whole) or (list(counts).count(top) > 1 and _nearly_all(top, ticked)):
        return [Share(None, HIDDEN) for _ in counts]
    if _nearly_all(top, whole):
        return _coded(counts, TOP_CODE if whole >= _CODE_IS_TRUE_FROM else MOST)
    return _coded(counts, MOST) if _nearly_all(top, ticked) else _plain(counts, whole)


def _nearly_all(pile: int, whole: int) -> bool:
    return whole > 0 and (whole - pile <= 1 or 10 * pile >= 9 * whole)


def _coded(counts: Sequence[int], code: str) -> list[Share]:
    top = max(counts)
    return [Share(None, code if count == top else HIDDEN) for count in counts]


def _plain(counts: Sequence[int], whole: int) -> list[Share]:
    tenths = [tenths_of_percent(count, whole) for count in counts]
    return [Share(share, f"{share // 10},{share % 10} %") for share in tenths]
