"""Planting a file into an empty tree, to see a rule bite or leave it alone."""

from collections.abc import Callable, Iterator
from pathlib import Path

Rule = Callable[[Path], Iterator[str]]


def plant(root: Path, path: str, text: str) -> None:
    """Write one file below the root, folders included."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
