"""The folder that holds evidence files, under names that say nothing."""

import hashlib
from pathlib import Path

from django.conf import settings

from guong.core.owner_file import write_durably
from guong.office.remediation.models import EvidenceFile


def path_of(file: EvidenceFile) -> Path:
    """Return where a file lies; its name can't be guessed."""
    return Path(settings.GUONG_DATA_DIR) / "evidence" / file.name


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
