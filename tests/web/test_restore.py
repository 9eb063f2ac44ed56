"""What is refused at a restore leaves nothing behind: wrong key, damage, forgery, a used folder, a full disk."""

import io
import sys
import tarfile
from pathlib import Path

import pyrage  # type: ignore[import-untyped]  # ships no annotations
import pytest

from guong.core.outcome import Refused
from guong.web.backup_archive import Pieces, tar_pieces
from guong.web.restoring import restore
from tests.web.backups import Keys, made, new_keys, restored, room_for


def left_over(folder: Path) -> list[str]:
    """What a refused act may have left: hidden files and folders beside its target."""
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def refused_restore(backup: Path, keys: Keys, into: Path) -> Refused:
    outcome = restore(backup=backup, identity=keys.identity, into=into)
    assert isinstance(outcome, Refused)
    assert left_over(into.parent) == []
    return outcome


def test_another_key_opens_nothing(data: Path, keys: Keys, tmp_path: Path) -> None:
    made(data, tmp_path / "backup.age", keys)
    refused = refused_restore(tmp_path / "backup.age", new_keys(tmp_path, "other.txt"), tmp_path / "back")
    assert refused.reason == "wrong_identity"
    assert not (tmp_path / "back").exists()


@pytest.mark.parametrize("text", ["", "# nothing\n", "AGE-SECRET-KEY-1WRONG\n", "age1only\n"])
def test_a_file_without_a_secret_key_is_named_as_such(
    data: Path, keys: Keys, tmp_path: Path, text: str
) -> None:
    made(data, tmp_path / "backup.age", keys)
    keys.identity.write_text(text)
    assert refused_restore(tmp_path / "backup.age", keys, tmp_path / "back").reason == "no_identity"


@pytest.mark.parametrize("part", [0, 0.001, 0.1, 0.5, 0.9, 0.999999])
def test_a_copy_cut_short_restores_nothing(data: Path, keys: Keys, tmp_path: Path, part: float) -> None:
    whole = made(data, tmp_path / "backup.age", keys).path.read_bytes()
    (tmp_path / "cut.age").write_bytes(whole[: int(len(whole) * part)])
    assert refused_restore(tmp_path / "cut.age", keys, tmp_path / "back").reason == "damaged"
    assert not (tmp_path / "back").exists()


@pytest.mark.parametrize("part", [0.0005, 0.3, 0.7, 0.999])
def test_a_copy_with_one_changed_byte_restores_nothing(
    data: Path, keys: Keys, tmp_path: Path, part: float
) -> None:
    sealed = bytearray(made(data, tmp_path / "backup.age", keys).path.read_bytes())
    sealed[int(len(sealed) * part)] ^= 1
    (tmp_path / "changed.age").write_bytes(sealed)
    refused = refused_restore(tmp_path / "changed.age", keys, tmp_path / "back")
    assert refused.reason in {"damaged", "wrong_identity"}
    assert not (tmp_path / "back").exists()


@pytest.mark.parametrize(
    "name", ["../escaped", "/escaped", "papers/../../escaped", "keys/key-1.txt", "papers/.hidden"]
)
def test_a_forged_copy_writes_nowhere_else(keys: Keys, tmp_path: Path, name: str) -> None:
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w") as archive:
        archive.addfile(tarfile.TarInfo(name), io.BytesIO())
    recipient = pyrage.x25519.Recipient.from_str(keys.recipient)
    (tmp_path / "forged.age").write_bytes(pyrage.encrypt(plain.getvalue(), [recipient]))
    assert refused_restore(tmp_path / "forged.age", keys, tmp_path / "back").reason == "damaged"
    assert not (tmp_path / "escaped").exists()


def test_a_copy_whose_databases_are_garbage_restores_nothing(keys: Keys, tmp_path: Path) -> None:
    members = [("register.sqlite3", b"garbage" * 999), ("urn.sqlite3", b"garbage" * 999)]
    plain = Pieces(tar_pieces(iter(members), {}))
    recipient = pyrage.x25519.Recipient.from_str(keys.recipient)
    with (tmp_path / "forged.age").open("wb") as file:
        pyrage.encrypt_io(plain, file, [recipient])
    assert refused_restore(tmp_path / "forged.age", keys, tmp_path / "back").reason in {
        "damaged",
        "not_written",
    }


def test_a_folder_with_data_is_left_alone(data: Path, keys: Keys, tmp_path: Path) -> None:
    made(data, tmp_path / "backup.age", keys)
    before = {path.name: path.stat().st_mtime_ns for path in data.iterdir()}
    assert refused_restore(tmp_path / "backup.age", keys, data).reason == "not_empty"
    assert {path.name: path.stat().st_mtime_ns for path in data.iterdir()} == before


def test_an_empty_folder_that_is_there_already_is_fine(data: Path, keys: Keys, tmp_path: Path) -> None:
    made(data, tmp_path / "backup.age", keys)
    (tmp_path / "back").mkdir()
    restored(tmp_path / "backup.age", keys, tmp_path / "back")
    assert (tmp_path / "back" / "urn.sqlite3").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files, which Windows lacks")
@pytest.mark.parametrize("size", [0, 1000, 150_000])
def test_a_full_disk_leaves_no_half_of_a_restored_folder(
    data: Path, keys: Keys, tmp_path: Path, size: int
) -> None:
    made(data, tmp_path / "backup.age", keys)
    with room_for(size):
        refused = refused_restore(tmp_path / "backup.age", keys, tmp_path / "back")
    assert refused.reason == "not_written"
    assert not (tmp_path / "back").exists()
