"""Both rounds with one conference each, end to end, as a person would run them from the command line."""

import contextlib
import shutil
from pathlib import Path
from typing import Any

import pyrage  # type: ignore[import-untyped]  # ships no annotations
import pytest

from guong import cli
from guong.ballots import polls
from guong.ballots.store import open_store
from guong.core.questionnaire import official
from guong.verify import command as verify
from tests.demo.played import balances, guong, rows

FORMS = {"schools": official("school_head"), "wards": official("ward_head")}
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("demo")]


def test_both_programs_open_all_boxes_to_the_same_digest(played: dict[str, Any]) -> None:
    assert played["opening_digest"] == played["verify_digest"]


def test_the_pieces_of_paper_and_the_ballots_balance(played: dict[str, Any]) -> None:
    assert [entry["key"] for entry in played["rounds"]] == ["schools", "wards"]
    assert all(balances(entry) for entry in played["rounds"])


def test_a_ward_asks_about_two_people_in_one_sitting(played: dict[str, Any]) -> None:
    _, wards = played["rounds"]
    first, second = wards["per_subject"]
    assert (wards["conferences"], wards["subjects"]) == (1, 2)
    assert first["device"] == second["device"] == wards["device"]
    assert second["invalid"] > first["invalid"]


def test_every_paper_sheet_is_scanned_and_only_torn_ones_are_keyed(played: dict[str, Any]) -> None:
    for entry in played["rounds"]:
        scanned, sheets = entry["scanned"], sum(one["paper"] for one in entry["per_subject"])
        assert scanned["sheets"] + scanned["set_aside"] == sheets > 0
        assert scanned["set_aside"] == entry["subjects"]


def test_every_row_that_was_read_says_what_the_invented_hand_meant(played: dict[str, Any]) -> None:
    for entry in played["rounds"]:
        scanned = entry["scanned"]
        rows = scanned["rows_read"] + scanned["rows_to_people"]
        assert rows == scanned["sheets"] * len(FORMS[entry["key"]].items)
        assert scanned["rows_wrong"] == 0
        assert scanned["rows_read"] > scanned["rows_to_people"] > 0


def test_every_document_named_is_there(played: dict[str, Any]) -> None:
    assert all(Path(path).stat().st_size > 1000 for path in played["documents"])


def test_the_urn_holds_no_name_of_anybody_on_a_roll(played: dict[str, Any], folder: Path) -> None:
    names = [name for (name,) in rows(folder / "out", "SELECT printed_name FROM conferences_rollentry")]
    urn = (folder / "out" / "urn.sqlite3").read_bytes()
    assert len(names) > sum(entry["signatures"] for entry in played["rounds"]) - 1
    assert [name for name in names if str(name).encode() in urn] == []


def test_the_server_keeps_no_sealed_ballot_after_the_keys_are_destroyed(
    played: dict[str, Any], folder: Path
) -> None:
    kept = list((folder / "out" / "bundles").iterdir())
    assert len(kept) == 2
    assert all(sorted(path.name for path in one.iterdir()) == ["public"] for one in kept)


def test_one_bundle_holds_the_draw_and_the_polls_of_both_rounds(played: dict[str, Any]) -> None:
    public = Path(played["bundle"], "public")
    assert len(list((public / "draws").iterdir())) == 1
    assert len(list((public / "polls").iterdir())) == 2


def test_the_code_of_the_bundle_stands_in_the_minutes_of_the_last_round(
    played: dict[str, Any], folder: Path
) -> None:
    codes = rows(
        folder / "out",
        "SELECT code FROM counting_bundle JOIN conferences_conference c ON c.id = conference_id "
        "WHERE c.questionnaire_key = 'ward_head'",
    )
    assert codes == [(played["expect"],)]


def test_the_bundle_verifies_with_its_code(played: dict[str, Any]) -> None:
    assert verify.main([played["bundle"], "--expect", played["expect"]]) == 0


def test_the_bundle_verifies_with_the_keys_of_both_rounds(played: dict[str, Any], folder: Path) -> None:
    files = [folder / "out" / "keys" / f"key-{name}-{n}.txt" for name in ("truong", "phuong") for n in (2, 3)]
    keys = [word for path in files for word in ("--key", str(path))]
    assert verify.main([played["bundle"], "--expect", played["expect"], *keys]) == 0


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


def test_the_whole_campaign_comes_back_from_a_backup_and_verifies(
    played: dict[str, Any], folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    identity = pyrage.x25519.Identity.generate()
    (tmp_path / "identity.txt").write_text(f"{identity}\n")
    backup, back = tmp_path / "backup.age", tmp_path / "back"
    monkeypatch.setenv("GUONG_DATA_DIR", str(folder / "out"))
    assert cli.main(["backup", "--out", str(backup), "--recipient", str(identity.to_public())]) == 0
    given = ["restore", str(backup), "--identity", str(tmp_path / "identity.txt"), "--into", str(back)]
    assert cli.main(given) == 0
    published = [one / "public" for one in (back / "bundles").iterdir()]
    assert 0 in [verify.main([str(one), "--expect", played["expect"]]) for one in published]
    for table in ("conferences_rollentry", "papers_paperfile", "journal_entry"):
        query = f"SELECT * FROM {table}"
        assert rows(back, query) == rows(folder / "out", query) != []
    with contextlib.closing(open_store(f"sqlite:///{back / 'urn.sqlite3'}")) as store:
        for poll in Path(played["bundle"], "public", "polls").iterdir():
            figures = polls.figures(store, poll=poll.name)
            assert isinstance(figures, polls.Figures)
            listed = (poll / "hashes.txt").read_text()
            assert [leaf.hex() in listed for leaf in figures.leaves] == [True] * len(figures.leaves)


def test_a_folder_with_data_is_left_alone(played: dict[str, Any], folder: Path) -> None:
    done = guong("demo", "--out", str(folder / "out"), "--no-serve")
    assert done.returncode == 2
    assert "Đề nghị chọn thư mục mới" in done.stderr
