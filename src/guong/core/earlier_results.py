"""Results of earlier years as an officer brings them in a table: read strictly, with every fault by row, or not at all.

Nobody can check such figures against a box, so they are kept as aggregates, called "số liệu nhập, không kiểm chứng được" wherever
they stand, and pass the same rules of publishing as counted ones.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guong.core.outcome import Refused
from guong.core.wording import folded, in_digits

LABEL = "số liệu nhập, không kiểm chứng được"
UNIT, PERSON, CRITERION, RETURNED = HEADINGS = (
    "Đơn vị",
    "Người được góp ý",
    "Nội dung",
    "Số phiếu thu về",
)
LEVELS = 4
MOST_ROWS = 3000
LONGEST_TEXT = 500
_MOST_BALLOTS = 100_000
_LOOKED_THROUGH = 20  # rows in which the headings are looked for
NO_TABLE = Refused(
    "no_table",
    "Không thấy bảng theo mẫu: dòng tiêu đề phải có các cột “Đơn vị”, “Người được góp ý”, “Nội dung”, “Số phiếu thu về”, "
    "rồi đến bốn cột mang đúng tên bốn mức trên phiếu. Đề nghị dùng tệp mẫu.",
)
NO_ROWS = Refused("no_rows", "Bảng chưa có dòng số liệu nào.")
TOO_MANY = Refused(
    "too_many_rows", f"Bảng dài hơn {in_digits(MOST_ROWS)} dòng. Đề nghị nhập từng đợt một tệp."
)
MIXED = Refused(
    "mixed",
    "Tệp vừa có số liệu từng người, vừa có dòng chung cả đợt. Lấy số chung trừ đi từng người sẽ lộ nhóm ít người, nên chỉ "
    "nhập một trong hai; có số liệu từng người thì chương trình tự cộng số chung.",
)


@dataclass(frozen=True)
class EarlierLine:
    """One criterion of one person, or of the whole round where ``person`` is empty: ballots in each level, best first."""

    row: int
    unit: str
    person: str
    text: str
    returned: int
    counts: tuple[int, int, int, int]

    @property
    def about(self) -> tuple[str, str]:
        """Whom the line is about."""
        return self.unit, self.person


@dataclass(frozen=True)
class Fault:
    """What is wrong in a row, as the officer reads it."""

    row: int
    sentence: str


@dataclass(frozen=True)
class EarlierTable:
    """A table as read: the names of the four levels, the lines, the faults. With a fault nothing is kept."""

    levels: tuple[str, str, str, str]
    lines: tuple[EarlierLine, ...]
    faults: tuple[Fault, ...]


def read_table(rows: Sequence[Sequence[str]]) -> EarlierTable | Refused:
    """Return what rows of cells say. Refused as a whole: ``no_table``, ``no_rows``, ``too_many_rows``, ``mixed``."""
    top = next((place for place, row in enumerate(rows[:_LOOKED_THROUGH]) if _places(row)), None)
    if top is None:
        return NO_TABLE
    places = _places(rows[top])
    first_level = places[RETURNED] + 1
    levels = tuple(rows[top][first_level : first_level + LEVELS])
    if len(levels) != LEVELS or len({folded(level) for level in levels if level}) != LEVELS:
        return NO_TABLE
    below = [(number, row) for number, row in enumerate(rows[top + 1 :], start=top + 2) if any(row)]
    if len(below) > MOST_ROWS:
        return TOO_MANY
    read = [_line(number, row, places, first_level) for number, row in below]
    lines = tuple(one for one in read if isinstance(one, EarlierLine))
    faults = [one for one in read if isinstance(one, Fault)]
    if not read:
        return NO_ROWS
    if len({bool(line.person) for line in lines}) == 2:
        return MIXED
    a, b, c, d = levels
    return EarlierTable(
        (a, b, c, d), lines, tuple(sorted([*faults, *_clashing(lines)], key=lambda one: one.row))
    )


def _places(row: Sequence[str]) -> dict[str, int]:
    """Return where the named columns stand, empty where one is missing."""
    named = [folded(cell) for cell in row]
    found = {heading: named.index(folded(heading)) for heading in HEADINGS if folded(heading) in named}
    return found if len(found) == len(HEADINGS) else {}


def _line(number: int, row: Sequence[str], places: dict[str, int], first_level: int) -> EarlierLine | Fault:
    cells = [*row, *[""] * (first_level + LEVELS)]
    unit, person, text = (cells[places[heading]] for heading in (UNIT, PERSON, CRITERION))
    if not text:
        return Fault(number, f"Cột “{CRITERION}” trống. Ghi đúng nguyên văn trên phiếu năm ấy.")
    if max(map(len, (unit, person, text))) > LONGEST_TEXT:
        return Fault(number, f"Có ô dài quá {LONGEST_TEXT} ký tự.")
    if bool(unit) != bool(person):
        return Fault(number, "Ghi cả đơn vị và người được góp ý; số liệu chung cả đợt thì để trống cả hai.")
    counts = [_count(cell) for cell in cells[first_level : first_level + LEVELS]]
    returned = _count(cells[places[RETURNED]])
    if not returned or None in counts:
        return Fault(number, "Số phiếu phải là số nguyên: số phiếu thu về từ 1, mỗi mức từ 0.")
    a, b, c, d = (count or 0 for count in counts)
    if a + b + c + d > returned:
        return Fault(number, f"Bốn mức cộng lại là {a + b + c + d}, nhiều hơn {returned} phiếu thu về.")
    return EarlierLine(number, unit, person, text, returned, (a, b, c, d))


def _count(cell: str) -> int | None:
    plain = cell.replace(".", "") if cell.count(".") == 1 and len(cell.rpartition(".")[2]) == 3 else cell
    if not (plain.isascii() and plain.isdecimal()):
        return None
    return int(plain) if len(plain) <= 6 and int(plain) <= _MOST_BALLOTS else None


def _clashing(lines: Sequence[EarlierLine]) -> Iterator[Fault]:
    """Lines said twice, and people of whom two numbers of ballots are stated."""
    said = Counter((*line.about, line.text) for line in lines)
    stated: dict[tuple[str, str], int] = {}
    for line in lines:
        if said[(*line.about, line.text)] > 1:
            yield Fault(line.row, "Nội dung này của cùng một người có ở hai dòng.")
        if stated.setdefault(line.about, line.returned) != line.returned:
            yield Fault(
                line.row, f"Số phiếu thu về khác dòng trên ({line.returned} và {stated[line.about]})."
            )
