"""Which scripts draw the gallery, and which pictures its page lists."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

ROOT = Path(__file__).parents[2]
GALLERY = ROOT / "docs" / "gallery"
PAGE = GALLERY / "README.md"
MOST_BYTES = 150_000
_LINE = re.compile(r"^\| `(?P<name>[^`]+\.png)` \| (?P<shows>[^|]+) \| (?P<mended>[^|]+) \|$", re.MULTILINE)
_CHOICE = re.compile(r"\{([^}]*)\}")


def drawing_scripts() -> list[str]:
    """Return the names of the modules that draw, e.g. ``gallery_papers``: those that run when called."""
    return [path.stem for path in sorted((ROOT / "scripts").glob("gallery_*.py")) if _runs(path)]


def helping_modules() -> list[str]:
    """Return the names of the modules that the drawing ones import and that draw nothing themselves."""
    return [path.stem for path in sorted((ROOT / "scripts").glob("gallery_*.py")) if not _runs(path)]


def listed() -> dict[str, tuple[str, str]]:
    """Return file name -> (what it shows, what was mended) for every picture on the gallery's page.

    One line may stand for several pictures: ``ceremony-box-{desktop,narrow}.png``.
    """
    found: dict[str, tuple[str, str]] = {}
    for line in _LINE.finditer(PAGE.read_text(encoding="utf-8")):
        for name in _expanded(line["name"]):
            if name in found:
                raise ValueError(f"{name} is listed twice")
            found[name] = (line["shows"].strip(), line["mended"].strip())
    return found


def _expanded(name: str) -> Iterator[str]:
    parts = _CHOICE.split(name)
    choices = [part.split(",") if place % 2 else [part] for place, part in enumerate(parts)]
    yield from map("".join, product(*choices))


def _runs(path: Path) -> bool:
    return '__name__ == "__main__"' in path.read_text(encoding="utf-8")
