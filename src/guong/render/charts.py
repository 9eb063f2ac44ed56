"""Charts as one SVG for screen, PDF and Word; readable in grey, the font named inside (DESIGN §6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from guong.core.wording import percent_of_per_mille

FONT = "Tinos, 'Times New Roman', 'Liberation Serif', serif"
_LABEL, _BARS, _ROW, _TOP = 270, 400, 32, 52
_WIDTH = _LABEL + _BARS + 20
_LINE = 40
_FILLS = ("#14506b", "#8fbfd0", "url(#thin)", "url(#dense)")
_DEFS = (
    "<defs>"
    '<pattern id="thin" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="7" height="7" fill="#fbe9d3"/><rect width="2" height="7" fill="#b4681e"/></pattern>'
    '<pattern id="dense" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">'
    '<rect width="5" height="5" fill="#e8c9bd"/><rect width="3" height="5" fill="#8c2f1b"/></pattern>'
    "</defs>"
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


def diverging_bars(rows: Sequence[BarRow], *, levels: Sequence[str], title: str) -> str:
    """Return an SVG of diverging stacked bars, 690 units wide.

    The two better levels grow to the right of the middle line, the two worse ones, hatched, to the left.
    The scale is one for all rows: the widest side of any row fills its half. Labels are wrapped in two lines.
    """
    left, right = _extent(rows)
    unit = _BARS / (left + right)
    middle = _LABEL + left * unit
    height = _TOP + _ROW * len(rows) + 12
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" '
        f'font-family="{FONT}" font-size="14"><title>{escape(title)}</title>{_DEFS}',
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>',
        _legend(levels),
    ]
    parts += [_row(row, _TOP + _ROW * place, middle, unit) for place, row in enumerate(rows)]
    parts.append(
        f'<line x1="{middle:.1f}" y1="{_TOP - 6}" x2="{middle:.1f}" y2="{height - 8}" stroke="#222222" '
        'stroke-width="1.2"/></svg>'
    )
    return "".join(parts)


def _extent(rows: Sequence[BarRow]) -> tuple[int, int]:
    shown = [row.shares for row in rows if row.shares]
    left = max((shares[2] + shares[3] for shares in shown), default=500)
    right = max((shares[0] + shares[1] for shares in shown), default=500)
    return max(left, 60), max(right, 60)


def _legend(levels: Sequence[str]) -> str:
    order = (3, 2, 1, 0)
    step = _WIDTH / 4
    made = []
    for place, level in enumerate(order):
        x = place * step + 40
        made.append(
            f'<rect x="{x:.1f}" y="14" width="26" height="16" fill="{_FILLS[level]}" stroke="#222222"/>'
        )
        made.append(f'<text x="{x + 34:.1f}" y="27">{escape(levels[level])}</text>')
    return "".join(made)


def _row(row: BarRow, top: float, middle: float, unit: float) -> str:
    parts = [_label(row.label, top)]
    if row.shares is None:
        parts.append(
            f'<text x="{_LABEL + 8}" y="{top + 18:.1f}" font-style="italic" fill="#444444">{escape(row.instead)}</text>'
        )
        return "".join(parts)
    texts = row.texts or tuple(map(percent_of_per_mille, row.shares))
    good, worse = (1, 0), (2, 3)
    x = middle
    for level in good:
        width = row.shares[level] * unit
        parts.append(_bar(level, texts[level], x, top, width))
        x += width
    x = middle
    for level in worse:
        width = row.shares[level] * unit
        x -= width
        parts.append(_bar(level, texts[level], x, top, width))
    return "".join(parts)


def _bar(level: int, figure: str, x: float, top: float, width: float) -> str:
    if not width:
        return ""
    bar = (
        f'<rect x="{x:.1f}" y="{top + 3:.1f}" width="{width:.1f}" height="22" fill="{_FILLS[level]}" '
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


def _label(label: str, top: float) -> str:
    first, second = _wrap(label)
    if not second:
        return f'<text x="4" y="{top + 19:.1f}">{escape(first)}</text>'
    return (
        f'<text x="4" y="{top + 12:.1f}" font-size="13">{escape(first)}</text>'
        f'<text x="4" y="{top + 26:.1f}" font-size="13">{escape(second)}</text>'
    )


def _wrap(label: str) -> tuple[str, str]:
    """Break a label into at most two lines of `_LINE` characters, the rest cut with an ellipsis."""
    if len(label) <= _LINE:
        return label, ""
    cut = label.rfind(" ", 0, _LINE + 1)
    cut = cut if cut > 0 else _LINE
    rest = label[cut:].strip()
    if len(rest) <= _LINE:
        return label[:cut], rest
    short = rest.rfind(" ", 0, _LINE)
    return label[:cut], rest[: short if short > 0 else _LINE - 1] + "…"
