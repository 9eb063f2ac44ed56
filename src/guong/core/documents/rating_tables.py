"""The tables of counts that minutes print: criteria with four levels, and the answer on prestige."""

from collections.abc import Sequence

from guong.core.documents.model import Align, Cell, Column, Table, header_row
from guong.core.questionnaire import Item
from guong.core.wording import in_words, percent

ADDED = "Tỷ lệ % tính trên số phiếu thu về; số trong ngoặc đơn tính trên số phiếu hợp lệ."
EQUAL = "Tỷ lệ % tính trên số phiếu thu về; mọi phiếu thu về đều hợp lệ."


def criteria_table(
    rows: Sequence[tuple[Item, tuple[int, ...]]], *, headings: dict[str, str], returned: int, valid: int
) -> Table:
    """Return the table of criteria: count and share of each level, and blanks.

    Each row's counts are (blank, level 1 ... level 4) as in formats §10. All items share one set of levels.
    """
    levels = rows[0][0].levels
    top = (
        Cell(headings["number"], bold=True, align=Align.CENTER, rows=2),
        Cell(headings["criterion"], bold=True, align=Align.CENTER, rows=2),
        *(Cell(level, bold=True, align=Align.CENTER, columns=2) for level in levels),
        Cell("Bỏ trống", bold=True, align=Align.CENTER, rows=2),
    )
    return Table(
        columns=(
            Column(9, Align.CENTER),
            Column(48),
            *[Column(11, Align.CENTER), Column(14, Align.CENTER)] * 4,
        )
        + (Column(13, Align.CENTER),),
        header=(top, header_row(*["Số phiếu", "Tỷ lệ %"] * len(levels))),
        rows=tuple(_row(item, counts, returned, valid) for item, counts in rows),
    )


def prestige_table(item: Item, counts: tuple[int, ...], *, returned: int, valid: int) -> Table:
    """Return the answer on prestige: each level with its count in digits and words, and its share."""
    rows = [
        (Cell(level), Cell(str(count)), Cell(in_words(count)), Cell(_on_one_line(count, returned, valid)))
        for level, count in zip(item.levels, counts[1:], strict=True)
    ]
    blank = counts[0]
    rows.append(
        (
            Cell("Bỏ trống"),
            Cell(str(blank)),
            Cell(in_words(blank)),
            Cell(_on_one_line(blank, returned, valid)),
        )
    )
    return Table(
        columns=(Column(55), Column(25, Align.CENTER), Column(50, Align.CENTER), Column(35, Align.CENTER)),
        header=(header_row("Mức độ", "Số phiếu", "Bằng chữ", "Tỷ lệ %"),),
        rows=tuple(rows),
    )


def words_table(rows: Sequence[tuple[Item, tuple[int, ...]]], *, headings: dict[str, str]) -> Table:
    """Return the counts of the criteria in words, for the annex (DESIGN §6: counts also in words)."""
    levels = rows[0][0].levels
    return Table(
        columns=(Column(16, Align.CENTER), *[Column(30, Align.CENTER)] * (len(levels) + 1)),
        header=(header_row(headings["number"], *levels, "Bỏ trống"),),
        rows=tuple(
            (Cell(item.number), *(Cell(in_words(count)) for count in (*counts[1:], counts[0])))
            for item, counts in rows
        ),
    )


def _row(item: Item, counts: tuple[int, ...], returned: int, valid: int) -> tuple[Cell, ...]:
    cells = [Cell(item.number), Cell(item.text)]
    for count in counts[1:]:
        cells += [Cell(str(count)), Cell(_share(count, returned, valid))]
    return (*cells, Cell(str(counts[0])))


def _share(count: int, returned: int, valid: int) -> str:
    of_returned = percent(count, returned)
    return of_returned if returned == valid else f"{of_returned}\n({percent(count, valid)})"


def _on_one_line(count: int, returned: int, valid: int) -> str:
    return _share(count, returned, valid).replace("\n", " ")
