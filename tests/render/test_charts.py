"""The diverging bars: true to the figures, legible without colour."""

import re
from xml.etree import ElementTree

from guong.core.disclosure import SUPPRESSED
from guong.render.charts import PHONE, BarRow, diverging_bars

LEVELS = ("Rất tốt", "Tốt", "Trung bình", "Yếu kém")
SPACE = "{http://www.w3.org/2000/svg}"


def widths(svg: str) -> dict[str, float]:
    """Width of each drawn bar by its fill, of a chart with one row."""
    bars = [
        entry
        for entry in ElementTree.fromstring(svg).iter(f"{SPACE}rect")
        if entry.get("stroke-width") == "0.6"
    ]
    return {entry.attrib["fill"]: float(entry.attrib["width"]) for entry in bars}


def test_bars_are_as_long_as_their_shares() -> None:
    drawn = list(
        widths(diverging_bars([BarRow("1", (400, 300, 200, 100))], levels=LEVELS, title="Thử")).values()
    )
    unit = max(drawn) / 400
    assert sorted(round(width / unit) for width in drawn) == [100, 200, 300, 400]


def test_the_worse_levels_are_hatched() -> None:
    fills = widths(diverging_bars([BarRow("1", (400, 300, 200, 100))], levels=LEVELS, title="Thử"))
    assert {"url(#thin)", "url(#dense)"} <= set(fills)


def test_a_suppressed_row_says_so_and_draws_nothing() -> None:
    svg = diverging_bars([BarRow("1", None)], levels=LEVELS, title="Thử")
    assert SUPPRESSED in svg
    assert not widths(svg)


def test_the_font_is_named_inside() -> None:
    assert 'font-family="Tinos' in diverging_bars([BarRow("1", (1000, 0, 0, 0))], levels=LEVELS, title="Thử")


def test_labels_are_escaped_and_cut_with_an_ellipsis() -> None:
    svg = diverging_bars([BarRow("<script>" + "dài " * 60, (1000, 0, 0, 0))], levels=LEVELS, title="<b>")
    root = ElementTree.fromstring(svg)
    assert not re.search("<script>", svg)
    assert any((entry.text or "").endswith("…") for entry in root.iter(f"{SPACE}text"))


def test_a_phones_picture_draws_the_same_shares_in_half_the_width_under_names_of_its_own() -> None:
    row = BarRow("1", (400, 300, 200, 100))
    wide = diverging_bars([row], levels=LEVELS, title="Thử")
    phone = diverging_bars([row], levels=LEVELS, title="Thử", shape=PHONE)
    assert float(ElementTree.fromstring(phone).attrib["viewBox"].split()[2]) <= 360
    unit = max(widths(phone).values()) / 400
    assert sorted(round(width / unit) for width in widths(phone).values()) == [100, 200, 300, 400]
    named = [set(re.findall(r'<pattern id="([^"]+)"', svg)) for svg in (wide, phone)]
    assert not named[0] & named[1]
    assert all(f"url(#{name})" in phone for name in named[1])
