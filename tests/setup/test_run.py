"""run.py: what it needs, what it says, what it keeps (DESIGN §9)."""

import ast
import re
import socket
import sys
from pathlib import Path

import pytest

import run
from scripts import set_up

ROOT = Path(__file__).resolve().parents[2]
STANDARD_LIBRARY_ONLY = ["run.py", "scripts/__init__.py", "scripts/catalogue.py", "scripts/set_up.py"]


@pytest.mark.parametrize("name", STANDARD_LIBRARY_ONLY)
def test_an_old_python_can_read_it(name: str) -> None:
    ast.parse((ROOT / name).read_text("utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize("name", STANDARD_LIBRARY_ONLY)
def test_it_needs_the_standard_library_only(name: str) -> None:
    tree = ast.parse((ROOT / name).read_text("utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names | {"scripts"}


def test_an_old_python_hears_the_line_that_mends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    said = run.missing_python((3, 9), has_venv=True)
    assert "cần Python 3.11 trở lên" in said
    assert "needs Python 3.11 or newer" in said
    assert "sudo apt-get install -y python3.11 python3.11-venv" in said


@pytest.mark.parametrize(
    ("system", "line"),
    [
        ("linux", "sudo apt-get install -y python3.12-venv"),
        ("win32", "winget install --force Python.Python.3.12"),
        ("darwin", "brew reinstall python@3.12"),
    ],
)
def test_a_python_without_venv_hears_the_line_that_mends_it(
    system: str, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert line in run.missing_python((3, 12), has_venv=False)


def test_a_good_python_hears_nothing() -> None:
    assert run.missing_python((3, 11), has_venv=True) == ""


def test_a_taken_port_is_passed_over() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert run.free_port(port) > port


def test_a_fingerprint_follows_contents_and_leaves_downloads_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(set_up, "ROOT", tmp_path)
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "a.js").write_text("1", encoding="utf-8")
    first = set_up.fingerprint(tmp_path)
    (tmp_path / "node_modules" / "b.js").write_text("2", encoding="utf-8")
    assert set_up.fingerprint(tmp_path) == first
    (tmp_path / "a.js").write_text("2", encoding="utf-8")
    assert set_up.fingerprint(tmp_path) != first


def test_a_finished_step_is_remembered_until_its_inputs_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(set_up, "STAMPS", tmp_path / "stamps.json")
    assert not set_up.is_done("base", "one")
    set_up.mark_done("base", "one")
    set_up.mark_done("dev", "two")
    assert set_up.is_done("base", "one")
    assert not set_up.is_done("base", "other")


@pytest.fixture
def demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in `guong` that leaves a register behind and counts how often it played."""
    program = tmp_path / "guong"
    program.write_text('#!/bin/sh\nmkdir -p "$3" && echo played >> "$3/register.sqlite3"\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(run, "venv_program", lambda name: program)
    monkeypatch.setattr(run, "DATA", tmp_path / "data" / "demo")
    monkeypatch.setattr(run, "READY", tmp_path / "data" / "demo.ready")
    return tmp_path / "data"


posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in program is a shell script")


@posix
def test_the_demo_is_played_once_and_its_data_kept(demo: Path) -> None:
    run.play_demo()
    run.play_demo()
    assert (demo / "demo" / "register.sqlite3").read_text("utf-8") == "played\n"


@posix
def test_an_interrupted_play_is_set_aside_and_played_again(demo: Path) -> None:
    (demo / "demo").mkdir(parents=True)
    (demo / "demo" / "register.sqlite3").write_text("half\n", encoding="utf-8")
    run.play_demo()
    assert (demo / "demo" / "register.sqlite3").read_text("utf-8") == "played\n"
    assert [file.read_text("utf-8") for file in demo.glob("demo-unfinished-*/register.sqlite3")] == ["half\n"]


def test_every_make_target_calls_a_command_of_run_py() -> None:
    called = set(re.findall(r"run\.py (\w+)", (ROOT / "Makefile").read_text("utf-8")))
    assert called
    assert called <= run.COMMANDS


def test_an_unknown_command_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["tset"]) == 2
    assert "run.py test" in capsys.readouterr().out
