"""Register and urn as they stood together at one moment, read while the server goes on working (DESIGN §9).

An act on both writes its intent, then the urn, then done (DESIGN §2). A register read before the urn could lack the intent,
one read after it could hold a done whose act the urn lacks. So nothing is written to the register for the few milliseconds in
which both views are pinned; an act cut off in the middle stands in the copy as a wanted intent, which start-up ends.
"""

import os
import shutil
import sqlite3
import subprocess
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

import psycopg

from guong.ballots.store import sqlite_path

_WAIT_SECONDS = 20


class NotReadable(Exception):
    """A database can't be copied; the text says in Vietnamese what is wrong and what to do."""


class View(ABC):
    """One database as it stood when the view was pinned. ``suffix`` names the kind of copy: ``sqlite3`` or ``sql``."""

    suffix: str

    @abstractmethod
    def read(self) -> bytes:
        """Return the whole copy. Raises NotReadable."""

    @abstractmethod
    def poll_states(self) -> dict[str, str]:
        """Return the state of every poll by poll key; only the urn has them."""

    @abstractmethod
    def close(self) -> None:
        """Let the database go on."""


class SqliteView(View):
    """A SQLite file in a reading transaction of its own; others write meanwhile."""

    suffix = "sqlite3"

    def __init__(self, path: Path) -> None:
        self._connection = _connected(path)
        self._connection.execute("BEGIN")
        self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()

    def read(self) -> bytes:
        """Copy page by page into memory (SQLite's backup), never into a file."""
        with closing(sqlite3.connect(":memory:")) as memory:
            self._connection.backup(memory)
            return memory.serialize()

    def poll_states(self) -> dict[str, str]:
        return dict(self._connection.execute("SELECT poll, state FROM poll").fetchall())

    def close(self) -> None:
        self._connection.close()


class PostgresView(View):
    """A PostgreSQL database under an exported snapshot, which ``pg_dump`` reads."""

    suffix = "sql"

    def __init__(self, url: str) -> None:
        self._url = url
        self._connection = psycopg.connect(url, connect_timeout=_WAIT_SECONDS)
        self._connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        row = self._connection.execute("SELECT pg_export_snapshot()").fetchone()
        self._snapshot = str(row[0]) if row else ""

    def read(self) -> bytes:
        program = shutil.which("pg_dump")
        if program is None:
            raise NotReadable(
                "Máy này không có chương trình pg_dump nên chưa sao lưu được PostgreSQL. "
                "Đề nghị cài bộ công cụ PostgreSQL cùng phiên bản với máy chủ dữ liệu rồi chạy lại."
            )
        address, password = _without_password(self._url)
        done = subprocess.run(
            [program, "--no-owner", "--no-privileges", f"--snapshot={self._snapshot}", f"--dbname={address}"],
            env=os.environ | ({"PGPASSWORD": password} if password else {}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        if done.returncode:
            raise NotReadable(
                "Chương trình pg_dump không đọc được cơ sở dữ liệu. Đề nghị kiểm tra quyền đọc và phiên bản của pg_dump "
                f"(phải bằng hoặc mới hơn máy chủ dữ liệu). Máy báo: {done.stderr.decode('utf-8', 'replace').strip()}"
            )
        return done.stdout

    def poll_states(self) -> dict[str, str]:
        return {
            str(poll): str(state) for poll, state in self._connection.execute("SELECT poll, state FROM poll")
        }

    def close(self) -> None:
        self._connection.close()


@dataclass(frozen=True)
class Views:
    """Both databases at one moment."""

    register: View
    urn: View


@contextmanager
def pinned(register: str, urn: str) -> Iterator[Views]:
    """Pin both databases (``sqlite:///…`` or ``postgresql://…``) at one moment. Raises NotReadable."""
    open_views: list[View] = []
    try:
        with _told(), _nothing_written(register):
            open_views.append(_view(register))
            open_views.append(_view(urn))
        with _told():
            yield Views(register=open_views[0], urn=open_views[1])
    finally:
        for view in open_views:
            view.close()


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (sqlite3.DatabaseError, psycopg.Error) as error:
        raise NotReadable(
            "Không đọc được cơ sở dữ liệu của máy chủ. Đề nghị kiểm tra thư mục dữ liệu (GUONG_DATA_DIR) hoặc máy chủ "
            f"PostgreSQL rồi chạy lại. Máy báo: {error}"
        ) from error


@contextmanager
def _nothing_written(register: str) -> Iterator[None]:
    """Keep every act on register and urn waiting for the moment of pinning."""
    if (path := sqlite_path(register)) is not None:
        with closing(_connected(path)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield
        return
    with psycopg.connect(register, connect_timeout=_WAIT_SECONDS) as connection:
        connection.execute(f"SET lock_timeout = '{_WAIT_SECONDS}s'".encode())
        connection.execute("LOCK TABLE conferences_intent IN EXCLUSIVE MODE")
        yield


def _view(url: str) -> View:
    path = sqlite_path(url)
    return PostgresView(url) if path is None else SqliteView(path)


def _connected(path: Path) -> sqlite3.Connection:
    """Open a file that is there; mode ``rw`` never makes an empty one."""
    return sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, timeout=_WAIT_SECONDS, isolation_level=None)


def _without_password(url: str) -> tuple[str, str]:
    """Return address and password apart: the command line of a program is for everybody to read."""
    parts = urlsplit(url)
    name, _, host = parts.netloc.rpartition("@")
    user = name.partition(":")[0]
    return urlunsplit(parts._replace(netloc=f"{user}@{host}" if user else host)), unquote(
        parts.password or ""
    )
