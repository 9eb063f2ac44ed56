"""The one picture of a result: diverging bars of every criterion."""

from guong.office.release.selectors import PersonalFigures
from guong.render.charts import WIDE, BarRow, ChartShape, diverging_bars

TITLE = "Tỷ lệ bốn mức của từng nội dung, tính trên số phiếu thu về"


def chart_of(figures: PersonalFigures, shape: ChartShape = WIDE) -> str:
    """Return the SVG in the shape of paper and wide screens, or of phones; empty where four levels may not be drawn."""
    if figures.is_suppressed or figures.is_merged:
        return ""
    bars = [
        BarRow(f"{row.item.number}. {row.item.text}", row.per_mille, instead=row.top or "…")
        for row in figures.rows
    ]
    return diverging_bars(bars, levels=figures.levels, title=TITLE, shape=shape)
