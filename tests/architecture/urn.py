"""What the urn must not be able to remember (DESIGN §2, §4.8): dates, order, row ids."""

import ast
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.office import imported_modules
from tests.architecture.tree import committed, sources

BALLOTS = Path("src/guong/ballots")
REMEMBERS_TIME = re.compile(
    r"\b(date|time|timetz|timestamp|timestamptz|datetime|interval|now|julianday|unixepoch|strftime|current_\w+"
    r"|clock_timestamp|\w+_(?:at|on|date|time|since|until))\b",
    re.IGNORECASE,
)
REMEMBERS_ORDER = re.compile(
    r"\b(autoincrement|(?:small|big)?serial\d?|sequence|nextval|identity|(?<!without )rowid|oid|ctid|xmin)\b",
    re.IGNORECASE,
)
COMMENT = re.compile(r"--[^\n]*|/\*.*?\*/", re.DOTALL)
CREATE_TABLE = re.compile(r"create\s+(?:\w+\s+)*?table\b.*?;", re.IGNORECASE | re.DOTALL)


def remembering_columns(root: Path) -> Iterator[str]:
    """Words in the urn's schema that keep a moment or an order."""
    for path, statements in _schemas(root):
        for pattern in (REMEMBERS_TIME, REMEMBERS_ORDER):
            for match in pattern.finditer(statements):
                yield f"{path}: '{match.group()}'"


def tables_with_row_ids(root: Path) -> Iterator[str]:
    """SQLite tables that SQLite would number, judged by the text of each statement."""
    for path, statements in _schemas(root):
        for statement in CREATE_TABLE.findall(statements) if _is_sqlite(path) else ():
            if not re.search(r"\)[^)]*\bwithout\s+rowid\b[^)]*;$", statement, re.IGNORECASE):
                yield f"{path}: {' '.join(statement.split())[:60]}"


def made_tables_with_row_ids(root: Path) -> Iterator[str]:
    """The same, asked of SQLite itself after running the schema."""
    urn = sqlite3.connect(":memory:")
    try:
        for path, statements in _schemas(root):
            if _is_sqlite(path):
                urn.executescript(statements)
        for _, name, kind, _, without_rowid, _ in urn.execute("PRAGMA table_list"):
            if kind == "table" and not name.startswith("sqlite_") and not without_rowid:
                yield f"{name} keeps row ids"
    finally:
        urn.close()


def calendars(root: Path) -> Iterator[str]:
    """Modules of the nameless wing that know a calendar: polls know states, deadlines live in the register."""
    for source in sources(root, BALLOTS):
        for node in ast.walk(source.tree):
            for module in imported_modules(node):
                if module.split(".")[0] in {"datetime", "calendar", "zoneinfo"} or module in {
                    "time.time",
                    "uuid.uuid1",
                }:
                    yield f"{source.path}:{getattr(node, 'lineno', 0)} {module}"


def _schemas(root: Path) -> Iterator[tuple[Path, str]]:
    for path in committed(root):
        if path.suffix == ".sql" and path.is_relative_to(BALLOTS):
            yield path, COMMENT.sub(" ", (root / path).read_text("utf-8"))


def _is_sqlite(path: Path) -> bool:
    return "postgres" not in str(path.relative_to(BALLOTS))
