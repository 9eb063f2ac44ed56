"""Two heads who were told, as both sides of a plan meet them."""

import pytest

from tests.conferences.conftest import urn_folder
from tests.remediation.world import ToldWorld, told_world

__all__ = ["place", "urn_folder"]


@pytest.fixture
def place(db: None, urn_folder: object) -> ToldWorld:
    """Two heads, told; no plan yet."""
    return told_world()
