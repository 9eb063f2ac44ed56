"""Moving a plan's days to another year: rounds keep their weekdays, other days move a year on (issue 3)."""

import calendar
import re
from datetime import date, timedelta

from guong.core.months import months_after


def same_weekday(day: date, year: int) -> date:
    """Return the same weekday of the same week of that month in another year: the third Monday of May stays one.

    The fifth of its weekday becomes the last one where there are only four. Counted from the month, not by 52 weeks, so
    that many years of copying don't let the plan drift.
    """
    first = date(year, day.month, 1)
    wanted = 1 + (day.weekday() - first.weekday()) % 7 + 7 * ((day.day - 1) // 7)
    last = calendar.monthrange(year, day.month)[1]
    return date(year, day.month, wanted if wanted <= last else wanted - 7)


def year_on(day: date, years: int) -> date:
    """Return the same day of the same month ``years`` later; 29 February becomes the 28th where it must."""
    return months_after(day, 12 * years)


def moved_beside(day: date, anchor: date, moved_anchor: date) -> date:
    """Return a day moved by as many days as its anchor: it keeps its weekday and its distance."""
    return day + timedelta(days=(moved_anchor - anchor).days)


def year_renamed(words: str, old: int, new: int) -> str:
    """Return a line in which ``năm 2023`` became ``năm 2024``; years within days and numbers are left for a person."""
    return re.sub(rf"\b([Nn]ăm) {old}\b", rf"\1 {new}", words)
