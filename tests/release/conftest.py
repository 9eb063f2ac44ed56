"""The small world of the hall, as readers of results meet it."""

import pytest

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from tests.conferences.conftest import urn_folder, world
from tests.conferences.world import World, officer
from tests.counting.world import Count, closed, finished
from tests.remarks.world import body_above, desk_of, finish_desk

__all__ = ["counted", "edited", "reporter", "urn_folder", "world"]


@pytest.fixture
def counted(world: World) -> Count:
    """A conference of twelve ballots, counted to the very end."""
    count = closed(world)
    finished(count)
    return count


@pytest.fixture
def edited(counted: Count) -> Count:
    """The same, its two remarks edited by two officers from outside."""
    place = desk_of(counted, body_above(counted.conference.unit))
    finish_desk(place.conference, place.first, place.second)
    return counted


@pytest.fixture
def reporter(world: World) -> User:
    """An officer who may read results of the school."""
    return officer(world.school, Role.REPORTER, username="baocao")
