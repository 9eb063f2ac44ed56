"""What is kept under seal after an opening, and destroyed six months later, counted by kind (DESIGN §4.6)."""

from collections.abc import Sequence
from dataclasses import dataclass

from guong.core.documents.model import Align, Cell, Column, Table, header_row
from guong.core.wording import in_digits, in_words


@dataclass(frozen=True)
class KeptThing:
    """One kind of thing under seal: what, how many, in which unit of counting, e.g. ``Phiếu giấy``, 4, ``phiếu``."""

    name: str
    count: int
    noun: str

    def __post_init__(self) -> None:
        if self.count < 0:
            raise ValueError("a count is never negative")


@dataclass(frozen=True)
class KeptDossier:
    """What is kept of one conference."""

    unit: str
    things: tuple[KeptThing, ...]


def totals(dossiers: Sequence[KeptDossier]) -> tuple[KeptThing, ...]:
    """Return the sums by kind, in the order in which kinds first appear.

    Raises ValueError where there is nothing, one unit stands twice, or a kind is counted in two ways.
    """
    if not dossiers or not all(entry.things for entry in dossiers):
        raise ValueError("there is nothing to seal or to destroy")
    if len({entry.unit for entry in dossiers}) < len(dossiers):
        raise ValueError("one unit stands twice")
    sums: dict[str, KeptThing] = {}
    for thing in (thing for entry in dossiers for thing in entry.things):
        before = sums.get(thing.name, KeptThing(thing.name, 0, thing.noun))
        if before.noun != thing.noun:
            raise ValueError(f"{thing.name} is counted in two ways")
        sums[thing.name] = KeptThing(thing.name, before.count + thing.count, thing.noun)
    return tuple(sums.values())


def total_table(dossiers: Sequence[KeptDossier]) -> Table:
    """Return the sums in digits and in words."""
    return Table(
        columns=(Column(11, Align.CENTER), Column(74), Column(25, Align.CENTER), Column(55)),
        header=(header_row("TT", "Nội dung", "Số lượng", "Bằng chữ"),),
        rows=tuple(
            (
                Cell(str(place)),
                Cell(thing.name),
                Cell(in_digits(thing.count)),
                Cell(f"{in_words(thing.count)} {thing.noun}"),
            )
            for place, thing in enumerate(totals(dossiers), 1)
        ),
    )


def dossier_table(dossiers: Sequence[KeptDossier], *, title: str) -> Table:
    """Return one row for each conference, one column for each kind, and the sums."""
    kinds = totals(dossiers)
    rows = []
    for place, entry in enumerate(dossiers, 1):
        counts = {
            thing.name: sum(t.count for t in entry.things if t.name == thing.name) for thing in entry.things
        }
        rows.append(
            (
                Cell(str(place)),
                Cell(entry.unit),
                *(Cell(in_digits(counts.get(kind.name, 0))) for kind in kinds),
            )
        )
    total = (Cell("Cộng", bold=True, columns=2), *(Cell(in_digits(kind.count), bold=True) for kind in kinds))
    return Table(
        columns=(Column(11, Align.CENTER), Column(60), *(Column(22, Align.CENTER),) * len(kinds)),
        header=(header_row("TT", "Hội nghị", *(f"{kind.name} ({kind.noun})" for kind in kinds)),),
        rows=(*rows, total),
        title=title,
    )
