"""A document on the screen: the same blocks and the same pictures as in Word and PDF."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from guong.core.documents.district_tables import criteria_of, levels_table
from guong.core.documents.model import Align, Block, Cell, Document, Figure, Table
from guong.core.documents.spans import placed
from guong.office.release.selectors import RoundFigures, whole_sums
from guong.render.sum_charts import sum_bars


@dataclass(frozen=True)
class ShownCell:
    """A cell of a table; ``is_words`` tells text, which may be broken, from figures, which may not."""

    text: str
    bold: bool
    columns: int
    rows: int
    is_words: bool


@dataclass(frozen=True)
class ShownTable:
    """A table for a template."""

    title: str
    header: tuple[tuple[ShownCell, ...], ...]
    rows: tuple[tuple[ShownCell, ...], ...]


@dataclass(frozen=True)
class ShownBlock:
    """A block with its kind as templates tell kinds apart: the name of its class. ``picture`` is a figure's SVG."""

    kind: str
    block: Block | ShownTable
    picture: SafeString = SafeString()


@dataclass(frozen=True)
class DistrictView:
    """The round's one picture, empty while there is none, and the table behind it."""

    picture: SafeString
    table: ShownTable | None


def shown_blocks(blocks: Iterable[Block]) -> list[ShownBlock]:
    """Return blocks for a template."""
    return [_shown(block) for block in blocks]


def shown_document(document: Document) -> list[ShownBlock]:
    """Return a paper's own part and its annex for a template."""
    return shown_blocks((*document.blocks, *document.annex))


def district_view(figures: RoundFigures) -> DistrictView:
    """Return the picture and the table of a round."""
    form, whole = figures.form, whole_sums(figures)
    if form is None or not whole.subjects:
        return DistrictView(SafeString(), None)
    items = criteria_of(form.items)
    labels = [f"{item.number}. {item.text}" for item in items]
    title = "Tỷ lệ bốn mức của từng nội dung, cả đợt, tính trên số phiếu thu về"
    picture = sum_bars(labels, whole.criteria, levels=items[0].levels, title=title)
    return DistrictView(_safe(picture), _table(levels_table(items, whole.criteria, title="")))


def _shown(block: Block) -> ShownBlock:
    if isinstance(block, Table):
        return ShownBlock("Table", _table(block))
    picture = _safe(block.svg) if isinstance(block, Figure) else SafeString()
    return ShownBlock(type(block).__name__, block, picture)


def _table(table: Table) -> ShownTable:
    def shown(rows: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[ShownCell, ...], ...]:
        found: dict[int, list[ShownCell]] = {row: [] for row in range(len(rows))}
        for row, column, cell in placed(rows):
            is_words = table.columns[column].align is Align.LEFT
            found[row].append(ShownCell(cell.text, cell.bold, cell.columns, cell.rows, is_words))
        return tuple(map(tuple, found.values()))

    return ShownTable(table.title, shown(table.header), shown(table.rows))


def _safe(svg: str) -> SafeString:
    return mark_safe(svg)  # drawn by our own code, which escapes every text in it
