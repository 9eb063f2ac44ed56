"""Reads the layout file that is exported next to a printed form (`guong.paper.ballot_layout` writes it)."""

import json
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from guong.core.canonical import number, text
from guong.paper.ballot_sheet import layout_mark
from guong.paper.markers import HEIGHT, WIDTH

LARGEST_LAYOUT = 1_000_000
VALUES = (1, 2, 3, 4)


@dataclass(frozen=True)
class Tick:
    """One box to tick: its value and its top left corner and size in millimetres."""

    value: int
    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True)
class Row:
    """The four boxes of an item, on one page, values 1-4 in order."""

    item: str
    page: int
    ticks: tuple[Tick, ...]


@dataclass(frozen=True)
class Layout:
    """A layout file. ``mark`` is what the sheets' code says of it."""

    form: str
    version: str
    pages: int
    mark: str
    rows: tuple[Row, ...]

    @classmethod
    def from_bytes(cls, raw: bytes) -> "Layout":
        """Read a layout file; raises ValueError for anything that `ballot_layout` doesn't write."""
        if len(raw) > LARGEST_LAYOUT:
            raise ValueError("too large for a layout")
        try:
            return cls._read(json.loads(raw), layout_mark(raw))
        except (KeyError, TypeError, AttributeError, RecursionError) as error:
            raise ValueError("not a layout") from error

    @classmethod
    def _read(cls, data: dict[str, Any], mark: str) -> "Layout":
        rows = tuple(
            _row(item, list(entries)) for item, entries in groupby(data["ticks"], lambda entry: entry["item"])
        )
        if not rows or len({row.item for row in rows}) != len(rows):
            raise ValueError("a layout's items must stand together")
        pages = number(data["pages"])
        if not all(1 <= row.page <= pages <= 2 for row in rows):
            raise ValueError("a layout has one or two pages")
        return cls(text(data["form"]), text(data["version"]), pages, mark, rows)


def _row(item: object, entries: list[dict[str, Any]]) -> Row:
    ticks = tuple(
        Tick(number(entry["value"]), *(_length(entry[name]) for name in ("x", "y", "w", "h")))
        for entry in entries
    )
    pages = {number(entry["page"]) for entry in entries}
    if tuple(tick.value for tick in ticks) != VALUES or len(pages) != 1:
        raise ValueError("an item has the values 1 to 4 on one page")
    if not all(tick.x + tick.w <= WIDTH and tick.y + tick.h <= HEIGHT for tick in ticks):
        raise ValueError("a box stands outside the page")
    return Row(text(item), pages.pop(), ticks)


def _length(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= HEIGHT:
        raise ValueError("not a length in millimetres")
    return float(value)
