"""Figures of answers reach screens and papers through the release room alone (DESIGN §5)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.plant import plant
from tests.architecture.tree import OFFICE, ROOT, sources

# Reads of counting that hold counts of answers, and the papers that print them.
COUNTS = frozenset({"counted", "remark_counts", "subject_counts", "whole_count"})
PAPERS = frozenset({"district_report", "personal_summary", "tally_minutes"})
GATE = frozenset({"counting", "release"})
# A poll on paper alone has a gate of its own (decision 0026): its agreed tally and its minutes stay in its room.
ON_PAPER = "paperpolls"
TALLY = frozenset({"hall_of", "votes_of"})
MINUTES = "paper_poll_minutes"


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


def tallies_past_their_room(root: Path) -> Iterator[str]:
    """Uses of the tally of a poll on paper alone, or of its minutes, outside its own room."""
    for source in sources(root, OFFICE):
        if source.room == ON_PAPER:
            continue
        for node in ast.walk(source.tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                names = {alias.name for alias in node.names}
                if node.module.startswith("guong.office.paperpolls") and names & TALLY:
                    yield f"{source.path}:{node.lineno} takes a tally out of its room"
                if node.module.startswith("guong.core.documents") and MINUTES in {
                    *names,
                    node.module.split(".")[-1],
                }:
                    yield f"{source.path}:{node.lineno} prints a tally outside its room"
            if isinstance(node, ast.Attribute) and node.attr in TALLY:
                yield f"{source.path}:{node.lineno} takes a tally out of its room"


def tallies_on_pages(root: Path) -> Iterator[str]:
    """Templates and views of the room that touch a line's agreed numbers: they stand in the minutes only."""
    room = root / OFFICE / ON_PAPER
    for path in (*room.rglob("*.html"), *room.glob("views.py")):
        if re.search(r"votes_of|\bline\.votes\b|\.votes\b(?=.*\}\})", path.read_text("utf-8")):
            yield f"{path} shows a tally"


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


def test_a_tally_on_paper_leaves_its_room_in_its_minutes_only() -> None:
    assert list(tallies_past_their_room(ROOT)) == []
    assert list(tallies_on_pages(ROOT)) == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("overview/selectors/home.py", "from guong.office.paperpolls.selectors import votes_of"),
        (
            "meetings/selectors.py",
            "from guong.office.paperpolls import selectors as polls\npolls.votes_of(1)",
        ),
        ("meetings/services.py", "from guong.core.documents.paper_poll_minutes import paper_poll_minutes"),
        ("paperpolls/views.py", "from guong.office.paperpolls import selectors\nselectors.votes_of(1)"),
        ("paperpolls/templates/paperpolls/poll.html", "{% for line in lines %}{{ line.votes }}{% endfor %}"),
    ],
)
def test_the_rule_of_the_paper_gate_bites(path: str, text: str, tmp_path: Path) -> None:
    plant(tmp_path, f"src/guong/office/{path}", text)
    assert [*tallies_past_their_room(tmp_path), *tallies_on_pages(tmp_path)] != []
