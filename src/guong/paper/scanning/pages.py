"""One page as the reading process hands it over: what was read, and what people may have to look at."""

import base64
import json
from dataclasses import dataclass, field
from typing import Any

import numpy

from guong.core.canonical import number, text
from guong.core.outcome import Refused
from guong.paper.reading import Layout, PageReading, RowReading, Scan, read_flat
from guong.paper.reading.locate import flatten
from guong.paper.reading.refusals import refused
from guong.paper.scanning.fingerprints import Fingerprint, fingerprint
from guong.paper.scanning.strips import head, marks, row_strips, whole


@dataclass(frozen=True, eq=False)
class ScannedPage:
    """A page: ``reading``, pictures as JPEG (the ``head``, row ``strips``, ``whole``: of a back the whole side, of a front
    all rows), the ``ink``'s fingerprint.

    Pictures and ink are empty where the page was refused.
    """

    reading: PageReading
    head: bytes = field(default=b"", repr=False)
    whole: bytes = field(default=b"", repr=False)
    strips: dict[str, bytes] = field(default_factory=dict, repr=False)
    ink: Fingerprint | None = field(default=None, repr=False)

    def as_line(self) -> bytes:
        """Return the page as one line of JSON."""
        data = self.reading.as_data() | {
            "head": _text(self.head),
            "whole": _text(self.whole),
            "strips": {item: _text(strip) for item, strip in self.strips.items()},
            "ink": None if self.ink is None else [len(self.ink), _text(self.ink.tobytes())],
        }
        return json.dumps(data).encode() + b"\n"

    @classmethod
    def from_line(cls, line: bytes) -> "ScannedPage":
        """Read what `as_line` wrote; raises ValueError for anything else. Pictures are never decoded here."""
        try:
            return cls._read(json.loads(line))
        except (KeyError, TypeError, AttributeError, RecursionError) as error:
            raise ValueError("not a page") from error

    @classmethod
    def _read(cls, data: dict[str, Any]) -> "ScannedPage":
        rows = tuple(RowReading(**row) for row in data["rows"])
        refusal = refused(text(data["reason"])) if data["status"] == "refused" else None
        ink = None
        if data["ink"] is not None:
            count, raw = data["ink"]
            ink = numpy.frombuffer(base64.b64decode(raw), dtype=numpy.uint8).reshape(number(count), -1)
        return cls(
            PageReading(number(data["page"]), refusal, data["form"], data["side"], rows),
            base64.b64decode(data["head"]),
            base64.b64decode(data["whole"]),
            {text(item): base64.b64decode(strip) for item, strip in data["strips"].items()},
            ink,
        )


def scanned(scan: Scan | Refused, layout: Layout, page: int) -> ScannedPage:
    """Read one page and cut it up; a refused page keeps no picture."""
    if isinstance(scan, Refused):
        return ScannedPage(PageReading(page, scan))
    flat = flatten(scan)
    if isinstance(flat, Refused):
        return ScannedPage(PageReading(page, flat))
    reading = read_flat(flat, layout, page)
    if reading.refusal:
        return ScannedPage(reading)
    if not reading.rows:
        return ScannedPage(reading, whole=whole(flat.grey))
    strips = row_strips(flat.grey, layout, flat.page)
    return ScannedPage(
        reading, head(flat.grey), marks(flat.grey, layout, flat.page), strips, fingerprint(flat, layout)
    )


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
