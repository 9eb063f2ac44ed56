"""The contracts of .importlinter and what they can't say about the verifier (DESIGN §2)."""

import ast
import configparser
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.office import imported_modules
from tests.architecture.plant import plant
from tests.architecture.tree import OFFICE_FLOORS, ROOT, sources

VERIFY = Path("src/guong/verify")


def borrowed(root: Path) -> Iterator[str]:
    """Imports of the verifier from the rest of guong, the package's own file included."""
    for source in sources(root, VERIFY):
        for node in ast.walk(source.tree):
            for module in imported_modules(node):
                if module.split(".")[0] == "guong" and module.split(".")[1:2] != ["verify"]:
                    yield f"{source.path}: {module}"


def test_the_verifier_borrows_nothing() -> None:
    assert list(borrowed(ROOT)) == []


def test_even_a_version_number_is_not_borrowed(tmp_path: Path) -> None:
    plant(
        tmp_path,
        "src/guong/verify/report.py",
        "from guong import __version__\nfrom guong.verify import parts",
    )
    assert list(borrowed(tmp_path)) == ["src/guong/verify/report.py: guong.__version__"]


def test_the_office_has_one_order_for_imports_and_for_strings() -> None:
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter", encoding="utf-8")
    written = contracts["importlinter:contract:office"]["layers"].strip().splitlines()
    floors = [tuple(room.strip(" ()") for room in line.split("|")) for line in reversed(written)]
    assert floors == list(OFFICE_FLOORS)
