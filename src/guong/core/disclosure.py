"""What may be shown of a result, as named rules (DESIGN §5, security.md §3 R1-R3)."""

from collections.abc import Sequence
from dataclasses import dataclass

SUPPRESSED = "Không công bố vì nhóm có ít người"
TOP_CODE = "≥ 90 %"
_TOP_SHARE = 0.9


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


def shown_shares(counts: Sequence[int]) -> list[Share]:
    """Return the shares of a row of levels as they may leave the signed minutes.

    A level with 90 % or more of the row, or all of it but one, is top-coded and its siblings are hidden, also where the
    row isn't unanimous: hiding only unanimity would announce it (R3).
    """
    whole = sum(counts)
    top = max(counts, default=0)
    if whole and (whole - top <= 1 or top >= _TOP_SHARE * whole):
        return [Share(None, TOP_CODE) if count == top else Share(None, "…") for count in counts]
    return [_plain(count, whole) for count in counts]


def _plain(count: int, whole: int) -> Share:
    tenths = tenths_of_percent(count, whole)
    return Share(tenths, f"{tenths // 10},{tenths % 10} %")
