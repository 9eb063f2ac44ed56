"""One play with one conference a round, shared by the tests that only look at what it left behind."""

from pathlib import Path
from typing import Any

import pytest

from tests.demo.played import play


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the short play works."""
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="session")
def played(folder: Path) -> dict[str, Any]:
    """What the short play prints."""
    return play(folder / "out", "--only", "1")
