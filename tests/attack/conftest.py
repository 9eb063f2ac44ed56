"""The attack bench runs on both databases, PostgreSQL on a server of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.attack import cluster_files, registers
from tests.attack.cluster import Cluster, cluster
from tests.attack.grounds import Ground, PostgresGround, SqliteGround
from tests.attack.registers import Register
from tests.attack.registers_on_disk import PostgresRegister, SqliteRegister
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


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register in a file, with its tables and nothing in them."""
    folder = tmp_path_factory.mktemp("migrated")
    registers.migrate(folder, "")
    return folder / "register.sqlite3"


@pytest.fixture(scope="session")
def migrated_database(own_cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of such a register on the bench's own server."""
    name = "register"
    registers.migrate(tmp_path_factory.mktemp("migrated"), cluster_files.database(own_cluster, name))
    return name


# One process for each kind: its tables take longer to make than an attack.
_REGISTERS = [
    pytest.param("sqlite", marks=pytest.mark.xdist_group("register in a file")),
    pytest.param("postgresql", marks=[pytest.mark.postgres, pytest.mark.xdist_group("register on a server")]),
]


@pytest.fixture(params=_REGISTERS)
def register(request: pytest.FixtureRequest, tmp_path: Path) -> Register:
    """A register of the bench's own."""
    if request.param == "sqlite":
        return SqliteRegister(tmp_path, request.getfixturevalue("migrated_file"))
    cluster, migrated = request.getfixturevalue("own_cluster"), request.getfixturevalue("migrated_database")
    return PostgresRegister(tmp_path, cluster, migrated)
