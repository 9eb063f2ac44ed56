"""What lies in the data directory of a PostgreSQL server: files of tables, and the write-ahead log, record by record."""

import re
import subprocess
from pathlib import Path

import psycopg

from tests.attack.cluster import Cluster

_FIRST_OWN = 16_384  # numbers below are the catalogue's
_OF_THE_SERVER = ("Standby", "XLOG")  # checkpoints and the list of running transactions, written by the clock


def database(cluster: Cluster, name: str, *, like: str = "template1") -> str:
    """Make a database with the tables of another one and return its address."""
    with psycopg.connect(f"{cluster.server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {like}".encode())
    return f"{cluster.server}/{name}"


def files_of(cluster: Cluster, url: str, *, own: bool = False) -> dict[str, bytes]:
    """Return every file of a database, by the name of its table or index, after everything was written down.

    ``own`` leaves the server's catalogue out: reading alone changes its pages.
    """
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CHECKPOINT")
        oid = _one(connection, "SELECT oid FROM pg_database WHERE datname = current_database()")
        named = connection.execute("SELECT pg_relation_filenode(oid)::text, relname FROM pg_class").fetchall()
    folder = cluster.data / "base" / str(oid)
    names: dict[str, str] = dict(named)
    return {
        names.get(path.name, path.name): path.read_bytes()
        for path in folder.iterdir()
        if path.is_file() and (not own or _is_own(path.name))
    }


def file_of(url: str, table: str) -> str:
    """Return the name of a table's file."""
    with psycopg.connect(url) as connection:
        return Path(str(_one(connection, f"SELECT pg_relation_filepath('{table}')"))).name


def log(cluster: Cluster) -> bytes:
    """Return the write-ahead log as it lies on disk."""
    return b"".join(
        path.read_bytes() for path in sorted((cluster.data / "pg_wal").iterdir()) if path.is_file()
    )


def log_end(cluster: Cluster) -> str:
    """Return the place where the next record of the log will stand."""
    with psycopg.connect(f"{cluster.server}/postgres") as connection:
        return str(_one(connection, "SELECT pg_current_wal_insert_lsn()"))


def records(cluster: Cluster, since: str) -> list[str]:
    """Return what was written into the log since a place: one line a record, without the server's own."""
    with psycopg.connect(f"{cluster.server}/postgres", autocommit=True) as connection:
        connection.execute("CHECKPOINT")  # everything written so far is on disk
    command = [cluster.programs / "pg_waldump", "-p", cluster.data / "pg_wal", "-s", since]
    # Not checked: it reads until there is no further record, and calls that an error.
    told = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False).stdout
    # Further lines of a record (a list of invalidated entries) begin without its head.
    heads = [line for line in told.splitlines() if line.startswith("rmgr: ")]
    return [line for line in heads if line.split()[1] not in _OF_THE_SERVER]


def _is_own(name: str) -> bool:
    number = re.match(r"\d+", name)
    return number is not None and int(number[0]) >= _FIRST_OWN


def _one(connection: "psycopg.Connection[tuple[object, ...]]", question: str) -> object:
    ((answer,),) = connection.execute(question.encode()).fetchall()
    return answer
