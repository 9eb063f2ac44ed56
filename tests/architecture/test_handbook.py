"""The handbook quotes the screens: every text in “…” stands in a page or in what a page shows."""

import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HANDBOOK = ROOT / "docs" / "handbook"
QUOTED = [
    (page.stem, quoted)
    for page in sorted(HANDBOOK.glob("*-*.md"))
    for quoted in dict.fromkeys(
        re.findall(r"“([^”]+)”", unicodedata.normalize("NFC", page.read_text("utf-8")))
    )
]


@cache
def sources() -> tuple[str, ...]:
    """What the programs may show: templates and code, each with runs of white space made one space."""
    files = [*(ROOT / "src" / "guong").rglob("*.html"), *(ROOT / "src" / "guong").rglob("*.py")]
    return tuple(re.sub(r"\s+", " ", file.read_text("utf-8")) for file in files)


def stands(quoted: str) -> bool:
    """Tell whether some file holds the words in this order; ``…`` stands for what changes."""
    parts = [re.escape(part.strip()) for part in quoted.split("…") if part.strip()]
    wanted = re.compile(r".{0,200}?".join(parts))
    return any(wanted.search(source) for source in sources())


@pytest.mark.parametrize(("page", "quoted"), QUOTED, ids=[f"{page}: {quoted}" for page, quoted in QUOTED])
def test_what_the_handbook_quotes_stands_on_a_screen(page: str, quoted: str) -> None:
    assert stands(quoted), f"{page}: no screen says “{quoted}”"
