"""The table of requirements is whole and true: every requirement once, every screen, paper and test exists."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TABLE = (ROOT / "docs" / "reference" / "requirements.md").read_text("utf-8")
ROWS = [line.strip("| ").split(" | ") for line in TABLE.splitlines() if line.startswith("| R-")]
# The catalogue numbers the report's demands R-000-01 to 14, the plan's R-001-01 to 28.
CATALOGUE = [f"R-000-{number:02d}" for number in range(1, 15)] + [
    f"R-001-{number:02d}" for number in range(1, 29)
]
DOCUMENTS = ROOT / "src" / "guong" / "core" / "documents"


def screens() -> set[str]:
    """Names of all pages of the office."""
    return {
        f"{path.parent.name}:{name}"
        for path in (ROOT / "src" / "guong" / "office").glob("*/urls.py")
        for name in re.findall(r'name="([\w-]+)"', path.read_text("utf-8"))
    }


def test_every_requirement_has_its_line_once() -> None:
    assert [row[0] for row in ROWS] == CATALOGUE
    assert all(len(row) == 4 and all(row) for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_what_the_line_names_exists(row: list[str]) -> None:
    number, _, where, shown = row
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", shown)
    assert named, number
    for path, name in named:
        module = ast.parse((ROOT / path).read_text("utf-8"))
        assert name in {node.name for node in module.body if isinstance(node, ast.FunctionDef)}, path
    missing = set(re.findall(r"`(\w+:[\w-]+)`", where)) - screens()
    assert not missing, number
    for module_name, function in re.findall(r"`(\w+)\.(\w+)`", where):
        if module_name != "core":
            assert f"def {function}(" in (DOCUMENTS / f"{module_name}.py").read_text("utf-8"), number
