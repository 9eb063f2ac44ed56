"""Figures leave the release room only by services that write the ledger, after the judge where they are numbered (decision 0021)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.plant import plant
from tests.architecture.tree import OFFICE, ROOT, sources

# Reads of release that hold figures before the ledger knows of them.
UNWRITTEN = frozenset(
    {
        "figures_among_many",
        "minutes_figures",
        "printed_tables",
        "round_beside_earlier",
        "round_figures",
        "rounds_together",
    }
)
IN_ROOM = UNWRITTEN | {"personal_figures"}
LEDGER = frozenset({"hand_out", "handed_person", "handed_round"})
# Files of the room that read figures and hand none of an answer out.
NOT_OUT = {
    "services/corrections.py": "takes a recount in, shows nothing",
    "services/ledger.py": "is the ledger",
    "services/minutes.py": "exact counts for the board's signed minutes (DESIGN §5)",
    "services/round_papers.py": "asks who is missing, each paper is made by its own service",
    "services/steps.py": "asks whether a round may go on",
    "views/closing.py": "proposes sentences out of the sums of the filed report",
    "views/rounds.py": "the announcement prints turnout; who may not read sees the state of papers",
}
RELEASE = OFFICE / "release"


def figures_past_the_ledger(root: Path) -> Iterator[str]:
    """Uses of unwritten figures outside release's selectors, in files that don't write the ledger."""
    for source in sources(root, OFFICE):
        inside = source.path.is_relative_to(RELEASE)
        if inside and source.path.relative_to(RELEASE).parts[0] == "selectors":
            continue
        names = set(_named(source.tree))
        if inside:
            place = source.path.relative_to(RELEASE).as_posix()
            found = set() if place in NOT_OUT or names & LEDGER else names & IN_ROOM
        else:
            found = names & UNWRITTEN if _enters_release(source.tree) else set()
        if found:
            yield f"{source.path} hands out {', '.join(sorted(found))} past the ledger"


def numbered_without_judge(root: Path) -> Iterator[str]:
    """Services of release that write a round's sums without having them judged."""
    for source in sources(root, RELEASE / "services"):
        names = set(_named(source.tree))
        if "write_sums" in names and "judge_round" not in names:
            yield f"{source.path} numbers sums that nobody judged"


def _named(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.ImportFrom | ast.Import):
            yield from (alias.name for alias in node.names)


def _enters_release(tree: ast.Module) -> bool:
    modules = (node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    return any(
        module.startswith("guong.office.release") or _names_release(tree, module) for module in modules
    )


def _names_release(tree: ast.Module, module: str) -> bool:
    return module == "guong.office" and any(
        alias.name == "release"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == module
        for alias in node.names
    )


def test_figures_go_out_by_the_ledger_only() -> None:
    assert list(figures_past_the_ledger(ROOT)) == []


def test_sums_that_get_a_number_are_judged() -> None:
    assert list(numbered_without_judge(ROOT)) == []


def test_every_file_named_as_an_exception_exists() -> None:
    assert [name for name in NOT_OUT if not (ROOT / RELEASE / name).exists()] == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (
            "overview/selectors/home.py",
            "from guong.office.release import selectors\nselectors.round_figures(1)",
        ),
        ("release/views/people.py", "selectors.personal_figures(1)"),
        ("release/services/wall.py", "from guong.office.release.selectors import printed_tables"),
    ],
)
def test_the_rule_bites(path: str, text: str, tmp_path: Path) -> None:
    plant(tmp_path, f"src/guong/office/{path}", text)
    assert list(figures_past_the_ledger(tmp_path)) != []


def test_the_rule_of_numbers_bites(tmp_path: Path) -> None:
    plant(tmp_path, "src/guong/office/release/services/wall.py", "write_sums(1)")
    assert list(numbered_without_judge(tmp_path)) != []
