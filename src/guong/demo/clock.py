"""The demo's own clock: its papers carry dates of May 2023, whatever day it is played on."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

_HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
DAYS_BEFORE = datetime(2023, 5, 10, 9, tzinfo=_HANOI)
CONFERENCE = datetime(2023, 5, 15, 8, 20, tzinfo=_HANOI)
END_OF_CASTING = datetime(2023, 5, 15, 9, 40, tzinfo=_HANOI)
OPENING_DAY = datetime(2023, 5, 19, 14, 5, tzinfo=_HANOI)
END_OF_OPENING = datetime(2023, 5, 19, 15, 10, tzinfo=_HANOI)

_real_now = timezone.now


def set_clock(moment: datetime) -> None:
    """Let the office's clock of this process run on from ``moment`` (aware); the urn knows no time anyway."""
    offset = moment - _real_now()

    def shifted_now() -> datetime:
        return _real_now() + offset

    timezone.now = shifted_now
