"""The hour in the hall: its moments in order, as the clerk notes them to five minutes (DESIGN §4.8, §6).

They are acts of the chair and the board, never of a voter; coarser than a minute, so that they can't be laid beside a ballot.
"""

from collections.abc import Mapping
from datetime import time
from enum import Enum

STEP_MINUTES = 5
_DAY = 24 * 60


class Moment(Enum):
    """What happens in the hall, in the order of the programme. Values are stored and stand in forms."""

    SETTLED = "settled"
    BEGAN = "began"
    BRIEFED = "briefed"
    LEFT = "left"
    HANDED_OUT = "handed_out"
    VOTED = "voted"
    RETURNED = "returned"
    ENDED = "ended"

    def words(self, *, subjects: int = 1) -> str:
        """Return the moment as screens and minutes name it, for one person asked about or several."""
        return _WORDS[self].format(heads="đồng chí" if subjects == 1 else "các đồng chí")


_WORDS = {
    Moment.SETTLED: "Ổn định tổ chức",
    Moment.BEGAN: "Khai mạc",
    Moment.BRIEFED: "Quán triệt",
    Moment.LEFT: "Mời {heads} được góp ý rời phòng",
    Moment.HANDED_OUT: "Phát thẻ bỏ phiếu",
    Moment.VOTED: "Bỏ phiếu",
    Moment.RETURNED: "Mời {heads} được góp ý trở lại",
    Moment.ENDED: "Kết thúc hội nghị",
}


def rounded(at: time) -> time:
    """Return the nearest five minutes; what would become the next day stays 23:55."""
    minutes = at.hour * 60 + at.minute + at.second / 60
    nearest = min(int((minutes + STEP_MINUTES / 2) // STEP_MINUTES) * STEP_MINUTES, _DAY - STEP_MINUTES)
    return time(nearest // 60, nearest % 60)


def against(noted: Mapping[Moment, time], moment: Moment, at: time) -> Moment | None:
    """Return the noted moment that ``moment`` at ``at`` would contradict: an earlier one later, or a later one earlier."""
    order = list(Moment)
    for other in order:
        if other in noted and other is not moment:
            comes_before = order.index(other) < order.index(moment)
            if (comes_before and noted[other] > at) or (not comes_before and noted[other] < at):
                return other
    return None


def next_moment(noted: Mapping[Moment, time]) -> Moment | None:
    """Return the first moment after the last one noted; None where the end is noted."""
    order = list(Moment)
    last = max((order.index(moment) for moment in noted), default=-1)
    return order[last + 1] if last + 1 < len(order) else None
