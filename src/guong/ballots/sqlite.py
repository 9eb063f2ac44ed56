"""The urn as one SQLite file: write-ahead log, full synchronisation, deleted bytes overwritten."""

import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from guong.ballots.connections import Row, Session, StorageFull, Store, StoreUnavailable
from guong.core.outcome import Refused

_CONNECTIONS = 8
_WAIT_SECONDS = 10.0
_FULL = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
}
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
)


class SqliteConnection:
    """One connection to the urn's file."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(
            path, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False
        )
        for pragma in _PRAGMAS:
            self._connection.execute(pragma)

    def begin(self, *, writing: bool) -> None:
        with _translated():
            self._connection.execute("BEGIN IMMEDIATE" if writing else "BEGIN")

    def commit(self) -> None:
        with _translated():
            self._connection.execute("COMMIT")

    def rollback(self) -> None:
        if self._connection.in_transaction:
            self._connection.rollback()

    def lock(self, poll: str) -> None:
        """An immediate transaction already keeps every other writer out."""

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        with _translated():
            return self._connection.execute(sql, parameters).fetchall()

    def change(self, sql: str, parameters: Sequence[object] = ()) -> int:
        with _translated():
            return self._connection.execute(sql, parameters).rowcount

    def change_many(self, sql: str, rows: Sequence[Sequence[object]]) -> int:
        with _translated():
            return self._connection.executemany(sql, rows).rowcount

    def usable(self) -> bool:
        return not self._connection.in_transaction

    def close(self) -> None:
        self._connection.close()


class SqliteStore(Store):
    """The urn's file opened for many threads of one process."""

    def __init__(self, path: Path) -> None:
        super().__init__(lambda: SqliteConnection(path), size=_CONNECTIONS)
        self._one_writer = threading.Lock()

    @contextmanager
    def writing(self) -> Iterator[Session]:
        # SQLite's own waiting backs off by sleeping, which ruins the slowest casts (stack.md §1b).
        with self._one_writer, super().writing() as session:
            yield session

    def settle(self) -> None:
        """Empty the write-ahead log: its frames lie in the order of the casts (ballot-secrecy.md §4)."""
        with self._own_connection() as connection:
            connection.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def scrub(self) -> None:
        """Overwritten rows are zeroed by `secure_delete`; what is left of them is the write-ahead log."""
        self.settle()

    def problems(self) -> list[Refused]:
        wanted = {"journal_mode": "wal", "synchronous": "2", "secure_delete": "1"}
        with self._own_connection() as connection:
            tables = ", ".join(f"pragma_{name}" for name in wanted)
            (row,) = connection.rows(f"SELECT {', '.join(wanted)} FROM {tables}")
        found = {name: str(value) for name, value in zip(wanted, row, strict=True)}
        return [_problem(name, found[name]) for name in wanted if found[name] != wanted[name]]


def apply(path: Path, scripts: Sequence[str], *, current: int) -> None:
    """Apply the scripts after version ``current``, each in one transaction; the file is its owner's alone."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    connection = SqliteConnection(path)
    try:
        for version, script in enumerate(scripts[current:], start=current + 1):
            connection._connection.executescript(
                f"BEGIN IMMEDIATE; {script}; INSERT INTO schema_version VALUES ({version}); COMMIT;"
            )
    finally:
        connection.close()


def version(path: Path) -> int:
    """Return the schema's version in the file, 0 where there is none yet."""
    if not path.exists():
        return 0
    connection = SqliteConnection(path)
    try:
        if not connection.rows("SELECT 1 FROM sqlite_master WHERE name = 'schema_version'"):
            return 0
        return int(connection.rows("SELECT max(version) FROM schema_version")[0][0] or 0)
    finally:
        connection.close()


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:  # a broken file is not an OperationalError
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _FULL:
            raise StorageFull(str(error)) from error
        if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_CANTOPEN}:
            raise StoreUnavailable(str(error)) from error
        raise


def _problem(name: str, found: str) -> Refused:
    return Refused(
        "unsafe_storage",
        f"Tệp hòm phiếu đang ở chế độ {name}={found}, có thể mất phiếu đã nhận hoặc để lại dấu vết. "
        "Đề nghị đặt tệp trên ổ đĩa của chính máy chủ rồi mở lại.",
    )
