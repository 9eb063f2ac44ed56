"""A lead body with its organiser, and a folder for filed papers."""

from pathlib import Path

import pytest
from pytest_django import Settings

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.registry.models import Unit
from tests.conferences.world import officer
from tests.plans.world import body


@pytest.fixture(autouse=True)
def papers_folder(settings: Settings, tmp_path: Path) -> Path:
    """A data folder of the test's own."""
    settings.GUONG_DATA_DIR = tmp_path
    return tmp_path


@pytest.fixture
def unit(db: None) -> Unit:
    """The lead body."""
    return body()


@pytest.fixture
def organiser(unit: Unit) -> User:
    """Its organiser."""
    return officer(unit, Role.ORGANISER)
