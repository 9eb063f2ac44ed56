"""Which criteria come first: those with the smallest share of good marks, told only by what is shown anyway."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from guong.core.aggregation import KnownRow, Span

Row = TypeVar("Row")
PROPOSED = 3


def most_in_need(rows: Iterable[Row], known: Callable[[Row], KnownRow]) -> list[Row]:
    """Return rows of one person, the most in need first; equal ones stay in the order of the form.

    The order is a function of what a reader knows of each row (`KnownRow`), so that it can't tell more than the table:
    coded rows all stand at the middle of their range.
    """
    return sorted(rows, key=lambda row: _need(known(row)))


def _need(row: KnownRow) -> tuple[int, int]:
    return _twice_the_middle(row.better), -_twice_the_middle(row.levels[-1])


def _twice_the_middle(span: Span) -> int:
    return span.low + span.high
