"""The hours of an opening day, which its minutes print: a later act is never written down before an earlier one (DESIGN §4.6).

Two acts may bear the same minute; a small board opens one box within it.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import Enum


class DayMoment(Enum):
    """The acts whose hours stand in minutes, in the order in which they happen. Values are kept in the register."""

    HANDED_OVER = "handed_over"
    BEGAN = "began"
    ENDED = "ended"
    KEYS = "keys"
    ARCHIVE = "archive"

    @property
    def words(self) -> str:
        """The act as a sentence names its hour."""
        return _WORDS[self]


_WORDS = {
    DayMoment.HANDED_OVER: "bàn giao hòm phiếu",
    DayMoment.BEGAN: "bắt đầu mở hòm phiếu",
    DayMoment.ENDED: "mở xong hòm phiếu",
    DayMoment.KEYS: "huỷ chìa khoá",
    DayMoment.ARCHIVE: "niêm phong lưu trữ",
}


def contradicted(noted: Mapping[DayMoment, datetime], moment: DayMoment, at: datetime) -> DayMoment | None:
    """Return the first noted act that ``moment`` at ``at`` contradicts: an earlier one that is later, or a later one earlier."""
    order = list(DayMoment)
    for other in order:
        if other is moment or other not in noted:
            continue
        comes_before = order.index(other) < order.index(moment)
        if (comes_before and noted[other] > at) or (not comes_before and noted[other] < at):
            return other
    return None
