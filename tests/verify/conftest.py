"""Bundles and keys on disk for the verifier's tests."""

from collections.abc import Callable
from pathlib import Path

import pytest

from guong.verify.command import main
from tests.verify.writer import ARCHIVE_IDENTITY, World, answer, key_file

Run = Callable[..., tuple[int, str]]


def one_subject(voters: int = 12) -> World:
    """One school: `voters` phones with remarks, and two paper sheets."""
    world = World(["s1"], [])
    marks = ["111", "121", "234", "010", "444", "000"]
    world.device = [
        world.ballot(
            answer("s1", marks[number % 6], *([("unity", f"Ý {number % 4}")] if number % 3 == 0 else []))
        )
        for number in range(voters)
    ]
    world.paper = [("s1", world.ballot(answer("s1", "333"))), ("s1", world.ballot(answer("s1", "000")))]
    world.seal()
    world.count_anew()
    return world


def two_subjects(voters: int = 4, sheets: int = 2) -> World:
    """A ward with two heads: enough sheets for the first alone."""
    world = World(["s1", "s2"], [], poll="B0XB0XB0X0")
    world.device = [
        world.ballot(answer("s1", "123", ("other", "Tốt")), answer("s2", "321")) for _ in range(voters)
    ]
    world.paper = [("s1", world.ballot(answer("s1", "222"))) for _ in range(sheets)]
    world.seal()
    world.count_anew()
    return world


@pytest.fixture
def world() -> World:
    return one_subject()


@pytest.fixture
def keys(tmp_path: Path) -> list[str]:
    """The arguments that lend two of the three envelopes."""
    arguments = []
    for number in (0, 2):
        path = tmp_path / f"key{number}.txt"
        path.write_text(key_file(number), encoding="utf-8")
        arguments += ["--key", str(path)]
    return arguments


@pytest.fixture
def archive_key(tmp_path: Path) -> list[str]:
    path = tmp_path / "archive-key.txt"
    path.write_text(f"# khoá lưu phiếu\n{ARCHIVE_IDENTITY}\n", encoding="utf-8")
    return ["--archive-key", str(path)]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Call the command; gives its exit code and everything it printed."""

    def call(*arguments: object) -> tuple[int, str]:
        code = main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return code, printed.out + printed.err

    return call
