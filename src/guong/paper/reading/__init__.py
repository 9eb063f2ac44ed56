"""Reads scanned ballot sheets against the layout they were printed from; every doubt goes to a person (DESIGN §4.5)."""

from guong.paper.reading.intake import Scan, scans, scans_in
from guong.paper.reading.layout import Layout
from guong.paper.reading.rows import RowReading
from guong.paper.reading.sheets import PageReading, read_file, read_flat, read_page

__all__ = [
    "Layout",
    "PageReading",
    "RowReading",
    "Scan",
    "read_file",
    "read_flat",
    "read_page",
    "scans",
    "scans_in",
]
