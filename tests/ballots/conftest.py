"""Every test of the urn runs on both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from guong.ballots.store import Store
from tests.ballots import urns
from tests.ballots.world import World


@pytest.fixture(params=urns.KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a fresh urn."""
    with urns.urn_url(request.param, tmp_path) as address:
        yield address


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """A fresh, open urn."""
    with urns.opened(url) as opened:
        yield opened


@pytest.fixture
def world(store: Store) -> World:
    """A poll of one subject and six slips, open for casting."""
    return World().prepare(store)
