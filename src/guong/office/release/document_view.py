"""A document on the screen: the same blocks and the same pictures as in Word and PDF."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from guong.core.documents.district_tables import criteria_of, levels_table
from guong.core.documents.model import Block, Document, Figure, Table
from guong.office.release.selectors import RoundFigures, whole_sums
from guong.render.sum_charts import sum_bars


@dataclass(frozen=True)
class ShownBlock:
    """A block with its kind as templates tell kinds apart: the name of its class. ``picture`` is a figure's SVG."""

    kind: str
    block: Block
    picture: SafeString = SafeString()


@dataclass(frozen=True)
class DistrictView:
    """The round's one picture, empty while there is none, and the table behind it."""

    picture: SafeString
    table: Table | None


def shown_blocks(blocks: Iterable[Block]) -> list[ShownBlock]:
    """Return blocks for a template."""
    return [
        ShownBlock(
            type(block).__name__, block, _safe(block.svg) if isinstance(block, Figure) else SafeString()
        )
        for block in blocks
    ]


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
    return DistrictView(_safe(picture), levels_table(items, whole.criteria, title=""))


def _safe(svg: str) -> SafeString:
    return mark_safe(svg)  # drawn by our own code, which escapes every text in it
