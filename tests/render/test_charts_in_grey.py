"""Every chart printed in grey, and the table that stands beside it on paper and screen (DESIGN §6)."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from guong.core.documents.district_report import district_report
from guong.core.documents.model import Block, Document, Figure, Table
from guong.core.documents.personal_summary import personal_summary
from guong.render.charts import BarRow, diverging_bars
from tests.documents import invented, invented_district

LEVELS = ("Rất tốt", "Tốt", "Trung bình", "Yếu kém")
SPACE = "{http://www.w3.org/2000/svg}"
CHART = ElementTree.fromstring(
    diverging_bars([BarRow("1", (300, 300, 200, 200))], levels=LEVELS, title="Thử")
)
PAPERS = {
    "the district report": lambda: district_report(invented_district.schools()),
    "the personal summary": lambda: personal_summary(invented.summary()),
}
ROOT = Path(__file__).resolve().parents[2] / "src/guong"


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb (WCAG 2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: float, other: float) -> float:
    """Contrast of two luminances (WCAG 2)."""
    low, high = sorted((one, other))
    return (high + 0.05) / (low + 0.05)


def hatch(fill: str) -> tuple[float, float, str] | None:
    """Luminance of a pattern's ground and lines, and its angle; None for a plain fill."""
    name = re.fullmatch(r"url\(#(\w+)\)", fill)
    if name is None:
        return None
    pattern = next(one for one in CHART.iter(f"{SPACE}pattern") if one.get("id") == name[1])
    ground, lines = (luminance(one.attrib["fill"]) for one in pattern.iter(f"{SPACE}rect"))
    return ground, lines, pattern.attrib["patternTransform"]


def fills() -> list[str]:
    """Fills of one bar's segments from left to right."""
    bars = [one for one in CHART.iter(f"{SPACE}rect") if one.get("stroke-width") == "0.6"]
    return [bar.attrib["fill"] for bar in sorted(bars, key=lambda bar: float(bar.attrib["x"]))]


def test_neighbours_differ_in_grey_or_in_their_hatching() -> None:
    found = fills()
    assert len(found) == 4
    for left, right in zip(found, found[1:], strict=False):
        one, other = hatch(left), hatch(right)
        if one is None and other is None:
            assert contrast(luminance(left), luminance(right)) >= 3
        else:
            angles = {pattern[2] if pattern else "plain" for pattern in (one, other)}
            assert len(angles) == 2, (left, right)


def test_hatching_is_seen_in_grey() -> None:
    patterns = [pattern for fill in fills() if (pattern := hatch(fill))]
    assert len(patterns) == 2
    assert all(contrast(ground, lines) >= 3 for ground, lines, _ in patterns)


def test_every_segment_is_outlined_darkly() -> None:
    bars = [one for one in CHART.iter(f"{SPACE}rect") if one.get("stroke-width") == "0.6"]
    assert all(contrast(luminance(bar.attrib["stroke"]), 1) >= 7 for bar in bars)


def test_figures_in_the_bars_are_read_on_their_ground() -> None:
    """Figures stand in their bars in the order good, better, worse, worst; those on hatching have a white ground."""
    inks = [one.attrib["fill"] for one in CHART.iter(f"{SPACE}text") if one.get("text-anchor") == "middle"]
    grounds = ["#8fbfd0", "#14506b", "#ffffff", "#ffffff"]
    assert len(inks) == 4
    for ink, ground in zip(inks, grounds, strict=True):
        assert contrast(luminance(ink), luminance(ground)) >= 4.5


def beside(blocks: tuple[Block, ...]) -> Iterator[tuple[Figure, Block | None]]:
    """Each figure with the block that follows it."""
    for place, block in enumerate(blocks):
        if isinstance(block, Figure):
            yield block, blocks[place + 1] if place + 1 < len(blocks) else None


@pytest.mark.parametrize("name", PAPERS)
def test_on_paper_a_table_follows_every_chart(name: str) -> None:
    paper: Document = PAPERS[name]()
    figures = [*beside(paper.blocks), *beside(paper.annex)]
    assert figures
    assert [figure.alt for figure, after in figures if not isinstance(after, Table)] == []


def with_includes(page: str, pages: dict[str, str]) -> str:
    """A page's text and those of the parts that it names."""
    return page + "".join(pages[name] for name in re.findall(r'{% include "([^"]+)"', page) if name in pages)


def test_on_screen_a_table_stands_in_every_page_with_a_chart() -> None:
    found = [page for page in ROOT.rglob("*.html") if "templates" in page.parts]
    pages = {f"{page.parent.name}/{page.name}": page.read_text("utf-8") for page in found}
    charts = {name: text for name, text in pages.items() if 'class="picture' in text}
    assert {"feedback/result.html", "release/result.html", "overview/committee.html"} <= charts.keys()
    assert [name for name, text in charts.items() if "<table" not in with_includes(text, pages)] == []


def test_charts_are_drawn_by_one_hand() -> None:
    """Every room draws its bars with `render.charts`: one SVG for screen, PDF and Word."""
    drawing = [
        path.relative_to(ROOT).as_posix()
        for path in ROOT.rglob("*.py")
        if "<svg xmlns" in path.read_text("utf-8")
    ]
    assert [path for path in drawing if "chart" in path] == ["render/charts.py"]
