"""The small world of the hall, counted, as the remarks desk meets it."""

import pytest

from tests.conferences.conftest import urn_folder, world
from tests.conferences.world import World
from tests.remarks.world import DeskWorld, desk_world

__all__ = ["place", "urn_folder", "world"]


@pytest.fixture
def place(world: World) -> DeskWorld:
    """Twelve ballots, four remarks, nobody at the desk yet."""
    return desk_world(world)
