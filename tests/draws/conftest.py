"""The invented district for every test of the room."""

from pathlib import Path

import pytest
from pytest_django import Settings

from tests.draws.world import World, district
from tests.papers.conftest import journal_may_be_emptied

__all__ = ["journal_may_be_emptied", "world"]


@pytest.fixture
def world(db: None, settings: Settings, tmp_path: Path) -> World:
    """Eighty-one schools of three levels and the round in which fifteen are drawn; papers go into a scratch folder."""
    settings.GUONG_DATA_DIR = tmp_path
    return district()
