"""Throw-away urns on both databases, shared by the tests of the urn and by the attack bench."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
import pytest

from guong.ballots.store import Store, migrate, open_store

POSTGRES = "postgresql://postgres@127.0.0.1:5432"
KINDS = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


def postgres_is_there() -> bool:
    """Tell whether the test server answers."""
    with suppress(psycopg.OperationalError), psycopg.connect(f"{POSTGRES}/postgres", connect_timeout=3):
        return True
    return False


@contextmanager
def database(server: str = POSTGRES) -> Iterator[str]:
    """A PostgreSQL database of its own; dropped afterwards."""
    name = f"guong_urn_{secrets.token_hex(6)}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    try:
        yield f"{server}/{name}"
    finally:
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@contextmanager
def urn_url(kind: str, folder: Path) -> Iterator[str]:
    """The address of a fresh, migrated urn."""
    if kind == "sqlite":
        url = f"sqlite:///{folder}/urn-{secrets.token_hex(4)}.sqlite3"
        migrate(url)
        yield url
        return
    if not postgres_is_there():
        pytest.skip("needs a PostgreSQL server on 127.0.0.1:5432 that trusts the user postgres")
    with database() as url:
        migrate(url)
        yield url


@contextmanager
def opened(url: str) -> Iterator[Store]:
    """An open store, closed afterwards."""
    store = open_store(url)
    try:
        yield store
    finally:
        store.close()
