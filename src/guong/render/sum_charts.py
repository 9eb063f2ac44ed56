"""Bars of sums: as long as is certain, with the printed share or range inside."""

from collections.abc import Sequence

from guong.core.aggregation import KnownRow, added, certain_per_mille, share_text
from guong.core.disclosure import HIDDEN
from guong.core.documents.district_parts import Charts, GroupSums
from guong.core.documents.district_tables import PRESTIGE, criteria_of
from guong.core.questionnaire import Questionnaire
from guong.render.charts import WIDE, BarRow, ChartShape, diverging_bars


def district_charts(form: Questionnaire, whole: GroupSums, groups: Sequence[GroupSums]) -> Charts:
    """Return the pictures of the district report; empty texts where there is nothing to draw."""
    items = criteria_of(form.items)
    levels, labels = items[0].levels, [f"{item.number}. {item.text}" for item in items]
    shown = [group for group in groups if group.subjects]
    prestige = next((item for item in form.items if item.key == PRESTIGE), None)
    asked = [(group.name, group.prestige) for group in (*shown, whole) if group.prestige is not None]
    return Charts(
        criteria=sum_bars(
            labels, whole.criteria, levels=levels, title="Tỷ lệ bốn mức của từng nội dung, cả đợt"
        ),
        groups=sum_bars(
            [group.name for group in (*shown, whole)],
            [added(group.criteria) for group in (*shown, whole)],
            levels=levels,
            title="Tỷ lệ bốn mức, chung các nội dung",
        ),
        prestige=sum_bars(
            [name for name, _ in asked],
            [row for _, row in asked],
            levels=prestige.levels if prestige else levels,
            title="Tỷ lệ bốn mức uy tín",
        ),
        of_group=tuple(
            sum_bars(
                labels, group.criteria, levels=levels, title=f"Tỷ lệ bốn mức của từng nội dung, {group.name}"
            )
            for group in groups
        ),
    )


def sum_bars(
    labels: Sequence[str],
    rows: Sequence[KnownRow],
    *,
    levels: Sequence[str],
    title: str,
    shape: ChartShape = WIDE,
) -> str:
    """Return diverging bars of sums, or an empty text where nothing was returned."""
    if not any(row.returned for row in rows):
        return ""
    bars = [_bar(label, row) for label, row in zip(labels, rows, strict=True)]
    return diverging_bars(bars, levels=levels, title=title, shape=shape)


def _bar(label: str, row: KnownRow) -> BarRow:
    if not row.returned:
        return BarRow(label, None)
    certain = certain_per_mille(row)
    if not any(certain):
        return BarRow(label, None, instead=HIDDEN)
    a, b, c, d = (share_text(span, whole=row.returned) for span in row.levels)
    return BarRow(label, certain, texts=(a, b, c, d))
