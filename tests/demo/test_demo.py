"""One real conference with invented people, end to end, as a person would run it from the command line."""

import contextlib
import json
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyrage  # type: ignore[import-untyped]  # ships no annotations
import pytest

from guong import cli
from guong.ballots import polls
from guong.ballots.store import open_store
from guong.verify import command as verify

MOST_SECONDS = 20


def guong(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "guong.cli", *arguments], capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def played(folder: Path) -> dict[str, Any]:
    done = guong("demo", "--out", str(folder / "out"), "--no-serve", "--json")
    assert done.returncode == 0, done.stderr
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def test_one_school_plays_in_twenty_seconds(played: dict[str, Any]) -> None:
    print(f"seconds: {played['seconds']}, by stage: {played['stages']}, peak: {played['peak_rss_mb']} MB")
    assert played["seconds"] <= MOST_SECONDS


def test_both_programs_open_the_box_to_the_same_digest(played: dict[str, Any]) -> None:
    assert played["opening_digest"] == played["verify_digest"]


def test_the_pieces_of_paper_and_the_ballots_balance(played: dict[str, Any]) -> None:
    (school,) = played["rounds"]
    assert (
        school["signatures"]
        == school["drawn"] + school["paper_sets"] - school["exchanged"] - school["replaced"]
    )
    assert school["printed"] == school["drawn"] + school["left_over"]
    assert school["drawn"] == (
        school["device"] + school["exchanged"] + school["spoiled"] + school["not_returned"]
    )
    for subject in school["per_subject"]:
        assert (
            subject["device"] + subject["paper"] == subject["opened"] == subject["valid"] + subject["invalid"]
        )


def test_every_paper_named_is_there(played: dict[str, Any]) -> None:
    names = {Path(path).name for path in played["documents"]}
    assert {"bien-ban-kiem-phieu-s1.docx", "bien-ban-kiem-phieu-s1.pdf", "bang-tong-hop-s1.docx"} <= names
    assert all(Path(path).stat().st_size > 1000 for path in played["documents"])


def test_the_urn_holds_no_name_of_anybody_on_the_roll(played: dict[str, Any], folder: Path) -> None:
    register = sqlite3.connect(folder / "out" / "register.sqlite3")
    names = [name for (name,) in register.execute("SELECT printed_name FROM conferences_rollentry")]
    register.close()
    urn = (folder / "out" / "urn.sqlite3").read_bytes()
    assert len(names) == 100
    assert [name for name in names if name.encode() in urn] == []


def test_the_server_keeps_no_sealed_part_after_the_keys_are_destroyed(
    played: dict[str, Any], folder: Path
) -> None:
    (kept,) = (folder / "out" / "bundles").iterdir()
    assert sorted(path.name for path in kept.iterdir()) == ["public"]


def test_the_bundle_verifies_with_its_code(played: dict[str, Any]) -> None:
    assert verify.main([played["bundle"], "--expect", played["expect"]]) == 0


def test_the_bundle_fails_with_another_code(played: dict[str, Any]) -> None:
    assert verify.main([played["bundle"], "--expect", "0000 0000 0000 0000"]) != 0


def test_any_changed_added_or_missing_file_of_the_bundle_fails(
    played: dict[str, Any], tmp_path: Path
) -> None:
    bundle = Path(played["bundle"])
    for number, path in enumerate(sorted(entry for entry in bundle.rglob("*") if entry.is_file())):
        for act in ("change", "drop"):
            copy = tmp_path / f"{number}-{act}"
            shutil.copytree(bundle, copy)
            target = copy / path.relative_to(bundle)
            data = bytearray(target.read_bytes())
            data[len(data) // 2] ^= 1
            target.write_bytes(bytes(data)) if act == "change" else target.unlink()
            assert verify.main([str(copy), "--expect", played["expect"]]) != 0, (act, path)
    added = tmp_path / "added"
    shutil.copytree(bundle, added)
    (added / "public" / "extra.txt").write_text("x")
    assert verify.main([str(added), "--expect", played["expect"]]) != 0


def test_the_whole_conference_comes_back_from_a_backup_and_verifies(
    played: dict[str, Any], folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    identity = pyrage.x25519.Identity.generate()
    (tmp_path / "identity.txt").write_text(f"{identity}\n")
    backup, back = tmp_path / "backup.age", tmp_path / "back"
    monkeypatch.setenv("GUONG_DATA_DIR", str(folder / "out"))
    assert cli.main(["backup", "--out", str(backup), "--recipient", str(identity.to_public())]) == 0
    assert (
        cli.main(["restore", str(backup), "--identity", str(tmp_path / "identity.txt"), "--into", str(back)])
        == 0
    )
    (bundle,) = (back / "bundles").iterdir()
    assert verify.main([str(bundle / "public"), "--expect", played["expect"]]) == 0
    for table in ("conferences_rollentry", "papers_paperfile", "journal_entry"):
        assert rows(back, table) == rows(folder / "out", table) != []
    with contextlib.closing(open_store(f"sqlite:///{back / 'urn.sqlite3'}")) as store:
        figures = polls.figures(store, poll=bundle.name)
    assert isinstance(figures, polls.Figures)
    published = next((bundle / "public").rglob("hashes.txt")).read_text()
    assert [leaf.hex() in published for leaf in figures.leaves] == [True] * len(figures.leaves)


def rows(place: Path, table: str) -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(place / "register.sqlite3")) as register:
        return register.execute(f"SELECT * FROM {table}").fetchall()


def test_a_folder_with_data_is_left_alone(played: dict[str, Any], folder: Path) -> None:
    done = guong("demo", "--out", str(folder / "out"), "--no-serve")
    assert done.returncode == 2
    assert "Đề nghị chọn thư mục mới" in done.stderr
