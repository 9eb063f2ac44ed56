"""The invented campaign over a fresh urn, for every test of the room."""

from pathlib import Path

import pytest
from pytest_django import Settings

from guong.ballots.store import migrate
from tests.papers.conftest import journal_may_be_emptied
from tests.schedule.world import Campaign, campaign

__all__ = ["journal_may_be_emptied", "world"]


@pytest.fixture
def world(db: None, settings: Settings, tmp_path: Path) -> Campaign:
    """Fifteen drawn schools and fourteen wards; papers and photographs go into a scratch folder."""
    settings.GUONG_DATA_DIR = tmp_path
    settings.GUONG_URN_URL = f"sqlite:///{tmp_path / 'urn.sqlite3'}"
    migrate(settings.GUONG_URN_URL)
    return campaign()
