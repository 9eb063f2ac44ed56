"""The head's one picture: diverging bars, the criteria most in need first."""

from collections.abc import Sequence

from guong.office.feedback.selectors import OwnPage
from guong.render.charts import PHONE, WIDE, BarRow, ChartShape, diverging_bars

TITLE = "Tỷ lệ bốn mức của từng nội dung, nội dung cần chú ý đứng trước; tính trên số phiếu thu về"


def pictures_of(page: OwnPage, levels: Sequence[str]) -> tuple[str, str]:
    """Return the SVG for wide screens and the one for phones, both empty where four levels may be drawn of no row."""
    return _picture(page, levels, WIDE), _picture(page, levels, PHONE)


def _picture(page: OwnPage, levels: Sequence[str], shape: ChartShape) -> str:
    if not any(row.per_mille for row in page.rows):
        return ""
    bars = [BarRow(f"{row.number}. {row.text}", row.per_mille, instead=row.instead) for row in page.rows]
    return diverging_bars(bars, levels=levels, title=TITLE, shape=shape)
