"""What a workbook says, row by row, and what importing it would change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from guong.office.registry.importing.sheets import LeftOut, Place, RowError, Sheet
from guong.office.registry.models import EmploymentKind, Level, StaffCategory, WardClass


class Change(Enum):
    """What importing a line does to the register."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"

    @property
    def label(self) -> str:
        """Return the word that the preview shows."""
        return {"new": "Thêm mới", "changed": "Thay đổi", "unchanged": "Giữ nguyên"}[self.value]


@dataclass(frozen=True)
class Difference:
    """A value of the register that importing replaces; texts as screens show them, ``before`` may be empty."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of a list and what it does to the register."""

    at: Place = field(repr=False)
    unit: str
    change: Change = Change.NEW
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, kw_only=True)
class UnitLine(Line):
    """A unit; ``parent`` is a unit code, empty where the officer's own body is meant; ``ward`` one or empty."""

    name: str
    level: Level
    public: bool
    parent: str
    ward: str


@dataclass(frozen=True, kw_only=True)
class PersonLine(Line):
    """A line that names a person; inside a unit a person is known by the code, by the name where there is none."""

    name: str
    code: str

    @property
    def person(self) -> tuple[str, str]:
        """Return unit and what the person is known by in it."""
        return (self.unit, known_by(self.code, self.name))


@dataclass(frozen=True, kw_only=True)
class HeadLine(PersonLine):
    """A head in post; ``too_new`` is the first day on which the head would be eligible, if that is still to come.

    ``replaces`` tells whose post ends with this one, and on which day.
    """

    title: str
    since: date
    until: date | None
    too_new: date | None = None
    replaces: str = ""


@dataclass(frozen=True, kw_only=True)
class StaffLine(PersonLine):
    """A person on a staff list; ``category`` None where the file doesn't tell it."""

    position: str
    employment: EmploymentKind
    member: bool | None
    category: StaffCategory | None

    @property
    def off_roll(self) -> bool:
        """Whether the line states contract employment."""
        return self.employment is EmploymentKind.CONTRACT


@dataclass(frozen=True, kw_only=True)
class WardLine(PersonLine):
    """A person in a class of a ward other than its office."""

    ward_class: WardClass
    position: str
    area: str


@dataclass(frozen=True)
class Lines:
    """All lines of a workbook that could be read, all faults found on the way, the sheets and those left out."""

    units: tuple[UnitLine, ...]
    heads: tuple[HeadLine, ...]
    staff: tuple[StaffLine, ...]
    wards: tuple[WardLine, ...]
    errors: tuple[RowError, ...]
    sheets: tuple[Sheet, ...]
    left_out: tuple[LeftOut, ...] = ()

    @property
    def people(self) -> tuple[StaffLine | WardLine, ...]:
        """The lines of people on lists, heads not among them."""
        return (*self.staff, *self.wards)


@dataclass(frozen=True)
class Leaving:
    """A person who stands in the register on a list of ``unit`` but not on the new one; ``what`` says in which place."""

    unit: str
    name: str
    what: str


@dataclass(frozen=True)
class Merged:
    """A person whom several lines of a ward name; without codes the name alone says that they mean one person."""

    unit: str
    name: str
    classes: tuple[str, ...]
    by_code: bool


@dataclass(frozen=True)
class Preview:
    """What importing would do. With ``errors`` nothing can be imported; the lines' sheets allow handing the file back.

    ``off_roll`` counts contract staff of schools; ``names`` are the units' names by code.
    """

    lines: Lines
    leaving: tuple[Leaving, ...]
    merged: tuple[Merged, ...]
    errors: tuple[RowError, ...]
    off_roll: int
    names: Mapping[str, str] = field(repr=False)

    @property
    def units(self) -> tuple[UnitLine, ...]:
        """The units' lines."""
        return self.lines.units

    @property
    def heads(self) -> tuple[HeadLine, ...]:
        """The heads' lines."""
        return self.lines.heads

    @property
    def staff(self) -> tuple[StaffLine, ...]:
        """The lines of the staff lists."""
        return self.lines.staff

    @property
    def wards(self) -> tuple[WardLine, ...]:
        """The lines of the wards' classes."""
        return self.lines.wards

    def count(self, change: Change) -> int:
        """Return how many lines of staff lists and classes are new, changed or unchanged."""
        return sum(line.change is change for line in self.lines.people)

    @property
    def too_new(self) -> tuple[HeadLine, ...]:
        """Heads who could not be asked about today."""
        return tuple(line for line in self.heads if line.too_new)


def known_by(code: str, name: str) -> str:
    """Return what tells people of one unit apart: the code, else the name; no name contains the sign."""
    return f"#{code}" if code else name.casefold()


def written(lines: Sequence[Line]) -> int:
    """Return how many lines do something to the register."""
    return sum(line.change is not Change.UNCHANGED for line in lines)
