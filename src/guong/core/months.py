"""Counting whole months on the calendar."""

import calendar
from datetime import date


def months_after(start: date, months: int) -> date:
    """Return the same day ``months`` months later, or that month's last day where the day doesn't exist."""
    year, month = divmod(start.month - 1 + months, 12)
    last = calendar.monthrange(start.year + year, month + 1)[1]
    return date(start.year + year, month + 1, min(start.day, last))
