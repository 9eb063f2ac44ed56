"""The receipt key is made once and never silently replaced."""

from pathlib import Path

import pytest

from guong.ballots.receipts import load_or_create


def test_the_key_is_made_once_and_belongs_to_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "receipt.key"
    first = load_or_create(path)
    assert load_or_create(path).private_bytes_raw() == first.private_bytes_raw()
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_damaged_key_file_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "receipt.key"
    path.write_bytes(b"short")
    with pytest.raises(ValueError, match="32 bytes"):
        load_or_create(path)
