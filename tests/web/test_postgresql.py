"""The register on PostgreSQL: the rooms whose rules lean on the database, tested again on that database."""

import os
import secrets
import subprocess
import sys

import pytest

from tests.ballots.urns import POSTGRES, postgres_is_there


@pytest.mark.postgres
@pytest.mark.slow
def test_the_lower_rooms_hold_on_postgresql() -> None:
    if not postgres_is_there():
        pytest.skip("needs a PostgreSQL server on 127.0.0.1:5432 that trusts the user postgres")
    rooms = ["tests/journal", "tests/papers", "tests/accounts/test_administration.py"]
    name = f"register_{secrets.token_hex(6)}"  # the run makes and drops test_<name>
    environment = {**os.environ, "GUONG_REGISTER_URL": f"{POSTGRES}/{name}"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *rooms]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=240)
    assert done.returncode == 0, done.stdout
