"""Where the bundle of a conference lies: a folder below the data folder, named after the poll."""

import os
import secrets
import shutil
from pathlib import Path

from django.conf import settings

from guong.office.conferences.models import Conference

_SEALED = "sealed"
_PIECE = 2**20


def folder_of(conference: Conference) -> Path:
    """Return the folder of a conference's bundle."""
    return Path(settings.GUONG_DATA_DIR) / "bundles" / conference.poll.poll_key


def holds_sealed(folder: Path) -> bool:
    """Tell whether the sealed part (box and archive) is still there."""
    return (folder / _SEALED).is_dir()


def drop_sealed(folder: Path) -> None:
    """Overwrite every file of a bundle's sealed part with random bytes, then delete it; the public part stays.

    Best effort: an SSD, a journal of the file system or a snapshot may keep the old blocks (SECURITY.md).
    """
    if not holds_sealed(folder):
        return
    for path in sorted((folder / _SEALED).rglob("*")):
        if path.is_file() and not path.is_symlink():
            _overwrite(path)
    shutil.rmtree(folder / _SEALED)


def _overwrite(path: Path) -> None:
    left = path.stat().st_size
    with path.open("r+b") as file:
        while left:
            left -= file.write(secrets.token_bytes(min(left, _PIECE)))
        file.flush()
        os.fsync(file.fileno())
