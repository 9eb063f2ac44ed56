"""The tables of the district report: sums by criterion, by group, prestige, the round before, people and conferences."""

from collections.abc import Iterator, Sequence

from guong.core.aggregation import KnownRow, added, share_text, whole_percents
from guong.core.disclosure import HIDDEN, SUPPRESSED, tenths_of_percent
from guong.core.documents.district_parts import Earlier, GroupSums, SiteLine, SubjectLine, Turnout
from guong.core.documents.model import Align, Cell, Column, Table, header_row
from guong.core.questionnaire import Item
from guong.core.wording import in_digits, percent, percent_of_per_mille, short_date

BETTER = "Tốt trở lên"
PRESTIGE = "prestige"
_NUMBER = Column(9, Align.CENTER)


def criteria_of(items: Sequence[Item]) -> list[Item]:
    """Return a form's items without the question on prestige, in the order of `GroupSums.criteria`."""
    return [item for item in items if item.key != PRESTIGE]


def turnout_table(turnouts: Sequence[Turnout], *, first: str) -> Table:
    """Return who was asked and who came, a line for each kind of units and one for all."""
    rows = tuple(_turnout(line, bold=place == len(turnouts) - 1) for place, line in enumerate(turnouts))
    titles = ("Hội nghị", "Người được góp ý", "Triệu tập", "Có mặt", "Tỷ lệ có mặt (%)", "Phiếu thu về")
    return Table(
        columns=(Column(45), *[Column(20, Align.CENTER)] * len(titles)),
        header=(header_row(first, *titles),),
        rows=rows,
        title="Số người tham gia",
    )


def levels_table(items: Sequence[Item], rows: Sequence[KnownRow], *, title: str) -> Table:
    """Return the four levels of each criterion, and the two better ones together."""
    levels = items[0].levels
    return Table(
        columns=(_NUMBER, Column(66), *[Column(18, Align.CENTER)] * 5),
        header=(header_row("TT", "Nội dung", *(f"{level} (%)" for level in levels), f"{BETTER} (%)"),),
        rows=tuple(
            (Cell(item.number), Cell(item.text), *map(Cell, _shares(row)), Cell(_better(row), bold=True))
            for item, row in zip(items, rows, strict=True)
        ),
        title=title,
    )


def group_table(items: Sequence[Item], groups: Sequence[GroupSums], whole: GroupSums) -> Table:
    """Return "Tốt trở lên" of each criterion, the groups beside each other, the round last."""
    columns = [*groups, whole]
    return Table(
        columns=(_NUMBER, Column(156 - 22 * len(columns)), *[Column(22, Align.CENTER)] * len(columns)),
        header=(header_row("TT", "Nội dung", *(f"{group.name} (%)" for group in columns)),),
        rows=tuple(
            (
                Cell(item.number),
                Cell(item.text),
                *(Cell(_better(group.criteria[place]), bold=group is whole) for group in columns),
            )
            for place, item in enumerate(items)
        ),
        title="“Tốt trở lên” theo nhóm",
    )


def pooled_table(levels: Sequence[str], groups: Sequence[GroupSums], *, first: str) -> Table:
    """Return the four levels of all criteria together, a line for each group."""
    return _levels_by_group(
        levels,
        [(group.name, added(group.criteria)) for group in groups],
        first=first,
        title="Chung các nội dung",
    )


def prestige_table(levels: Sequence[str], groups: Sequence[GroupSums], *, first: str) -> Table:
    """Return the answers on prestige, a line for each group that has some."""
    rows = [(group.name, group.prestige) for group in groups if group.prestige is not None]
    return _levels_by_group(levels, rows, first=first, title="Mức độ uy tín")


def lowest_table(items: Sequence[Item], rows: Sequence[KnownRow], places: Sequence[int]) -> Table:
    """Return the criteria at these places with the share that asks for attention: the two worse levels."""
    return Table(
        columns=(_NUMBER, Column(100), Column(28, Align.CENTER), Column(28, Align.CENTER)),
        header=(
            header_row("TT", "Nội dung", f"{BETTER} (%)", f"{items[0].levels[2]}, {items[0].levels[3]} (%)"),
        ),
        rows=tuple(
            (
                Cell(items[place].number),
                Cell(items[place].text),
                Cell(_better(rows[place])),
                Cell(_worse(rows[place])),
            )
            for place in places
        ),
        title="Nội dung cần quan tâm",
    )


def earlier_table(items: Sequence[Item], rows: Sequence[KnownRow], earlier: Earlier) -> Table:
    """Return "Tốt trở lên" of this round beside the round before, of the criteria that asked in the same words."""
    same = [
        (item, before, now)
        for item, before, now in zip(items, earlier.criteria, rows, strict=True)
        if before is not None
    ]
    return Table(
        columns=(_NUMBER, Column(84), *[Column(24, Align.CENTER)] * 3),
        header=(header_row("TT", "Nội dung", "Đợt trước (%)", "Đợt này (%)", "Chênh lệch (điểm %)"),),
        rows=tuple(
            (
                Cell(item.number),
                Cell(item.text),
                Cell(_better(before)),
                Cell(_better(now)),
                Cell(change(before, now)),
            )
            for item, before, now in same
        ),
        title="So với đợt trước",
    )


def change(before: KnownRow, now: KnownRow) -> str:
    """Return the change of "Tốt trở lên" in points: ``+3,2`` where both are known, ``tăng``/``giảm`` where only that is."""
    if before.better.is_exact and now.better.is_exact:
        tenths = _tenths(now) - _tenths(before)
        sign = "+" if tenths > 0 else "-" if tenths else ""
        return f"{sign}{percent_of_per_mille(abs(tenths))}"
    old, new = (whole_percents(row.better, whole=row.returned) for row in (before, now))
    if new[0] > old[1]:
        return "tăng"
    return "giảm" if new[1] < old[0] else "chưa rõ"


def subject_table(items: Sequence[Item], lines: Sequence[SubjectLine], *, title: str) -> Table:
    """Return "Tốt trở lên" of each criterion, a column for each person; split over pages where it is too wide."""
    marks = [line.better or (HIDDEN,) * len(items) for line in lines]
    rows = [
        (Cell(item.number), Cell(item.text), *(Cell(mark[place]) for mark in marks))
        for place, item in enumerate(items)
    ]
    rows.append(
        (
            Cell(""),
            Cell("Uy tín: cao trở lên", bold=True),
            *(Cell(line.prestige, bold=True) for line in lines),
        )
    )
    rows.append((Cell(""), Cell("Phiếu thu về"), *(Cell(in_digits(line.returned)) for line in lines)))
    return Table(
        columns=(_NUMBER, Column(50), *[Column(21, Align.CENTER)] * len(lines)),
        header=(header_row("TT", "Nội dung", *(f"{line.name}\n{line.unit}" for line in lines)),),
        rows=tuple(rows),
        title=title,
        leading=2,
    )


def site_table(sites: Sequence[SiteLine]) -> Table:
    """Return each conference with those summoned and present."""
    return Table(
        columns=(_NUMBER, Column(66), *[Column(22, Align.CENTER)] * 4),
        header=(header_row("TT", "Đơn vị", "Ngày họp", "Triệu tập", "Có mặt", "Tỷ lệ có mặt (%)"),),
        rows=tuple(
            (
                Cell(str(place)),
                Cell(site.unit),
                Cell(short_date(site.held_on)),
                Cell(in_digits(site.summoned)),
                Cell(in_digits(site.present)),
                Cell(percent(site.present, site.summoned)),
            )
            for place, site in enumerate(sites, 1)
        ),
        title="Từng hội nghị",
    )


def suppressed_names(lines: Sequence[SubjectLine]) -> Iterator[str]:
    """Yield a sentence for each person whose rows are withheld."""
    yield from (f"{line.name} ({line.unit}): {SUPPRESSED}." for line in lines if not line.better)


def _levels_by_group(
    levels: Sequence[str], rows: Sequence[tuple[str, KnownRow]], *, first: str, title: str
) -> Table:
    better = f"{levels[1]} trở lên (%)"
    return Table(
        columns=(Column(50), *[Column(23, Align.CENTER)] * 5),
        header=(header_row(first, *(f"{level} (%)" for level in levels), better),),
        rows=tuple(
            (Cell(name), *map(Cell, _shares(row)), Cell(_better(row), bold=True)) for name, row in rows
        ),
        title=title,
    )


def _turnout(line: Turnout, *, bold: bool) -> tuple[Cell, ...]:
    counts = (line.conferences, line.subjects, line.summoned, line.present)
    texts = (
        line.name,
        *map(in_digits, counts),
        percent(line.present, line.summoned),
        in_digits(line.returned),
    )
    return tuple(Cell(words, bold=bold) for words in texts)


def _shares(row: KnownRow) -> tuple[str, ...]:
    return tuple(_or_nothing(share_text(span, whole=row.returned), row) for span in row.levels)


def _better(row: KnownRow) -> str:
    return _or_nothing(share_text(row.better, whole=row.returned), row)


def _worse(row: KnownRow) -> str:
    return _or_nothing(share_text(row.worse, whole=row.returned), row)


def _or_nothing(words: str, row: KnownRow) -> str:
    return words if row.returned else HIDDEN


def _tenths(row: KnownRow) -> int:
    return tenths_of_percent(row.better.low, row.returned)
