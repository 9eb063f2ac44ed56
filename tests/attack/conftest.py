"""The attack bench runs on both databases, PostgreSQL on a server of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.attack.cluster import Cluster, cluster
from tests.attack.grounds import Ground, PostgresGround, SqliteGround
from tests.attack.registers import PostgresRegister, Register, SqliteRegister
from tests.ballots import urns


@pytest.fixture(scope="session")
def own_cluster() -> Iterator[Cluster]:
    """One server for the whole bench."""
    with cluster() as running:
        yield running


@pytest.fixture(params=urns.KINDS)
def ground(request: pytest.FixtureRequest, tmp_path: Path) -> Ground:
    """Where this attack takes place; the first urn is made."""
    ground: Ground
    if request.param == "sqlite":
        ground = SqliteGround(tmp_path)
    else:
        ground = PostgresGround(request.getfixturevalue("own_cluster"))
    ground.fresh()
    return ground


@pytest.fixture(params=urns.KINDS)
def register(request: pytest.FixtureRequest, tmp_path: Path) -> Register:
    """A register of the bench's own."""
    if request.param == "sqlite":
        return SqliteRegister(tmp_path)
    return PostgresRegister(tmp_path, request.getfixturevalue("own_cluster"))
