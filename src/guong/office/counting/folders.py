"""Where the bundle of a conference lies: a folder below the data folder, named after the poll."""

import shutil
from pathlib import Path

from django.conf import settings

from guong.office.conferences.models import Conference

_SEALED = "sealed"


def folder_of(conference: Conference) -> Path:
    """Return the folder of a conference's bundle."""
    return Path(settings.GUONG_DATA_DIR) / "bundles" / conference.poll.poll_key


def holds_sealed(folder: Path) -> bool:
    """Tell whether the sealed part (box and archive) is still there."""
    return (folder / _SEALED).is_dir()


def drop_sealed(folder: Path) -> None:
    """Delete the sealed part of a bundle's folder; the public part stays."""
    if holds_sealed(folder):
        shutil.rmtree(folder / _SEALED)
