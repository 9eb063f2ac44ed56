"""The two grounds on which the bench attacks: whoever holds every file that the database writes."""

import secrets
import sqlite3
import subprocess
from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import psycopg

from guong.ballots.store import migrate
from tests.attack.cluster import Cluster


class Ground(ABC):
    """Where urns live and what a thief finds there."""

    url: str

    @abstractmethod
    def fresh(self) -> str:
        """Make a fresh urn, forget the one before, and return its address."""

    @abstractmethod
    def files(self) -> dict[str, bytes]:
        """Return everything on disk, by name, and what a dump prints."""

    @abstractmethod
    def journal(self) -> bytes:
        """Return the write-ahead log as it lies on disk now."""

    @abstractmethod
    def table_orders(self, table: str, column: str) -> dict[str, list[bytes]]:
        """Return a column's values in every order that the database itself can be asked for."""

    @abstractmethod
    def run(self, statements: Sequence[tuple[str, Sequence[object]]]) -> None:
        """Run each statement in a transaction of its own, as a careless program would."""


class SqliteGround(Ground):
    """A folder with one urn file in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def fresh(self) -> str:
        self._path = self._folder / secrets.token_hex(4) / "urn.sqlite3"
        self._path.parent.mkdir()
        self.url = f"sqlite:///{self._path}"
        migrate(self.url)
        return self.url

    def files(self) -> dict[str, bytes]:
        found = {path.name: path.read_bytes() for path in self._path.parent.iterdir()}
        with closing(sqlite3.connect(self._path)) as connection:
            found["dump"] = "\n".join(connection.iterdump()).encode()
        return found

    def journal(self) -> bytes:
        log = self._path.with_name(self._path.name + "-wal")
        return log.read_bytes() if log.exists() else b""

    def table_orders(self, table: str, column: str) -> dict[str, list[bytes]]:
        with closing(sqlite3.connect(self._path)) as connection:
            orders = {"as selected": _bytes(connection.execute(f"SELECT {column} FROM {table}").fetchall())}
            try:
                rows = connection.execute(f"SELECT {column} FROM {table} ORDER BY rowid").fetchall()
            except sqlite3.OperationalError:
                return orders
            return orders | {"row id": _bytes(rows)}

    def run(self, statements: Sequence[tuple[str, Sequence[object]]]) -> None:
        # Not closed before the thief comes: a crash or a copy while running leaves the log where it is.
        self._careless = sqlite3.connect(self._path, isolation_level=None)
        for statement, parameters in statements:
            self._careless.execute(statement, parameters)


class PostgresGround(Ground):
    """One database on a server whose data directory can be read."""

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster

    def fresh(self) -> str:
        self.url = f"{self._cluster.server}/urn"
        with psycopg.connect(f"{self._cluster.server}/postgres", autocommit=True) as connection:
            if not connection.execute("SELECT FROM pg_database WHERE datname = 'urn'").fetchall():
                # From version 15 on the default would write the whole template into the log that the thief reads.
                strategy = "STRATEGY file_copy" if connection.info.server_version >= 150_000 else ""
                connection.execute(f"CREATE DATABASE urn {strategy}".encode())
        # One database for all: each new one would make the server flush everything, and the thief read it all.
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute("CREATE SCHEMA public")
        migrate(self.url)
        return self.url

    def files(self) -> dict[str, bytes]:
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute("CHECKPOINT")
        root = self._cluster.data.parent
        found = {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        dump = subprocess.run(
            [str(self._cluster.programs / "pg_dump"), self.url], capture_output=True, check=True
        )
        return found | {"dump": dump.stdout}

    def journal(self) -> bytes:
        return b"".join(
            path.read_bytes() for path in sorted((self._cluster.data / "pg_wal").iterdir()) if path.is_file()
        )

    def table_orders(self, table: str, column: str) -> dict[str, list[bytes]]:
        orders = {
            "as selected": "",
            "place in file": "ORDER BY ctid",
            "transaction": "ORDER BY xmin::text::bigint",
        }
        with psycopg.connect(self.url) as connection:
            return {
                name: _bytes(connection.execute(f"SELECT {column} FROM {table} {order}".encode()).fetchall())
                for name, order in orders.items()
            }

    def run(self, statements: Sequence[tuple[str, Sequence[object]]]) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection:
            for statement, parameters in statements:
                connection.execute(statement.replace("?", "%s").encode(), parameters)


def _bytes(rows: Sequence[tuple[object, ...]]) -> list[bytes]:
    return [value.encode() if isinstance(value, str) else bytes(value) for (value,) in rows]  # type: ignore[call-overload]  # text or bytes only
