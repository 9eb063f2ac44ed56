"""A fresh urn and data folder for every test, and the small world."""

from pathlib import Path

import pytest
from pytest_django import Settings

from guong.ballots.store import migrate
from guong.office.accounts.roles import Role
from tests.conferences.world import World, officer, school
from tests.papers.conftest import journal_may_be_emptied

__all__ = ["journal_may_be_emptied", "urn_folder", "world"]


@pytest.fixture
def urn_folder(settings: Settings, tmp_path: Path) -> Path:
    """A data folder with an empty, migrated urn."""
    settings.GUONG_DATA_DIR = tmp_path
    settings.GUONG_URN_URL = f"sqlite:///{tmp_path / 'urn.sqlite3'}"
    migrate(settings.GUONG_URN_URL)
    return tmp_path


@pytest.fixture
def world(db: None, urn_folder: Path) -> World:
    """One school of twelve permanent and two contract staff beside its head, and its organiser."""
    unit, head = school()
    return World(unit, head, officer(unit, Role.ORGANISER))
