"""A7: the urn has no column, counter or setting that could remember when, or in which order."""

import re
import sqlite3
from contextlib import closing

import psycopg
import pytest

from tests.attack.grounds import Ground, PostgresGround, SqliteGround

TABLES = {"schema_version", "poll", "slot", "paper_slot"}
TYPES = {"text", "blob", "bytea", "integer", "smallint"}
NAMES = re.compile(r"time|date|created|updated|serial|number|order|_at$|_on$|person|name|address|agent|ip$")


def suspects_sqlite(path: str) -> list[str]:
    """What in a SQLite file remembers an order: row ids, counters, dates, defaults, foreign tables and indexes."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [
            (name, without_rowid)
            for _, name, _, _, without_rowid, _ in connection.execute("PRAGMA table_list")
            if not name.startswith("sqlite_")
        ]
        found = [f"{name} has row ids" for name, without_rowid in tables if not without_rowid]
        found += [f"{name} is unknown" for name, _ in tables if name not in TABLES]
        for table, _ in tables:
            for _, name, kind, _, default, _ in connection.execute(f"PRAGMA table_info({table})"):
                found += _column(table, name, kind.lower(), default)
        found += [
            f"{name} counts"
            for name, statement in connection.execute("SELECT name, coalesce(sql, '') FROM sqlite_master")
            if "autoincrement" in statement.lower() or name == "sqlite_sequence"
        ]
    return found


def suspects_postgresql(url: str) -> list[str]:
    """The same in PostgreSQL: sequences, identities, defaults, dates, commit timestamps."""
    with psycopg.connect(url) as connection:
        columns = connection.execute(
            "SELECT table_name, column_name, data_type, column_default, is_identity FROM information_schema.columns "
            "WHERE table_schema = 'public'"
        ).fetchall()
        sequences = connection.execute("SELECT sequencename FROM pg_sequences").fetchall()
        timestamps = connection.execute("SHOW track_commit_timestamp").fetchall()
    found = [f"{table} is unknown" for table in {row[0] for row in columns} - TABLES]
    for table, name, kind, default, identity in columns:
        found += _column(table, name, kind, default)
        found += [f"{table}.{name} counts"] if identity == "YES" else []
    found += [f"{name} counts" for (name,) in sequences]
    return found + ([] if timestamps == [("off",)] else ["commits are timed"])


def _column(table: str, name: str, kind: str, default: object) -> list[str]:
    found = []
    if kind not in TYPES:
        found.append(f"{table}.{name} is {kind}")
    if default is not None:
        found.append(f"{table}.{name} fills itself")
    if NAMES.search(name):
        found.append(f"{table}.{name} is called so")
    return found


def suspects(ground: Ground) -> list[str]:
    if isinstance(ground, SqliteGround):
        return suspects_sqlite(ground.url.removeprefix("sqlite:///"))
    assert isinstance(ground, PostgresGround)
    return suspects_postgresql(ground.url)


def test_the_urn_remembers_no_time_and_no_order(ground: Ground) -> None:
    assert suspects(ground) == []


@pytest.mark.parametrize(
    "careless",
    [
        "CREATE TABLE ballot (id integer PRIMARY KEY, marks text)",
        "CREATE TABLE ballot (marks text, cast_at timestamp)",
        "CREATE TABLE ballot (marks text DEFAULT CURRENT_TIMESTAMP)",
        "ALTER TABLE slot ADD COLUMN seen date",
        "ALTER TABLE slot ADD COLUMN person text",
    ],
)
def test_positive_control_a_schema_that_does_is_caught(ground: Ground, careless: str) -> None:
    ground.run([(careless, ())])
    assert suspects(ground)


def test_positive_control_a_counter_is_caught(ground: Ground) -> None:
    counters = {
        SqliteGround: "CREATE TABLE ballot (id integer PRIMARY KEY AUTOINCREMENT)",
        PostgresGround: "CREATE TABLE ballot (id serial PRIMARY KEY)",
    }
    ground.run([(counters[type(ground)], ())])
    assert any("counts" in suspect for suspect in suspects(ground))
