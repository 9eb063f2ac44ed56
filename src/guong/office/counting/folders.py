"""Where bundles lie: folders below the data folder, named after the poll or, of several, after all their polls."""

import hashlib
import os
import secrets
import shutil
from collections.abc import Sequence
from pathlib import Path

from guong.office.conferences import selectors as conference_selectors
from guong.office.conferences.models import Conference
from guong.office.counting.models import Bundle

_SEALED = "sealed"
_PIECE = 2**20


def folder_of(conference: Conference) -> Path:
    """Return the folder of the bundle that holds a conference: its own, or the one it shares with others."""
    shared = Bundle.objects.filter(conference=conference).values_list("folder", flat=True).first()
    return shared_folder(shared or conference.poll.poll_key)


def shared_folder(name: str) -> Path:
    """Return the folder of that name below the data folder's bundles."""
    return conference_selectors.poll_folder(name)


def name_for(conferences: Sequence[Conference]) -> str:
    """Return the folder's name for these conferences: always the same for the same ones, whatever their order.

    A second attempt after a crash thereby writes over what the first one left.
    """
    keys = sorted(conference.poll.poll_key for conference in conferences)
    return f"dot-{hashlib.sha256(' '.join(keys).encode()).hexdigest()[:20]}"


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
