"""What the ledger holds of a person's result: the edition in force, and whether its texts can still be read the same."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guong.core.result import read_count
from guong.core.tally import SubjectCount
from guong.office.conferences.models import Conference
from guong.office.release.figures import ShownRow
from guong.office.release.models import ResultEdition

Place = tuple[int, str]  # conference and person
SAME_PEOPLE = "same_people"
TOO_LITTLE = "too_little"
DISCLOSING = "disclosing"
NOTICES = {
    SAME_PEOPLE: "Hội nghị này chỉ khác lần lấy ý kiến trước về cùng một người một vài người dự hoặc một vài phiếu, nên kết "
    "quả lần này không công bố.",
    DISCLOSING: "Đặt cạnh số liệu đã công bố trước sẽ biết kết quả của nhóm có ít người, nên kết quả lần này không công bố.",
}


@dataclass(frozen=True)
class Editions:
    """The editions of one person's result, oldest first; empty before anything went out."""

    rows: Sequence[ResultEdition] = ()

    @property
    def in_force(self) -> ResultEdition | None:
        """The newest edition that isn't held, None before anything went out (or where the first one is held)."""
        return next((row for row in reversed(self.rows) if not row.held_for), None)

    @property
    def released(self) -> list[ResultEdition]:
        """Every edition whose texts went out."""
        return [row for row in self.rows if row.texts and not row.held_for]

    @property
    def number(self) -> int:
        """The number of the edition that is shown now."""
        return self.in_force.number if self.in_force else 1

    @property
    def held_from_the_start(self) -> str:
        """Why not even the first edition may be shown; empty where it may."""
        return self.rows[0].held_for if self.rows and self.in_force is None else ""

    def count(self, opened: SubjectCount) -> SubjectCount:
        """Return the count in force: the opening's, or that of a correction."""
        row = self.in_force
        return read_count(row.counts) if row and row.counts else opened

    def count_of(self, number: int, opened: SubjectCount) -> SubjectCount:
        """Return the count of one edition."""
        row = next((row for row in self.rows if row.number == number), None)
        return read_count(row.counts) if row and row.counts else opened

    @property
    def ways_out(self) -> frozenset[str]:
        """The names of the ways by which the edition in force went out."""
        return frozenset(way["name"] for way in self.in_force.ways) if self.in_force else frozenset()

    @property
    def notice(self) -> str:
        """What readers are told of the edition; empty for an ordinary result."""
        if self.held_from_the_start:
            return NOTICES[self.held_from_the_start]
        row = self.in_force
        return f"Số liệu đính chính theo {row.minutes}." if row and row.minutes else ""


NOTHING_OUT = Editions()


def editions_of(conferences: Iterable[int]) -> dict[Place, Editions]:
    """Return the editions of everybody asked about in these conferences (by pk): one question."""
    found: dict[Place, list[ResultEdition]] = {}
    for row in ResultEdition.objects.filter(conference__in=list(conferences)):
        found.setdefault((row.conference_id, row.subject_key), []).append(row)
    return {place: Editions(rows) for place, rows in found.items()}


def corrections_of(conference: Conference, subject_key: str) -> list[ResultEdition]:
    """Return the corrections of one person's result, held ones too; pages show none of their counts."""
    found = ResultEdition.objects.filter(conference=conference, subject_key=subject_key, number__gt=1)
    return list(found.defer("counts", "texts"))


def texts_of(rows: Iterable[ShownRow], *, returned: int, valid: int | None) -> dict[str, Any]:
    """Return the printed cells of a person's table as the ledger keeps them."""
    cells = {row.item.key: [*row.shares, row.good_or_better] for row in rows}
    return {"returned": returned, "valid": valid, "rows": cells}


def is_as_released(editions: Editions, texts: Mapping[str, Any]) -> bool:
    """Tell whether a table reads as it went out; true of what never did."""
    row = editions.in_force
    return row is None or not row.texts or row.texts == texts
