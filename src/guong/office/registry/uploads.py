"""Uploaded workbooks between preview and confirmation: one file an officer, gone after a day or when imported."""

import hashlib
import os
import time
from pathlib import Path

from django.conf import settings

GONE = "Tệp đã tải lên không còn nữa. Đồng chí chọn lại tệp."
_KEPT = 24 * 3600  # seconds


def keep(*, officer_key: str, data: bytes) -> str:
    """Keep an upload in place of the officer's last one and return its fingerprint (64 hexadecimal digits)."""
    folder = _folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for old in folder.iterdir():
        if old.stat().st_mtime < time.time() - _KEPT:
            old.unlink(missing_ok=True)
    path = folder / f"{officer_key}.xlsx"
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(data)
    return hashlib.sha256(data).hexdigest()


def kept(*, officer_key: str, fingerprint: str) -> bytes | None:
    """Return the officer's upload if it still is the one with this fingerprint."""
    path = _folder() / f"{officer_key}.xlsx"
    data = path.read_bytes() if path.exists() else b""
    return data if data and hashlib.sha256(data).hexdigest() == fingerprint else None


def forget(*, officer_key: str) -> None:
    """Remove the officer's upload."""
    (_folder() / f"{officer_key}.xlsx").unlink(missing_ok=True)


def _folder() -> Path:
    return Path(settings.GUONG_DATA_DIR) / "uploads"
