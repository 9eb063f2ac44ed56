"""The folder that holds the files of papers.

A file is laid ready under a hidden name and gets its own in one step, within the transaction that writes its row.
"""

import os
import time
from pathlib import Path

from django.conf import settings

from guong.core.owner_file import write_durably
from guong.office.papers.models import PaperFile

_READY = ".ready-"
_NOBODY_WAITS_LONGER = 3600  # seconds between laying a file ready and its row


def path_of(file: PaperFile) -> Path:
    """Return where a file lies; its name can't be guessed."""
    return _folder() / f"{file.name}.{file.format}"


def lay_ready(file: PaperFile, data: bytes) -> None:
    """Write a file durably, readable by its owner only, under a hidden name."""
    path = _ready_path(file)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_durably(path, data)


def put_in_place(file: PaperFile) -> None:
    """Give a file that lies ready its own name."""
    os.replace(_ready_path(file), path_of(file))


def take_away(file: PaperFile) -> None:
    """Delete a file, ready or in its place; safe to repeat."""
    for path in (_ready_path(file), path_of(file)):
        path.unlink(missing_ok=True)


def load(file: PaperFile) -> bytes:
    """Return the bytes of a file."""
    return path_of(file).read_bytes()


def files_in_place() -> set[str]:
    """Return the names of all files that have their own name."""
    folder = _folder()
    return {path.name for path in folder.iterdir() if path.name[0] != "."} if folder.is_dir() else set()


def drop_left_ready() -> int:
    """Delete what a killed server laid ready and nobody can still be filing; return how many files."""
    too_old = time.time() - _NOBODY_WAITS_LONGER
    left = [path for path in _folder().glob(f"{_READY}*") if path.stat().st_mtime < too_old]
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)


def _folder() -> Path:
    return Path(settings.GUONG_DATA_DIR) / "papers"


def _ready_path(file: PaperFile) -> Path:
    return path_of(file).with_name(f"{_READY}{file.name}.{file.format}")
