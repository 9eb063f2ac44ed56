"""The day on which everything is played: today, or Saturday where today is a Sunday, on which nobody meets."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

_SUNDAY = 6
_MONTHS_TOO_FEW = timedelta(days=100)


def sitting_day() -> date:
    """Return the conference's day, never in the future: the boxes are opened right after it."""
    today = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()
    return today - timedelta(days=today.weekday() == _SUNDAY)


def too_late_to_ask() -> date:
    """Return a day from which a head has held the post for less than six months."""
    return sitting_day() - _MONTHS_TOO_FEW
