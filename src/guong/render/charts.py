"""Charts as one SVG for screen, PDF and Word; readable in grey, the font named inside (DESIGN §6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from guong.core.wording import percent_of_per_mille

FONT = "Tinos, 'Times New Roman', 'Liberation Serif', serif"


@dataclass(frozen=True)
class ChartShape:
    """Where a chart's parts stand, in units; patterns bear ``mark``, as two charts on a page may not share their names.

    ``label_width`` 0 puts labels above their bars.
    """

    label_width: int
    bars_width: int
    row_height: int
    legend_columns: int
    line_length: int
    mark: str = ""

    @property
    def width(self) -> int:
        """Width of the whole picture."""
        return self.label_width + self.bars_width + 20

    @property
    def top(self) -> int:
        """Where the first row begins, below the legend."""
        return 52 if self.legend_columns == 4 else 80

    @property
    def bar_offset(self) -> int:
        """How far below its row's top a bar begins."""
        return 0 if self.label_width else 32

    @property
    def fills(self) -> tuple[str, str, str, str]:
        """The four levels' fills, best first."""
        return "#14506b", "#8fbfd0", f"url(#thin{self.mark})", f"url(#dense{self.mark})"

    @property
    def patterns(self) -> str:
        """The hatchings of the two worse levels."""
        return (
            f'<defs><pattern id="thin{self.mark}" width="7" height="7" patternUnits="userSpaceOnUse" '
            'patternTransform="rotate(45)"><rect width="7" height="7" fill="#fbe9d3"/>'
            '<rect width="2" height="7" fill="#b4681e"/></pattern>'
            f'<pattern id="dense{self.mark}" width="5" height="5" patternUnits="userSpaceOnUse" '
            'patternTransform="rotate(-45)"><rect width="5" height="5" fill="#e8c9bd"/>'
            '<rect width="3" height="5" fill="#8c2f1b"/></pattern></defs>'
        )


WIDE = ChartShape(label_width=270, bars_width=400, row_height=32, legend_columns=4, line_length=40)
PHONE = ChartShape(
    label_width=0, bars_width=320, row_height=64, legend_columns=2, line_length=48, mark="-phone"
)


@dataclass(frozen=True)
class BarRow:
    """A bar: label, and the shares of the four levels in per mille, best first; None where they may not be shown.

    ``texts`` are printed in the bars where they are no plain figures (ranges).
    """

    label: str
    shares: tuple[int, int, int, int] | None
    instead: str = "Không công bố vì nhóm có ít người"
    texts: tuple[str, str, str, str] | None = None


def diverging_bars(
    rows: Sequence[BarRow], *, levels: Sequence[str], title: str, shape: ChartShape = WIDE
) -> str:
    """Return an SVG of diverging stacked bars, 690 units wide, for a phone (``PHONE``) 340.

    The two better levels grow to the right of the middle line, the two worse ones, hatched, to the left.
    The scale is one for all rows: the widest side of any row fills its half. Labels are wrapped in two lines.
    """
    left, right = _extent(rows)
    unit = shape.bars_width / (left + right)
    middle = (shape.label_width or 10) + left * unit
    height = shape.top + shape.row_height * len(rows) + 12
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {shape.width} {height}" role="img" '
        f'font-family="{FONT}" font-size="14"><title>{escape(title)}</title>{shape.patterns}',
        f'<rect width="{shape.width}" height="{height}" fill="#ffffff"/>',
        _legend(levels, shape),
    ]
    parts += [
        _row(row, shape.top + shape.row_height * place, middle, unit, shape) for place, row in enumerate(rows)
    ]
    parts.append(_middle_lines(middle, height, rows, shape) + "</svg>")
    return "".join(parts)


def _middle_lines(middle: float, height: int, rows: Sequence[BarRow], shape: ChartShape) -> str:
    """One line through all rows; a short one for each bar where labels stand above them."""
    spans = [(shape.top - 6, height - 8)]
    if not shape.label_width:
        drawn = [place for place, row in enumerate(rows) if row.shares is not None]
        tops = [shape.top + shape.row_height * place + shape.bar_offset for place in drawn]
        spans = [(top, top + 28) for top in tops]
    return "".join(
        f'<line x1="{middle:.1f}" y1="{top}" x2="{middle:.1f}" y2="{end}" stroke="#222222" stroke-width="1.2"/>'
        for top, end in spans
    )


def _extent(rows: Sequence[BarRow]) -> tuple[int, int]:
    shown = [row.shares for row in rows if row.shares]
    left = max((shares[2] + shares[3] for shares in shown), default=500)
    right = max((shares[0] + shares[1] for shares in shown), default=500)
    return max(left, 60), max(right, 60)


def _legend(levels: Sequence[str], shape: ChartShape) -> str:
    order = (3, 2, 1, 0)
    step = shape.width / shape.legend_columns
    made = []
    for place, level in enumerate(order):
        line, column = divmod(place, shape.legend_columns)
        x, y = column * step + (40 if shape.label_width else 10), 14 + 28 * line
        made.append(
            f'<rect x="{x:.1f}" y="{y}" width="26" height="16" fill="{shape.fills[level]}" stroke="#222222"/>'
        )
        made.append(f'<text x="{x + 34:.1f}" y="{y + 13}">{escape(levels[level])}</text>')
    return "".join(made)


def _row(row: BarRow, top: float, middle: float, unit: float, shape: ChartShape) -> str:
    parts = [_label(row.label, top, shape.line_length)]
    top += shape.bar_offset
    if row.shares is None:
        parts.append(
            f'<text x="{shape.label_width + 8}" y="{top + 18:.1f}" font-style="italic" fill="#444444">{escape(row.instead)}</text>'
        )
        return "".join(parts)
    texts = row.texts or tuple(map(percent_of_per_mille, row.shares))
    good, worse = (1, 0), (2, 3)
    x = middle
    for level in good:
        width = row.shares[level] * unit
        parts.append(_bar(shape.fills[level], level, texts[level], x, top, width))
        x += width
    x = middle
    for level in worse:
        width = row.shares[level] * unit
        x -= width
        parts.append(_bar(shape.fills[level], level, texts[level], x, top, width))
    return "".join(parts)


def _bar(fill: str, level: int, figure: str, x: float, top: float, width: float) -> str:
    if not width:
        return ""
    bar = (
        f'<rect x="{x:.1f}" y="{top + 3:.1f}" width="{width:.1f}" height="22" fill="{fill}" '
        'stroke="#222222" stroke-width="0.6"/>'
    )
    if width < 8 * len(figure) + 4:
        return bar
    centre = x + width / 2
    back = ""
    if level > 1:
        half = 4 * len(figure)
        back = (
            f'<rect x="{centre - half:.1f}" y="{top + 6:.1f}" width="{2 * half}" height="16" fill="#ffffff"/>'
        )
    ink = "#ffffff" if level == 0 else "#111111"
    number = (
        f'<text x="{centre:.1f}" y="{top + 19:.1f}" text-anchor="middle" fill="{ink}">{escape(figure)}</text>'
    )
    return bar + back + number


def _label(label: str, top: float, line_length: int) -> str:
    first, second = _wrap(label, line_length)
    if not second:
        return f'<text x="4" y="{top + 19:.1f}">{escape(first)}</text>'
    return (
        f'<text x="4" y="{top + 12:.1f}" font-size="13">{escape(first)}</text>'
        f'<text x="4" y="{top + 26:.1f}" font-size="13">{escape(second)}</text>'
    )


def _wrap(label: str, length: int) -> tuple[str, str]:
    """Break a label into at most two lines of ``length`` characters, the rest cut with an ellipsis."""
    if len(label) <= length:
        return label, ""
    cut = label.rfind(" ", 0, length + 1)
    cut = cut if cut > 0 else length
    rest = label[cut:].strip()
    if len(rest) <= length:
        return label[:cut], rest
    short = rest.rfind(" ", 0, length)
    return label[:cut], rest[: short if short > 0 else length - 1] + "…"
