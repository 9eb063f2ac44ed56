"""Which sheet of a file stands for which of the template's, and which column for which: by headings, or as learnt.

Headings decide, in any order; a sheet's name only where two lists would fit. What can't be told is asked of the officer
once (`learning`), with suggestions by likeness.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from guong.core.wording import folded
from guong.office.registry.importing.columns import CHOICES_SHEET, SHEETS, Column, SheetForm
from guong.office.registry.importing.reading import RawSheet, plain
from guong.office.registry.importing.sheets import LeftOut, Sheet

_LOOKED_AT = 15  # rows in which headings are looked for: lists may begin with a letterhead and a title
_FEWEST = 3  # columns of the shortest list
_ALIKE = 0.7
_CONTAINED = 0.8  # a heading that says more than the known one: "Họ tên CB, GV, NV"


@dataclass(frozen=True)
class Wording:
    """What was learnt of a list: the template's sheet (empty: leave the list out), columns by folded heading."""

    sheet: str
    columns: Mapping[str, str]


@dataclass(frozen=True)
class Unknown:
    """A list whose columns nobody has told yet. ``headings`` as the file words them, ``examples`` from its first row."""

    name: str
    fingerprint: str
    headings: tuple[str, ...]
    examples: tuple[str, ...]
    likely: SheetForm

    @property
    def missing(self) -> tuple[str, ...]:
        """The required columns of the likeliest sheet that no heading names."""
        named = {folded(heading) for heading in self.headings}
        return tuple(column.heading for column in self.likely.required if folded(column.heading) not in named)


@dataclass(frozen=True)
class Recognised:
    """The sheets of a file: understood, to be asked about, and left out by their names."""

    sheets: tuple[Sheet, ...]
    unknown: tuple[Unknown, ...]
    left_out: tuple[LeftOut, ...]


def recognise(raw: Mapping[str, RawSheet], wordings: Mapping[str, Wording]) -> Recognised:
    """Sort a file's sheets; ``wordings`` are what was learnt, by fingerprint."""
    found = [_sheet(name, sheet, wordings) for name, sheet in raw.items() if name != CHOICES_SHEET]
    sheets = [one for one in found if isinstance(one, Sheet)]
    unknown = [one for one in found if isinstance(one, Unknown)]
    left_out = [one for one in found if isinstance(one, LeftOut)]
    order = [form.key for form in SHEETS]
    sheets.sort(key=lambda found: order.index(found.form.key))
    return Recognised(tuple(sheets), tuple(unknown), tuple(left_out))


def suggest(form: SheetForm, headings: tuple[str, ...]) -> dict[str, str]:
    """Return the likeliest heading of each column, the surest first; no heading twice, none that isn't alike."""
    marks = sorted(
        (
            (_likeness(column, heading), -place, column.key, heading)
            for column in form.columns
            for place, heading in enumerate(headings)
        ),
        reverse=True,
    )
    found: dict[str, str] = {}
    for likeness, _, key, heading in marks:
        if likeness >= _ALIKE and key not in found and heading not in found.values():
            found[key] = heading
    return found


def _sheet(name: str, raw: RawSheet, wordings: Mapping[str, Wording]) -> Sheet | Unknown | LeftOut:
    exact = _exact(name, raw)
    if exact is not None:
        return exact
    top = _top(raw)
    if top is None:
        return LeftOut(name)
    headings = tuple(words for cell in raw.rows[top] if (words := plain(cell)))
    fingerprint = _fingerprint(headings)
    learnt = wordings.get(fingerprint)
    if learnt is None:
        return Unknown(name, fingerprint, headings, _examples(raw, top, headings), _likely(name, headings))
    form = next((form for form in SHEETS if form.key == learnt.sheet), None)
    if form is None:
        return LeftOut(name, fingerprint)
    named = _named(raw.rows[top])
    places = {key: named[heading] for key, heading in learnt.columns.items()}
    return Sheet(form, name, raw, top, places, fingerprint)


def _exact(name: str, raw: RawSheet) -> Sheet | None:
    for top, cells in enumerate(raw.rows[:_LOOKED_AT]):
        named = _named(cells)
        fitting = [form for form in SHEETS if all(folded(c.heading) in named for c in form.required)]
        if fitting:
            form = max(fitting, key=lambda one: (folded(one.name) == folded(name), len(one.required)))
            keys = {folded(column.heading): column.key for column in form.columns}
            places = {keys[words]: place for words, place in named.items() if words in keys}
            return Sheet(form, name, raw, top, places)
    return None


def _named(cells: tuple[object, ...]) -> dict[str, int]:
    """Return the first place of every folded heading."""
    named: dict[str, int] = {}
    for place, cell in enumerate(cells):
        words = folded(cell) if isinstance(cell, str) else ""
        if words:
            named.setdefault(words, place)
    return named


def _top(raw: RawSheet) -> int | None:
    """Return the first row that could hold headings: as many different words as the shortest list has columns."""
    rows = enumerate(raw.rows[:_LOOKED_AT])
    return next((top for top, cells in rows if len(_named(cells)) >= _FEWEST), None)


def _fingerprint(headings: tuple[str, ...]) -> str:
    return hashlib.sha256("\n".join(sorted(map(folded, headings))).encode()).hexdigest()


def _examples(raw: RawSheet, top: int, headings: tuple[str, ...]) -> tuple[str, ...]:
    """Return for each heading the first value beneath it."""
    named = [plain(cell) for cell in raw.rows[top]]
    return tuple(next(_beneath(raw, top, named.index(heading)), "") for heading in headings)


def _beneath(raw: RawSheet, top: int, place: int) -> Iterator[str]:
    for cells in raw.rows[top + 1 :]:
        if place < len(cells) and (words := plain(cells[place])):
            yield words


def _likely(name: str, headings: tuple[str, ...]) -> SheetForm:
    def mark(form: SheetForm) -> tuple[float, float]:
        suggested = suggest(form, headings)
        hit = sum(column.key in suggested for column in form.required) / len(form.required)
        return hit + _ratio(folded(name), folded(form.name)), hit

    return max(SHEETS, key=mark)


def _likeness(column: Column, heading: str) -> float:
    words = folded(heading)
    return max(_alike(words, folded(known)) for known in (column.heading, *column.aliases))


def _alike(words: str, known: str) -> float:
    within = _CONTAINED if set(known.split()) <= set(words.split()) else 0.0
    return max(within, _ratio(words, known))


def _ratio(first: str, second: str) -> float:
    return SequenceMatcher(None, first, second, autojunk=False).ratio()
