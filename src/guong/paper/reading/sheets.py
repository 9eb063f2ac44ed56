"""One page from pixels to rows: flat, the right form, no streaks, boxes judged, rows decided."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy
import zxingcpp

from guong.core.outcome import Refused
from guong.paper.markers import CODE_AREA, code_text
from guong.paper.reading.alignment import REACH, Window, windows
from guong.paper.reading.boxes import Kind, is_blank, judge, measure
from guong.paper.reading.flat import PIXELS, Area, Flat
from guong.paper.reading.intake import Scan, scans
from guong.paper.reading.layout import Layout, Row
from guong.paper.reading.locate import flatten
from guong.paper.reading.network import probabilities
from guong.paper.reading.refusals import refused
from guong.paper.reading.rows import RowReading, decide

SIDES = ("front", "back")
_STREAK = 0.65  # share of a pixel column above and below the boxes that is ink
_STREAK_BOXES = 6
_MOST_MISPLACED = 0.25
_INK = 0.20


@dataclass(frozen=True)
class PageReading:
    """One page: its rows, or ``refusal``. ``form`` and ``side`` are those of the sheet, where they were found."""

    page: int
    refusal: Refused | None = None
    form: str | None = None
    side: str | None = None
    rows: tuple[RowReading, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """Return the page as `guong read --json` prints it."""
        return {
            "page": self.page,
            "status": "refused" if self.refusal else "read",
            "reason": self.refusal.reason if self.refusal else None,
            "form": self.form,
            "side": self.side,
            "rows": [row.as_data() for row in self.rows],
        }


def read_file(path: Path, layout: Layout, *, first: int = 1) -> Iterator[PageReading]:
    """Read each page of a file, numbered from ``first``; a page that can't be trusted never stops the others."""
    for number, scan in enumerate(scans(path), start=first):
        yield PageReading(number, scan) if isinstance(scan, Refused) else read_page(scan, layout, number)


def read_page(scan: Scan, layout: Layout, number: int = 1) -> PageReading:
    """Read one page against the layout of the form that it must be."""
    flat = flatten(scan)
    return PageReading(number, flat) if isinstance(flat, Refused) else read_flat(flat, layout, number)


def read_flat(flat: Flat, layout: Layout, number: int = 1) -> PageReading:
    """Read a page that was found and laid flat before."""
    side = SIDES[flat.page - 1]
    foreign = _foreign(flat, layout)
    if foreign:
        return PageReading(number, foreign, None, side)
    rows = [row for row in layout.rows if row.page == flat.page]
    found = [(row, windows(flat, row)) for row in rows]
    if sum(boxes is None for _, boxes in found) > _MOST_MISPLACED * len(rows):
        return PageReading(number, refused("boxes_not_found"), layout.form, side)
    seen = [(row, boxes) for row, boxes in found if boxes is not None]
    if _streaked(seen):
        return PageReading(number, refused("streak"), layout.form, side)
    return PageReading(number, None, layout.form, side, _judged(found))


def _judged(found: list[tuple[Row, list[Window] | None]]) -> tuple[RowReading, ...]:
    boxes = [box for _, row in found for box in row or ()]
    inks = [measure(box) for box in boxes]
    empty = float(numpy.quantile([ink.shade for ink in inks], 0.25)) if inks else 0.0
    inked = [place for place, ink in enumerate(inks) if not is_blank(ink, empty)]
    judged = [(Kind.BLANK, 1.0)] * len(boxes)
    chances = probabilities([boxes[place] for place in inked])
    for place, chance in zip(inked, chances.tolist(), strict=True):
        judged[place] = judge(inks[place], chance)
    rest = iter(judged)
    return decide(
        [(row.item, None if boxes is None else [next(rest) for _ in boxes]) for row, boxes in found]
    )


def _foreign(flat: Flat, layout: Layout) -> Refused | None:
    crop = flat.grey_of(Area.around(*CODE_AREA))
    said = _code(crop) or _code(cv2.resize(crop, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC))
    if said is None:
        return refused("code_unreadable")
    if said == code_text(layout.form, layout.version, flat.page, layout.mark):
        return None
    return refused("other_version" if said.startswith(f"{layout.form}/") else "foreign_form")


def _code(crop: Any) -> str | None:
    found = zxingcpp.read_barcodes(
        numpy.ascontiguousarray(crop),
        formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.DataMatrix),
        try_invert=False,
    )
    return str(found[0].text) if len(found) == 1 else None


def _streaked(rows: list[tuple[Row, list[Window]]]) -> bool:
    """Whether ink runs down through the boxes of a column, where a voter's ink can't be in every row."""
    columns = defaultdict(list)
    reach = round(REACH * PIXELS)
    for row, boxes in rows:
        for tick, box in zip(row.ticks, boxes, strict=True):
            ink = box.dark > _INK
            columns[tick.x].append(numpy.concatenate([ink[: reach - 3], ink[reach + box.size + 3 :]]))
    return any(
        float(numpy.concatenate(parts).mean(axis=0).max()) > _STREAK
        for parts in columns.values()
        if len(parts) >= _STREAK_BOXES
    )
