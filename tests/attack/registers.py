"""The register as a thief finds it: every table in every order that its files keep, the files, the write-ahead log."""

import json
import os
import re
import secrets
import sqlite3
import subprocess
import sys
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from tests.attack import cluster_files
from tests.attack.cluster import Cluster

PROGRAM = Path(__file__).with_name("register_hall.py")
Row = Mapping[str, object]
_FRAME_HEAD, _LOG_HEAD = 24, 32
# A row's new version, as `pg_waldump` tells it: the places on the pages, the table's file, the page, the page before.
_MOVED = re.compile(
    r"UPDATE\S* .*?off:? (?P<old>\d+).*?off:? (?P<new>\d+).*?blkref #0: rel \S+/(?P<file>\d+) blk (?P<to>\d+)"
    r"(?:.*?blkref #1: rel \S+ blk (?P<from>\d+))?"
)
_ROLL = "conferences_rollentry"


@dataclass(frozen=True)
class Moment:
    """The truth at a moment of a conference; people are numbers in the order of the roll.

    ``rows`` and ``written`` are the opened marks and remarks in the order of archive and result, empty before.
    """

    moment: str
    names: list[str]
    people: list[int]
    marks: list[str]
    remarks: list[str]
    check_in: list[int]
    cast: list[int]
    rows: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)

    def owner(self, text: str) -> int:
        """Whose these marks or this remark are."""
        return (self.marks + self.remarks).index(text) % len(self.names)


@dataclass(frozen=True)
class Copy:
    """A thief's copy: each table with its rows, once for each order that the database can be asked for, and the files."""

    tables: list[tuple[str, list[Row]]]
    files: dict[str, bytes]


class Register(ABC):
    """A register that conferences are played on; `played` starts its program."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.url = folder, url

    @abstractmethod
    def tables(self) -> Iterator[tuple[str, list[Row]]]:
        """Return each table with its rows, once for each order that the database can be asked for."""

    @abstractmethod
    def files(self) -> dict[str, bytes]:
        """Return the files of the tables as they lie on disk, and the write-ahead log."""

    def copy(self) -> Copy:
        """Take everything."""
        return Copy(list(self.tables()), self.files())

    @abstractmethod
    def at_the_doors(self) -> None:
        """Remember the state before the first comes, as a thief with a copy does."""

    @abstractmethod
    def ticks(self) -> list[int]:
        """Return the people of the roll in the order of their ticks, as the write-ahead log tells it."""

    @abstractmethod
    def written_since(self, copy: Mapping[str, bytes]) -> list[str]:
        """Return what has been written since these `files` were copied: files of tables, records of the log."""

    @contextmanager
    def played(self, manner: str = "careful") -> Iterator["Play"]:
        """Run the program inside the block."""
        environment = {
            "DJANGO_SETTINGS_MODULE": "tests.office_settings",
            "GUONG_DATA_DIR": str(self.folder),
            "GUONG_REGISTER_URL": self.url,
            "GUONG_URN_URL": "",
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        with subprocess.Popen(
            [sys.executable, str(PROGRAM), manner],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | environment,
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            yield Play(process)
            process.stdin.close()


class Play:
    """The running program."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._orders, self._told = process.stdin, process.stdout

    def conference(self, seed: int) -> Iterator[Moment]:
        """Play one conference; nothing goes on while the caller looks at a moment."""
        print(seed, file=self._orders, flush=True)
        moment = ""
        while moment != "counted":
            told: dict[str, Any] = json.loads(self._told.readline())
            moment = told["moment"]
            yield Moment(**told)
            print(file=self._orders, flush=True)


class SqliteRegister(Register):
    """A file and its log."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, "")
        self._path = folder / "register.sqlite3"

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


class PostgresRegister(Register):
    """A database on a server whose data directory can be read."""

    def __init__(self, folder: Path, cluster: Cluster) -> None:
        super().__init__(folder, cluster_files.database(cluster, f"register_{secrets.token_hex(4)}"))
        self._cluster = cluster

    def tables(self) -> Iterator[tuple[str, list[Row]]]:
        with psycopg.connect(self.url, row_factory=psycopg.rows.dict_row) as connection:
            names = connection.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            ).fetchall()
            for name in (row["tablename"] for row in names):
                for order in ("", "ORDER BY ctid", "ORDER BY xmin::text::bigint"):
                    rows = connection.execute(f'SELECT * FROM "{name}" {order}'.encode()).fetchall()
                    yield f"{name} {order}".strip(), [*rows]

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


def first_named(rows: Sequence[Row], words: Mapping[str, int], people: Mapping[int, int]) -> list[int]:
    """Whose each row is, by a name in it or by a reference to the person, each once, in the order of the rows."""
    found: dict[int, None] = {}
    for row in rows:
        text = "\n".join(str(value) for value in row.values())
        named = [voter for word, voter in words.items() if word in text]
        named += [
            people[value]
            for column, value in row.items()
            if column.endswith("person_id") and isinstance(value, int) and value in people
        ]
        if len(set(named)) == 1:
            found[named[0]] = None
    return list(found)
