"""Figures of answers reach screens and papers through the release room alone (DESIGN §5)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.plant import plant
from tests.architecture.tree import OFFICE, ROOT, sources

# Reads of counting that hold counts of answers, and the papers that print them.
COUNTS = frozenset({"counted", "remark_counts", "subject_counts", "whole_count"})
PAPERS = frozenset({"district_report", "personal_summary", "tally_minutes"})
GATE = frozenset({"counting", "release"})


def figures_past_the_gate(root: Path) -> Iterator[str]:
    """Uses of counts, or of papers that print them, in rooms of the office other than counting and release."""
    for source in sources(root, OFFICE):
        if source.room in GATE:
            continue
        for node in ast.walk(source.tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                names = {alias.name for alias in node.names}
                last = node.module.split(".")[-1]
                if node.module.startswith("guong.office.counting") and names & COUNTS:
                    yield f"{source.path}:{node.lineno} takes counts past the gate"
                if node.module.startswith("guong.core.documents") and ({last} | names) & PAPERS:
                    yield f"{source.path}:{node.lineno} makes a paper of results past the gate"
            if isinstance(node, ast.Attribute) and node.attr in COUNTS and _is_counting(node.value):
                yield f"{source.path}:{node.lineno} takes counts past the gate"


def _is_counting(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and "counting" in node.id


def test_no_room_hands_out_figures_past_the_gate() -> None:
    assert list(figures_past_the_gate(ROOT)) == []


@pytest.mark.parametrize(
    "text",
    [
        "from guong.office.counting.selectors import whole_count",
        "from guong.office.counting import selectors as counting\ncounting.subject_counts(1)",
        "from guong.core.documents.personal_summary import personal_summary",
        "from guong.core.documents import district_report",
    ],
)
def test_the_rule_bites(text: str, tmp_path: Path) -> None:
    plant(tmp_path, "src/guong/office/overview/selectors/home.py", text)
    assert list(figures_past_the_gate(tmp_path)) != []
