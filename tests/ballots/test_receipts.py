"""The receipt key is made once and never silently replaced."""

import os
from pathlib import Path

import pytest

from guong.ballots.receipts import load_or_create


def test_the_key_is_made_once_and_belongs_to_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "receipt.key"
    first = load_or_create(path)
    assert load_or_create(path).private_bytes_raw() == first.private_bytes_raw()
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_crash_before_the_key_is_on_the_disk_leaves_nothing_in_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "receipt.key"

    def crash(handle: int) -> None:
        raise OSError(5, "the power went")

    with monkeypatch.context() as dying:
        dying.setattr(os, "fsync", crash)
        with pytest.raises(OSError, match="power"):
            load_or_create(path)
    assert list(tmp_path.iterdir()) == []
    assert load_or_create(path).private_bytes_raw() == path.read_bytes()
    assert list(tmp_path.iterdir()) == [path]


def test_two_programs_that_start_together_have_one_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, flush = tmp_path / "receipt.key", os.fsync
    others: list[bytes] = []

    def other_comes_first(handle: int) -> None:
        monkeypatch.setattr(os, "fsync", flush)
        others.append(load_or_create(path).private_bytes_raw())

    monkeypatch.setattr(os, "fsync", other_comes_first)
    assert [load_or_create(path).private_bytes_raw()] == others


def test_a_disk_without_hard_links_keeps_a_key_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(source: Path, name: Path) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    path = tmp_path / "receipt.key"
    assert load_or_create(path).private_bytes_raw() == load_or_create(path).private_bytes_raw()


def test_a_damaged_key_file_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "receipt.key"
    path.write_bytes(b"short")
    with pytest.raises(ValueError, match="32 bytes"):
        load_or_create(path)
