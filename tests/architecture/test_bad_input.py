"""The table of bad input is true: every sentence stands in the program, every named test exists."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "docs" / "reference" / "bad-input.md"
SPOKEN = (("src", "*.html"), ("src", "*.js"), ("frontend/src", "*.js"))


def rows() -> list[tuple[str, str, str]]:
    """Return bad input, sentence and test of every line that isn't a heading."""
    lines = [line.strip("| ").split(" | ") for line in TABLE.read_text("utf-8").splitlines() if "::" in line]
    return [(what, sentence, test.strip("`")) for what, sentence, test in lines]


@cache
def spoken() -> str:
    """Return everything that the program can say, with single spaces: pages, scripts, and the texts in Python."""
    files = [path.read_text("utf-8") for folder, kind in SPOKEN for path in (ROOT / folder).rglob(kind)]
    texts = [text for path in (ROOT / "src").rglob("*.py") for text in _texts(path)]
    return re.sub(r"\s+", " ", "\n".join([*files, *texts]))


def _texts(path: Path) -> Iterator[str]:
    """Return a module's texts; what an f-string fills in becomes an ellipsis."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            parts = (part.value if isinstance(part, ast.Constant) else "…" for part in node.values)
            yield "".join(str(part) for part in parts)


def _tests(path: Path) -> set[str]:
    module = ast.parse(path.read_text("utf-8"))
    return {node.name for node in module.body if isinstance(node, ast.FunctionDef)}


def test_the_table_covers_the_list() -> None:
    assert len(rows()) > 40


@pytest.mark.parametrize(("what", "sentence", "test"), rows(), ids=[test for *_, test in rows()])
def test_the_sentence_and_the_test_exist(what: str, sentence: str, test: str) -> None:
    path, name = test.split("::")
    assert name in _tests(ROOT / path)
    missing = [piece for piece in sentence.split("…") if piece.strip() and piece.strip() not in spoken()]
    assert not missing, what
