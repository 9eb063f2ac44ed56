"""A picture of sums in its two shapes: for wide screens and for a phone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from guong.core.aggregation import KnownRow
from guong.render.charts import PHONE, WIDE
from guong.render.sum_charts import sum_bars


@dataclass(frozen=True)
class Pictures:
    """The same bars twice, as SVG; both empty where nothing may be drawn."""

    wide: str = ""
    phone: str = ""


def pictures_of(
    labels: Sequence[str], rows: Sequence[KnownRow], *, levels: Sequence[str], title: str, mark: str = ""
) -> Pictures:
    """Return bars of sums; ``mark`` keeps the hatchings of two pictures on a page apart."""
    if not rows or not levels:
        return Pictures()
    wide, phone = (
        sum_bars(labels, rows, levels=levels, title=title, shape=replace(shape, mark=shape.mark + mark))
        for shape in (WIDE, PHONE)
    )
    return Pictures(wide, phone)
