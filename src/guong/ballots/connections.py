"""What the urn asks of a database: transactions, rows, one lock per poll, and honest failure."""

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

from guong.core.outcome import Refused

Row = tuple[Any, ...]


class StorageFull(Exception):
    """The database could not write: disk full or broken. Nothing of the transaction was kept."""


class StoreUnavailable(Exception):
    """The database can't be reached or stays locked; the same act may be tried again."""


class Session(Protocol):
    """One transaction. SQL is plain and portable; parameters are written ``?``."""

    def lock(self, poll: str) -> None:
        """Let no other transaction change this poll until this one ends; lock several in sorted order."""

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Return the rows of a query."""

    def change(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Run one statement; return how many rows it changed."""

    def change_many(self, sql: str, rows: Sequence[Sequence[object]]) -> int:
        """Run one statement for every row of parameters; return how many rows changed in all."""


class Connection(Session, Protocol):
    """A `Session` that can begin and end transactions. Raises StorageFull or StoreUnavailable."""

    def begin(self, *, writing: bool) -> None:
        """Begin a transaction; a writing one is durable once `commit` returns."""

    def commit(self) -> None:
        """End the transaction; durable on return."""

    def rollback(self) -> None:
        """End the transaction without a trace; never raises."""

    def usable(self) -> bool:
        """Tell whether the connection may serve again."""

    def close(self) -> None:
        """Close the connection."""


class Store(ABC):
    """An open urn; safe to share between threads."""

    def __init__(self, connect: Callable[[], Connection], *, size: int) -> None:
        self._connect = connect
        self._idle: list[Connection] = []
        self._places = threading.BoundedSemaphore(size)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A writing transaction: durable when the block ends, nothing of it kept if the block raises."""
        with self._transaction(writing=True) as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A reading transaction: one consistent view."""
        with self._transaction(writing=False) as session:
            yield session

    def close(self) -> None:
        """Close every idle connection."""
        while self._idle:
            self._idle.pop().close()

    @abstractmethod
    def settle(self) -> None:
        """Bring everything committed into the main file, leaving no journal of the order of writes behind."""

    @abstractmethod
    def scrub(self) -> None:
        """Leave no copy of overwritten rows in the database's own files."""

    @abstractmethod
    def problems(self) -> list[Refused]:
        """Settings that can lose an acknowledged ballot, or that record too much (DESIGN §9)."""

    @contextmanager
    def _transaction(self, *, writing: bool) -> Iterator[Session]:
        with self._places:
            connection = self._begun(writing=writing)
            try:
                yield connection
                connection.commit()
            except BaseException:
                connection.rollback()
                raise
            finally:
                self._give_back(connection)

    def _begun(self, *, writing: bool) -> Connection:
        """Return a connection with a begun transaction; idle ones that died meanwhile are replaced."""
        while True:
            connection, is_new = self._taken()
            try:
                connection.begin(writing=writing)
            except StoreUnavailable:
                may_serve_again = connection.usable()
                self._give_back(connection)
                if is_new or may_serve_again:
                    raise
            else:
                return connection

    def _taken(self) -> tuple[Connection, bool]:
        try:
            return self._idle.pop(), False
        except IndexError:
            return self._connect(), True

    def _give_back(self, connection: Connection) -> None:
        if connection.usable():
            self._idle.append(connection)
        else:
            connection.close()

    @contextmanager
    def _own_connection(self) -> Iterator[Connection]:
        """A connection outside the pool, for the rare acts that need no transaction."""
        connection = self._connect()
        try:
            yield connection
        finally:
            connection.close()
