"""A sheet of an uploaded file that stands for one of the template's, and places on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from guong.office.registry.importing.columns import SheetForm
from guong.office.registry.importing.reading import RawSheet, Value, plain


@dataclass(frozen=True)
class RowError:
    """A fault: sheet name, row as Excel counts it, column heading as the file words it, sentence."""

    sheet: str
    row: int
    column: str
    sentence: str


@dataclass(frozen=True)
class Sheet:
    """``name`` is the file's own; ``top`` the place of the heading row and ``places`` those of the columns, from 0.

    ``learnt`` is the fingerprint of the headings where an officer told the columns, else empty.
    """

    form: SheetForm
    name: str
    raw: RawSheet = field(repr=False)
    top: int
    places: Mapping[str, int]
    learnt: str = ""

    def heading(self, key: str) -> str:
        """Return a column's heading as the file words it, else as the template does."""
        place = self.places.get(key)
        return self.form.column(key).heading if place is None else plain(self.raw.rows[self.top][place])

    def cell(self, row: int, key: str) -> Value:
        """Return a cell of a row counted as Excel does; empty text where the file has no such column or cell."""
        cells, place = self.raw.rows[row - 1], self.places.get(key)
        return "" if place is None or place >= len(cells) else cells[place]


@dataclass(frozen=True)
class LeftOut:
    """A sheet of the file that isn't read; ``learnt`` where an officer said so, else there is no list in it."""

    name: str
    learnt: str = ""


@dataclass(frozen=True)
class Place:
    """A row of a sheet, counted as Excel does."""

    sheet: Sheet
    row: int

    def error(self, key: str, sentence: str) -> RowError:
        """Return a fault in a column of this row."""
        return RowError(self.sheet.name, self.row, self.sheet.heading(key), sentence)

    def named(self, other: "Place") -> str:
        """Return how a sentence at this place names another: the row alone on one sheet, else with the sheet."""
        row = f"dòng {other.row}"
        return row if other.sheet.name == self.sheet.name else f"{row} trang “{other.sheet.name}”"
