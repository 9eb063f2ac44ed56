"""The folder that holds evidence files, under names that say nothing."""

import hashlib
import time
from collections.abc import Set
from pathlib import Path

from django.conf import settings

from guong.core.owner_file import write_durably
from guong.office.remediation.models import EvidenceFile

_DAY = 24 * 3600  # seconds; a file is written before its row, by an upload that may still be going on


def path_of(file: EvidenceFile) -> Path:
    """Return where a file lies; its name can't be guessed."""
    return _folder() / file.name


def store(file: EvidenceFile, data: bytes) -> Path:
    """Write a file durably, readable by its owner only, and return its path."""
    path = path_of(file)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_durably(path, data)
    return path


def load(file: EvidenceFile) -> bytes:
    """Return the bytes of a file. Raises ValueError where somebody changed them on disk."""
    data = path_of(file).read_bytes()
    if hashlib.sha256(data).hexdigest() != file.sha256:
        raise ValueError("a piece of evidence was changed on disk")
    return data


def remove(file: EvidenceFile) -> None:
    """Take the file away; safe to repeat."""
    path_of(file).unlink(missing_ok=True)


def remove_unknown(*, known: Set[str]) -> int:
    """Take away files older than a day that no row knows: an upload that failed at the end; return how many."""
    before = time.time() - _DAY
    lost = [path for path in _folder().glob("*") if path.name not in known and path.stat().st_mtime < before]
    for path in lost:
        path.unlink(missing_ok=True)
    return len(lost)


def _folder() -> Path:
    return Path(settings.GUONG_DATA_DIR) / "evidence"
