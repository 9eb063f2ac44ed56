"""The folder that holds the files of papers."""

import os
from pathlib import Path

from django.conf import settings

from guong.office.papers.models import PaperFile


def path_of(file: PaperFile) -> Path:
    """Return where a file lies; its name can't be guessed."""
    return Path(settings.GUONG_DATA_DIR) / "papers" / f"{file.name}.{file.format}"


def store(file: PaperFile, data: bytes) -> Path:
    """Write a file durably, readable by its owner only, and return its path."""
    path = path_of(file)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target:
        target.write(data)
        target.flush()
        os.fsync(target.fileno())
    return path


def load(file: PaperFile) -> bytes:
    """Return the bytes of a file."""
    return path_of(file).read_bytes()
