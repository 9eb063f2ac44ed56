"""The table of attacks is true: every attack of the bench has its line, every test that it names exists."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TABLE = (ROOT / "docs" / "explanation" / "attacks.md").read_text("utf-8")
MUTANTS = ("test_positive_control_", "test_planted_fault_")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", TABLE)))


def test_every_attack_has_a_line_with_a_test() -> None:
    lines = [line for line in TABLE.splitlines() if re.match(r"\| A\d+ ", line)]
    named = list(dict.fromkeys(line.split()[1] for line in lines))
    assert named == [f"A{number}" for number in range(1, 19)]
    assert all("::test_" in line for line in lines)


def test_every_file_of_the_bench_is_in_the_table() -> None:
    files = {path.relative_to(ROOT).as_posix() for path in (ROOT / "tests" / "attack").glob("test_*.py")}
    assert files <= {path for path, _ in NAMED}


def test_every_mutant_of_both_benches_is_in_the_table() -> None:
    benches = [ROOT / "tests" / "attack", ROOT / "tests" / "faults"]
    mutants = {
        (path.relative_to(ROOT).as_posix(), node.name)
        for bench in benches
        for path in bench.glob("test_*.py")
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith(MUTANTS)
    }
    assert len(mutants) > 15
    assert mutants <= set(NAMED)


@pytest.mark.parametrize(("path", "name"), NAMED)
def test_the_named_test_exists(path: str, name: str) -> None:
    module = ast.parse((ROOT / path).read_text("utf-8"))
    assert name in {node.name for node in module.body if isinstance(node, ast.FunctionDef)}
