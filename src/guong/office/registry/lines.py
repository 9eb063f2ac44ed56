"""What a workbook says, row by row, and what importing it would change."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from guong.office.registry.models import EmploymentKind, Level
from guong.office.registry.reading import RawSheet


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
class RowError:
    """A fault: sheet name, row as Excel counts it (the heading is row 1), column heading, sentence."""

    sheet: str
    row: int
    column: str
    sentence: str


@dataclass(frozen=True)
class UnitLine:
    """A unit; ``parent`` is a unit code, empty where the officer's own body is meant."""

    row: int
    unit: str
    name: str
    level: Level
    parent: str
    change: Change = Change.NEW


@dataclass(frozen=True)
class HeadLine:
    """A head in post; ``too_new`` is the first day on which the head would be eligible, if that is still to come."""

    row: int
    unit: str
    name: str
    title: str
    since: date
    code: str
    change: Change = Change.NEW
    too_new: date | None = None


@dataclass(frozen=True)
class StaffLine:
    """A person on a staff list."""

    row: int
    unit: str
    code: str
    name: str
    position: str
    employment: EmploymentKind
    member: bool
    change: Change = Change.NEW

    @property
    def off_roll(self) -> bool:
        """Whether the person doesn't vote: contract staff (seed 001 II.2)."""
        return self.employment is EmploymentKind.CONTRACT

    @property
    def identity(self) -> tuple[str, str]:
        """Return by what the person is known inside the unit: the code, or the name where there is none."""
        return (self.unit, self.code or self.name.casefold())


@dataclass(frozen=True)
class Lines:
    """All lines of a workbook that could be read, and all faults found on the way."""

    units: tuple[UnitLine, ...]
    heads: tuple[HeadLine, ...]
    staff: tuple[StaffLine, ...]
    errors: tuple[RowError, ...]


@dataclass(frozen=True)
class Leaving:
    """A person who stands on the register's staff list of ``unit`` but not on the new one."""

    unit: str
    name: str


@dataclass(frozen=True)
class Preview:
    """What importing would do. With ``errors`` nothing can be imported; ``sheets`` allow handing the file back."""

    units: tuple[UnitLine, ...]
    heads: tuple[HeadLine, ...]
    staff: tuple[StaffLine, ...]
    leaving: tuple[Leaving, ...]
    errors: tuple[RowError, ...]
    sheets: dict[str, RawSheet]

    def count(self, change: Change) -> int:
        """Return how many people of the staff lists are new, changed or unchanged."""
        return sum(line.change is change for line in self.staff)

    @property
    def off_roll(self) -> int:
        """How many contract staff are on the lists; they are kept but don't vote."""
        return sum(line.off_roll for line in self.staff)

    @property
    def too_new(self) -> tuple[HeadLine, ...]:
        """Heads who could not be asked about today."""
        return tuple(line for line in self.heads if line.too_new)
