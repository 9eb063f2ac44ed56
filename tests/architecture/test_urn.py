"""The urn's schema can't remember when or in what order (DESIGN §2, §4.8)."""

from pathlib import Path

import pytest

from tests.architecture.plant import Rule, plant
from tests.architecture.tree import ROOT
from tests.architecture.urn import (
    calendars,
    made_tables_with_row_ids,
    remembering_columns,
    tables_with_row_ids,
)

RULES = [calendars, made_tables_with_row_ids, remembering_columns, tables_with_row_ids]
SQLITE = "src/guong/ballots/schema/sqlite_001.sql"
POSTGRES = "src/guong/ballots/schema/postgresql_001.sql"
HONEST = "-- no date, no serial\nCREATE TABLE slot (key BLOB PRIMARY KEY, state TEXT NOT NULL) WITHOUT ROWID, STRICT;\n"


@pytest.mark.parametrize("rule", RULES)
def test_the_tree_keeps_the_rule(rule: Rule) -> None:
    assert list(rule(ROOT)) == []


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (
            remembering_columns,
            SQLITE,
            "CREATE TABLE slot (key BLOB PRIMARY KEY, cast_at TEXT) WITHOUT ROWID;",
        ),
        (
            remembering_columns,
            SQLITE,
            "CREATE TABLE slot (key BLOB PRIMARY KEY, seen DATETIME) WITHOUT ROWID;",
        ),
        (remembering_columns, SQLITE, "CREATE TABLE slot (key INTEGER PRIMARY KEY AUTOINCREMENT);"),
        (remembering_columns, POSTGRES, "CREATE TABLE slot (key bigserial PRIMARY KEY);"),
        (remembering_columns, POSTGRES, "CREATE TABLE slot (key int GENERATED ALWAYS AS IDENTITY);"),
        (remembering_columns, POSTGRES, "CREATE SEQUENCE casts;"),
        (remembering_columns, POSTGRES, "CREATE TABLE slot (key bytea, seen timestamptz DEFAULT now());"),
        (tables_with_row_ids, SQLITE, HONEST + "CREATE TABLE poll (key BLOB PRIMARY KEY);"),
        (
            tables_with_row_ids,
            SQLITE,
            "CREATE TABLE IF NOT EXISTS poll (key BLOB PRIMARY KEY /* WITHOUT ROWID */);",
        ),
        (made_tables_with_row_ids, SQLITE, HONEST + "CREATE TABLE poll (key BLOB PRIMARY KEY);"),
        (calendars, "src/guong/ballots/casting.py", "from datetime import datetime"),
        (calendars, "src/guong/ballots/casting.py", "from time import time"),
    ],
)
def test_the_rule_bites(rule: Rule, path: str, text: str, tmp_path: Path) -> None:
    plant(tmp_path, path, text)
    assert list(rule(tmp_path)) != []


@pytest.mark.parametrize("rule", RULES)
def test_the_rule_leaves_an_honest_schema_alone(rule: Rule, tmp_path: Path) -> None:
    plant(tmp_path, SQLITE, HONEST)
    plant(tmp_path, POSTGRES, "CREATE TABLE slot (key bytea PRIMARY KEY, state text NOT NULL);")
    assert list(rule(tmp_path)) == []
