"""What may be shown of a result, as named rules (DESIGN §5, security.md §3 R1-R3, decision 0011)."""

from collections.abc import Sequence
from dataclasses import dataclass

SUPPRESSED = "Không công bố vì nhóm có ít người"
TOP_CODE = "≥ 90 %"
MOST = "phần lớn"
HIDDEN = "…"
FOUR_LEVELS_FROM = 10  # R3: fewer ballots show two levels only
_NAMED_FROM = 5  # with fewer valid ballots no level is ever named
_TWO_OWN_FROM = 7


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


def own_ballots(valid: int) -> int:
    """Return how many ballots of a group an attacker may know as his own or a friend's: two, in groups of five and six one."""
    return 2 if valid >= _TWO_OWN_FROM else 1


def margin(valid: int) -> int:
    """Return how many may differ in a row that is coded: one more than an attacker knows, so that a code tells him nothing."""
    return own_ballots(valid) + 1


def shown_shares(counts: Sequence[int], *, whole: int, valid: int | None = None) -> list[Share]:
    """Return the shares of a row of levels, of ``whole`` ballots (DESIGN §8: those returned), as they may be shown.

    ``whole`` >= ``valid`` (default: all) >= the row's sum; the difference are blanks and invalid ballots, a hidden pile
    that the rules guard like a level. A pile with 90 % or more of the whole, or all of it but `margin`, is top-coded and
    the other levels are hidden, also where the row isn't unanimous: hiding only unanimity would announce it (R3). The same
    holds among those who ticked a level. So whoever knows two ballots of his own, both of them against the rest, can't
    conclude that all others agreed: not from an exact row, which leaves at least two more, and not from a code, which
    leaves none to one more. The code is ``≥ 90 %`` where that is true and ``phần lớn`` (more than half) else; a level is
    named only where that many differing ballots fit beside it. Raises ValueError where the whole is smaller than the row.
    """
    ticked, valid = sum(counts), whole if valid is None else valid
    if not ticked <= valid <= whole:
        raise ValueError("a row can't hold more than the valid ballots, nor these more than the whole")
    if valid >= _NAMED_FROM and not is_coded(counts, whole=whole, valid=valid):
        return _plain(counts, whole)
    code = _code(counts, whole, valid)
    top = max(counts, default=0)
    return [Share(None, code if code and count == top else HIDDEN) for count in counts]


def is_coded(counts: Sequence[int], *, whole: int, valid: int) -> bool:
    """Tell whether nearly all of the whole lie in one pile, or nearly all of those who ticked in one level."""
    ticked, top, spare = sum(counts), max(counts, default=0), margin(valid)
    return any(
        _nearly_all(pile, group, spare)
        for pile, group in ((whole - ticked, whole), (top, whole), (top, ticked))
    )


def may_name(whole: int, valid: int) -> bool:
    """Tell whether a coded row of so many ballots may name its level: `margin` others fit beside more than half."""
    return valid >= _NAMED_FROM and 2 * (valid - margin(valid)) > whole


def may_say_ninety(whole: int, valid: int) -> bool:
    """Tell whether the code of such a row may be ``≥ 90 %``: `margin` others fit beside nine tenths."""
    return 10 * (valid - margin(valid)) >= 9 * whole


def _code(counts: Sequence[int], whole: int, valid: int) -> str:
    top, ticked = max(counts, default=0), sum(counts)
    if not (may_name(whole, valid) and 2 * top > whole and _nearly_all(top, ticked, margin(valid))):
        return ""
    return TOP_CODE if may_say_ninety(whole, valid) and 10 * top >= 9 * whole else MOST


def _nearly_all(pile: int, group: int, spare: int) -> bool:
    return group > 0 and (group - pile <= spare or 10 * pile >= 9 * group)


def _plain(counts: Sequence[int], whole: int) -> list[Share]:
    tenths = [tenths_of_percent(count, whole) for count in counts]
    return [Share(share, f"{share // 10},{share % 10} %") for share in tenths]
