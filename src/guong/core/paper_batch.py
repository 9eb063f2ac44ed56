"""Rules of a batch of scanned sheets: which pages make a sheet, who looks at what, what two or three people settle.

Nothing here knows images; a row is its item and what the reader made of it (DESIGN §4.5).
"""

import math
from collections import Counter
from collections.abc import Sequence
from random import Random
from typing import Literal, TypeVar

from guong.core.outcome import Refused

BLANK, INVALID = "blank", "invalid"
VALUES = ("1", "2", "3", "4")
ROW_ANSWERS = (*VALUES, BLANK, INVALID)
"""What a person may say of a row; blank and invalid are both sealed as no answer."""

STAMPED, NO_STAMP, OTHER_SUBJECT = "stamped", "no_stamp", "other_subject"
HEAD_ANSWERS = (STAMPED, NO_STAMP, OTHER_SUBJECT)
"""What a person may say of a sheet's head: valid, without the stamp, or another person's sheet."""

AUDITED_SHARE = 50
"""One confident row in so many is shown to people all the same, mixed with the doubtful ones."""

_CONFIDENCE = 0.95
Side = Literal["front", "back"] | None
_Drawn = TypeVar("_Drawn")

SIDES_MIXED = Refused(
    "sides_mixed",
    "Mặt trước và mặt sau trong tệp không xen kẽ đều nên không biết hai mặt nào là của một tờ. "
    "Đề nghị quét lại cả tập hai mặt, không rút tờ nào ra giữa chừng.",
)


def paired(sides: Sequence[Side]) -> list[tuple[int, int | None]] | Refused:
    """Return the sheets of one file as (page of the front, page of the back) by place, from 0.

    ``sides`` are as found, None where a page shows no side. A file without backs holds one sheet a page. A file with a
    back was scanned on both sides: fronts stand on places of one parity, backs on the other, and a page without one is the
    side that its place says. Refused: ``sides_mixed`` where the places disagree.
    """
    if "back" not in sides:
        return [(place, None) for place in range(len(sides))]
    fronts = {place % 2 for place, side in enumerate(sides) if side == "front"}
    backs = {place % 2 for place, side in enumerate(sides) if side == "back"}
    if len(backs) != 1 or fronts & backs or len(sides) % 2:
        return SIDES_MIXED
    front_first = backs == {1}
    return [(place, place + 1) if front_first else (place + 1, place) for place in range(0, len(sides), 2)]


def drawn_for_audit(confident: Sequence[_Drawn], chance: Random) -> list[_Drawn]:
    """Return one in fifty of the confident rows, rounded up, drawn by lot."""
    return chance.sample(list(confident), math.ceil(len(confident) / AUDITED_SHARE))


def settled(answers: Sequence[str]) -> str | None:
    """Return what is settled by blind answers: the first that two people gave; None while no two agree."""
    for answer, times in Counter(answers).items():
        if times >= 2:
            return answer
    return None


def error_bound(wrong: int, looked_at: int) -> float:
    """Return the share of wrong rows that is not exceeded with 95 % confidence, given ``wrong`` of ``looked_at``.

    Clopper and Pearson's upper bound, found by halving: the share at which so few wrong rows turn up one time in
    twenty. 1.0 where nothing was looked at.
    """
    if looked_at == 0 or wrong >= looked_at:
        return 1.0
    low, high = wrong / looked_at, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _at_most(wrong, looked_at, middle) > 1 - _CONFIDENCE else (low, middle)
    return high


def _at_most(wrong: int, looked_at: int, share: float) -> float:
    return sum(
        math.comb(looked_at, count) * share**count * (1 - share) ** (looked_at - count)
        for count in range(wrong + 1)
    )


def mark_of(answer: str) -> str:
    """Return the digit that is sealed for a row's answer."""
    return answer if answer in VALUES else "0"
