"""The register as a thief finds it: every table in every order that its files keep, the files, the write-ahead log."""

import json
import os
import subprocess
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PROGRAM = Path(__file__).with_name("register_hall.py")
Row = Mapping[str, object]


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


def environment_of(folder: Path, url: str) -> dict[str, str]:
    """What a program of the office must be told to use this register; without ``url`` it is a file in the folder."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.office_settings",
        "GUONG_DATA_DIR": str(folder),
        "GUONG_REGISTER_URL": url,
        "GUONG_URN_URL": "",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }


def migrate(folder: Path, url: str) -> None:
    """Make the register's tables, once for all attacks: it takes longer than a conference."""
    command = [sys.executable, "-m", "django", "migrate", "--verbosity", "0"]
    subprocess.run(command, env=environment_of(folder, url), check=True)


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
        with subprocess.Popen(
            [sys.executable, str(PROGRAM), manner],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment_of(self.folder, self.url),
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
