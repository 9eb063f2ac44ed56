"""The table of complaints about other readers is whole and true: all fifteen once, every named test exists."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "docs" / "reference" / "reader-complaints.md"


def rows() -> list[list[str]]:
    """Number, complaint and tests of every line."""
    lines = [line.strip("| ").split(" | ") for line in TABLE.read_text("utf-8").splitlines()]
    return [row for row in lines if row[0].isdigit()]


def test_all_fifteen_stand_there_once() -> None:
    assert [int(row[0]) for row in rows()] == list(range(1, 16))


def test_every_line_names_tests_that_exist() -> None:
    for number, _, tests in rows():
        named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", tests)
        assert named, number
        for path, name in named:
            module = ast.parse((ROOT / path).read_text("utf-8"))
            assert name in {node.name for node in module.body if isinstance(node, ast.FunctionDef)}, name
