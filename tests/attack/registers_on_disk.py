"""The register on both databases: a file and its log, or a database on a server whose data directory can be read."""

import re
import secrets
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import psycopg
from psycopg.rows import dict_row

from tests.attack import cluster_files
from tests.attack.cluster import Cluster
from tests.attack.registers import Register, Row

_FRAME_HEAD, _LOG_HEAD = 24, 32
# A row's new version, as `pg_waldump` tells it: the places on the pages, the table's file, the page, the page before.
_MOVED = re.compile(
    r"UPDATE\S* .*?off:? (?P<old>\d+).*?off:? (?P<new>\d+).*?blkref #0: rel \S+/(?P<file>\d+) blk (?P<to>\d+)"
    r"(?:.*?blkref #1: rel \S+ blk (?P<from>\d+))?"
)
_ROLL = "conferences_rollentry"
_PLACE, _WRITER = "the row's place", "the row's transaction"


class SqliteRegister(Register):
    """A file and its log."""

    def __init__(self, folder: Path, migrated: Path) -> None:
        super().__init__(folder, "")
        self._path = folder / migrated.name
        shutil.copy(migrated, self._path)

    def tables(self) -> Iterator[tuple[str, list[Row]]]:
        with closing(sqlite3.connect(self._path)) as connection:
            connection.row_factory = sqlite3.Row
            names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            for (name,) in names:
                for order in ("", "ORDER BY rowid"):
                    rows = connection.execute(f'SELECT * FROM "{name}" {order}').fetchall()
                    yield f"{name} {order}".strip(), [dict(row) for row in rows]

    def files(self) -> dict[str, bytes]:
        return {
            path.name: path.read_bytes()
            for path in self.folder.glob("register.sqlite3*")
            if path.suffix != "-shm"
        }

    def written_since(self, copy: Mapping[str, bytes]) -> list[str]:
        return [name for name, content in self.files().items() if content != copy.get(name)]

    def at_the_doors(self) -> None:
        pass  # the log is empty at this moment

    def ticks(self) -> list[int]:
        """Cut the log after each commit, and see who has come by then."""
        content, log = self._path.read_bytes(), self._log().read_bytes()
        frame = _FRAME_HEAD + int.from_bytes(log[8:12])
        commits = [
            end
            for end in range(_LOG_HEAD + frame, len(log) + 1, frame)
            if any(log[end - frame + 4 : end - frame + 8])
        ]
        came: dict[int, None] = {}
        with tempfile.TemporaryDirectory() as folder:
            for end in commits:
                came |= dict.fromkeys(_present(Path(folder) / secrets.token_hex(4), content, log[:end]))
        return list(came)

    def _log(self) -> Path:
        return self._path.with_name("register.sqlite3-wal")


def _present(copy: Path, content: bytes, log: bytes) -> list[int]:
    copy.write_bytes(content)
    copy.with_name(f"{copy.name}-wal").write_bytes(log)
    with closing(sqlite3.connect(copy)) as connection:
        return [row[0] for row in connection.execute(f"SELECT person_id FROM {_ROLL} WHERE present")]


def _page_and_line(place: str) -> tuple[int, int]:
    page, line = place.strip("()").split(",")
    return int(page), int(line)


class PostgresRegister(Register):
    """A database on a server whose data directory can be read."""

    def __init__(self, folder: Path, cluster: Cluster, migrated: str) -> None:
        name = f"register_{secrets.token_hex(4)}"
        super().__init__(folder, cluster_files.database(cluster, name, like=migrated))
        self._cluster = cluster

    def tables(self) -> Iterator[tuple[str, list[Row]]]:
        with psycopg.connect(self.url, row_factory=dict_row) as connection:
            names = connection.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            ).fetchall()
            for name in (row["tablename"] for row in names):
                query = f'SELECT *, ctid AS "{_PLACE}", xmin::text::bigint AS "{_WRITER}" FROM "{name}"'
                rows = connection.execute(query.encode()).fetchall()
                yield name, [*rows]
                yield f"{name} by place", sorted(rows, key=lambda row: _page_and_line(str(row[_PLACE])))
                yield f"{name} by transaction", sorted(rows, key=lambda row: int(str(row[_WRITER])))

    def files(self) -> dict[str, bytes]:
        files = cluster_files.files_of(self._cluster, self.url)
        self._copied_at = cluster_files.log_end(self._cluster)
        return files | {"pg_wal": cluster_files.log(self._cluster)}

    def written_since(self, copy: Mapping[str, bytes]) -> list[str]:
        records = cluster_files.records(self._cluster, self._copied_at)
        tables = cluster_files.files_of(self._cluster, self.url, own=True)
        return records + [name for name, content in tables.items() if content != copy.get(name)]

    def at_the_doors(self) -> None:
        with psycopg.connect(self.url) as connection:
            rows = connection.execute(f"SELECT ctid::text, person_id FROM {_ROLL}".encode()).fetchall()
        self._places = {place.strip("()"): person for place, person in rows}
        self._since = cluster_files.log_end(self._cluster)

    def ticks(self) -> list[int]:
        """Follow each row of the roll from version to version."""
        places, file = dict(self._places), cluster_files.file_of(self.url, _ROLL)
        came: dict[int, None] = {}
        for record in cluster_files.records(self._cluster, self._since):
            moved = _MOVED.search(record)
            if moved is None or moved["file"] != file:
                continue
            person = places.pop(f"{moved['from'] or moved['to']},{moved['old']}")
            places[f"{moved['to']},{moved['new']}"] = person
            came[person] = None
        return list(came)
