"""The small world of the hall, for pages that are held from above; and a machine that can be backed up."""

import shutil
from pathlib import Path

import pytest

from tests.conferences.conftest import urn_folder, world
from tests.papers.conftest import journal_may_be_emptied
from tests.web.backups import Keys, first_start, new_keys

__all__ = ["journal_may_be_emptied", "urn_folder", "world"]


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a machine that ran once, with a paper and a bundle."""
    folder = tmp_path_factory.mktemp("machine") / "data"
    first_start(folder)
    (folder / "papers").mkdir()
    (folder / "papers" / "ab12.pdf").write_bytes(b"%PDF a paper")
    for part in ("public", "sealed"):
        (folder / "bundles" / "0000000001" / part / "polls").mkdir(parents=True)
        (folder / "bundles" / "0000000001" / part / "polls" / "file.json").write_text(part)
    return folder


@pytest.fixture
def data(first: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    shutil.copytree(first, tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    """A key pair for backups."""
    return new_keys(tmp_path)
