"""The small world of the hall, as the counting board meets it."""

import pytest

from tests.conferences.conftest import urn_folder, world
from tests.conferences.world import World
from tests.counting.world import Count, closed

__all__ = ["count", "urn_folder", "world"]


@pytest.fixture
def count(world: World) -> Count:
    """A closed conference: eleven by phone, one on paper, four slips left over."""
    return closed(world)
